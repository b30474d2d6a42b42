package akashi.prefecture;

import akashi.calendar.FiscalYear;
import akashi.organization.AppointmentKind;
import akashi.organization.DutyState;
import akashi.organization.Employment;
import akashi.organization.PostClass;
import akashi.organization.Rank;
import akashi.organization.Span;
import akashi.organization.UnitKind;
import akashi.reorganization.Line;
import akashi.reorganization.Line.AppointmentLine;
import akashi.reorganization.Line.DutyLine;
import akashi.reorganization.Line.PersonLine;
import akashi.reorganization.Line.PostLine;
import akashi.reorganization.Line.UnitLine;
import akashi.reorganization.Place;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sample prefecture: the same seed and date give the same lines. Units first, posts and people with them;
 * {@link SampleStations} and {@link SampleHeadquarters} say what there is.
 */
final class SamplePrefecture {
    static final LocalDate FOUNDED = LocalDate.of(2014, 4, 1);
    private static final int FIRST_NUMBER = 990101;

    private final LocalDate today;
    private final Random random;
    private final int spring;
    private final List<UnitLine> units = new ArrayList<>();
    private final List<PostLine> posts = new ArrayList<>();
    private final List<PersonLine> people = new ArrayList<>();
    private final List<AppointmentLine> appointments = new ArrayList<>();
    private final List<DutyLine> duty = new ArrayList<>();
    private final Map<String, Queue<SampleCast.Part>> cast = new HashMap<>();
    private int hired;

    SamplePrefecture(long seed, LocalDate today) {
        this.today = today;
        random = new Random(seed);
        spring = FiscalYear.of(today).year();
        SampleCast.PARTS.forEach(part ->
                cast.computeIfAbsent(part.post(), _ -> new ArrayDeque<>()).add(part));
    }

    /** Every line, in an order that can be planned. */
    List<Line> lines() {
        SampleHeadquarters.rows().forEach(this::headquarters);
        new SampleStations(this).build();
        absences();
        coming();
        var all = new ArrayList<Line>(units);
        all.addAll(posts);
        all.addAll(people);
        all.addAll(appointments);
        all.addAll(duty);
        return all;
    }

    private void headquarters(SampleHeadquarters.Row row) {
        unit(
                row.code(),
                row.parent(),
                row.kind(),
                new SamplePlaces.Name(row.name(), row.nameEn()),
                row.from(),
                row.source(),
                row.code().equals(SampleHeadquarters.INQUIRY_CENTRE) ? List.of(Line.EVERYBODY) : List.of());
        switch (row.kind()) {
            case HEADQUARTERS ->
                head(row, "本部長", "Chief of Police Headquarters", PostClass.UNIT_HEAD, Rank.CHIEF_SUPERINTENDENT);
            case DEPARTMENT -> head(row, "部長", "Department Director", PostClass.UNIT_HEAD, Rank.SENIOR_SUPERINTENDENT);
            case OFFICE -> generalAffairs(row);
            case DESK -> inquiryCentre(row);
            case SECTION -> section(row, "課長", "Section Head", PostClass.SECTION_HEAD);
            case INSTITUTE -> section(row, "所長", "Director", PostClass.UNIT_HEAD);
            case SQUAD -> section(row, "隊長", "Unit Commander", PostClass.UNIT_HEAD);
            case SCHOOL -> section(row, "校長", "Principal", PostClass.UNIT_HEAD);
            case STATION, STATION_SECTION, BOX, RESIDENTIAL_BOX ->
                throw new IllegalStateException(row.code() + " is no unit of the headquarters");
        }
    }

    private void head(SampleHeadquarters.Row row, String title, String titleEn, PostClass postClass, Rank rank) {
        hire(post(row.code(), 1, title, titleEn, postClass, 1, List.of()), rank, 1);
    }

    private void generalAffairs(SampleHeadquarters.Row row) {
        var deputies = List.of(row.code() + "/2", SampleHeadquarters.INFORMATION + "/1");
        hire(
                post(
                        row.code(),
                        1,
                        "室長",
                        "Head of General Affairs Office",
                        PostClass.SYSTEM_GENERAL_MANAGER,
                        1,
                        deputies),
                Rank.SENIOR_SUPERINTENDENT,
                1);
        hire(post(row.code(), 2, "次長", "Deputy Head", PostClass.OFFICER, 1, List.of()), Rank.SUPERINTENDENT, 1);
    }

    private void inquiryCentre(SampleHeadquarters.Row row) {
        hire(
                post(row.code(), 1, "センター長", "Head of Inquiry Centre", PostClass.INQUIRY_CENTRE, 1, List.of()),
                Rank.INSPECTOR,
                1);
        hire(
                post(row.code(), 2, "センター員", "Inquiry Centre Operator", PostClass.INQUIRY_CENTRE, 0, List.of()),
                Rank.SERGEANT,
                row.staff() - 1);
    }

    private void section(SampleHeadquarters.Row row, String title, String titleEn, PostClass headClass) {
        String code = row.code();
        PostClass worker = worker(code);
        int middle = row.staff() / 5;
        int assistants = row.staff() / 10 + 1;
        hire(post(code, 1, title, titleEn, headClass, 1, List.of(code + "/2")), Rank.SUPERINTENDENT, 1);
        hire(post(code, 2, "次席", "Deputy", worker, 1, List.of()), Rank.INSPECTOR, 1);
        hire(post(code, 3, "課長補佐", "Assistant to the Head", worker, 0, List.of()), Rank.INSPECTOR, assistants);
        hire(post(code, 4, "係長", "Subsection Chief", worker, 0, List.of()), Rank.ASSISTANT_INSPECTOR, middle);
        int rest = row.staff() - 2 - assistants - middle;
        int civilians = code.startsWith("H1") || code.equals("H307") ? rest / 2 : rest / 8;
        String ordinary = post(code, 5, "係員", "Staff", worker, 0, List.of());
        hire(ordinary, Rank.SERGEANT, rest - civilians);
        if (code.equals(SampleHeadquarters.INTERNAL_AFFAIRS)) {
            hire(post(code, 6, "監査員", "Auditor", PostClass.AUDITOR, 0, List.of()), Rank.ASSISTANT_INSPECTOR, 3);
        }
        var civilian = code.equals(SampleHeadquarters.INFORMATION) ? worker : PostClass.CIVILIAN;
        hire(post(code, 7, "一般職員", "Civilian Staff", civilian, 0, List.of()), Rank.CLERK, civilians);
    }

    private static PostClass worker(String code) {
        if (code.equals(SampleHeadquarters.INFORMATION)) {
            return PostClass.INFORMATION_MANAGEMENT;
        }
        return code.startsWith("H3") ? PostClass.DETECTIVE : PostClass.OFFICER;
    }

    void unit(
            String code,
            @Nullable String parent,
            UnitKind kind,
            SamplePlaces.Name name,
            LocalDate from,
            String source,
            List<String> serves) {
        units.add(new UnitLine(
                at(units.size()),
                code,
                name.ja(),
                name.en(),
                kind,
                parent,
                units.size(),
                List.of(),
                serves,
                source,
                true,
                Span.since(from)));
    }

    String post(
            String unit,
            int number,
            String title,
            String titleEn,
            PostClass postClass,
            int seats,
            List<String> deputies) {
        String code = unit + "/" + number;
        posts.add(new PostLine(
                at(posts.size()),
                code,
                unit,
                title,
                titleEn,
                postClass,
                seats,
                deputies,
                true,
                Span.since(founded(unit))));
        return code;
    }

    private LocalDate founded(String unit) {
        return units.stream()
                .filter(line -> line.code().equals(unit))
                .map(line -> line.span().from())
                .findFirst()
                .orElseThrow();
    }

    /** Appoints so many people to a post, members of the cast first. */
    void hire(String post, Rank rank, int count) {
        for (int n = 0; n < count; n++) {
            var part = cast.getOrDefault(post, new ArrayDeque<>()).poll();
            if (part == null) {
                var name = SampleNames.any(random);
                var held = varied(rank);
                enter(Integer.toString(FIRST_NUMBER + hired++), name, held, held.employment(), post);
            } else {
                enter(part.staffNumber(), part.name(), part.rank(), part.employment(), post);
            }
        }
    }

    private Rank varied(Rank rank) {
        int dice = random.nextInt(10);
        return switch (rank) {
            case SERGEANT -> dice < 4 ? Rank.SERGEANT : dice < 7 ? Rank.SENIOR_POLICE_OFFICER : Rank.POLICE_OFFICER;
            case CLERK -> dice < 3 ? Rank.SENIOR_CLERK : dice < 5 ? Rank.SUBSECTION_CHIEF : Rank.CLERK;
            default -> rank;
        };
    }

    /** Superiors move on 25 March, the others on 1 April. */
    private void enter(String number, SampleNames.Name name, Rank rank, Employment employment, String post) {
        int year = spring - random.nextInt(3);
        var moved = rank.atLeast(Rank.INSPECTOR) ? LocalDate.of(year, 3, 25) : LocalDate.of(year, 4, 1);
        var founded = founded(post.substring(0, post.indexOf('/')));
        var from = moved.isBefore(founded) ? founded : moved;
        people.add(new PersonLine(
                at(people.size()),
                number,
                name.written(),
                name.kana(),
                name.romaji(),
                rank,
                employment,
                DutyState.ON_DUTY,
                true,
                Span.since(LocalDate.of(from.getYear() - 1 - random.nextInt(4), 4, 1))));
        appointments.add(new AppointmentLine(
                at(appointments.size()),
                number,
                post,
                AppointmentKind.PRINCIPAL,
                "見本人第" + (appointments.size() + 1) + "号",
                Span.since(from)));
    }

    /** Some are away: leave, secondment, one suspension. */
    private void absences() {
        var states = List.of(
                DutyState.CHILDCARE_LEAVE,
                DutyState.CHILDCARE_LEAVE,
                DutyState.LEAVE,
                DutyState.SECONDMENT,
                DutyState.CHILDCARE_LEAVE,
                DutyState.LEAVE,
                DutyState.SUSPENSION,
                DutyState.SECONDMENT);
        int every = people.size() / (states.size() + 1);
        for (int n = 0; n < states.size(); n++) {
            var person = people.get((n + 1) * every);
            if (Integer.parseInt(person.staffNumber()) >= FIRST_NUMBER) {
                people.add(new PersonLine(
                        at(people.size()),
                        person.staffNumber(),
                        person.name(),
                        person.kana(),
                        person.romaji(),
                        person.rank(),
                        person.employment(),
                        states.get(n),
                        true,
                        Span.since(today.minusDays(30))));
            }
        }
    }

    /** A handful of transfers of next spring is known already. */
    private void coming() {
        var next = LocalDate.of(spring + 1, 4, 1);
        var boxes = appointments.stream()
                .filter(line -> line.post().contains("-K") && line.post().endsWith("/2"))
                .filter(line -> Integer.parseInt(line.staffNumber()) >= FIRST_NUMBER)
                .toList();
        for (int n = 0; n + 30 < boxes.size() && n < 12; n++) {
            appointments.add(new AppointmentLine(
                    at(appointments.size()),
                    boxes.get(n).staffNumber(),
                    boxes.get(n + 30).post(),
                    AppointmentKind.PRINCIPAL,
                    "見本人第" + (appointments.size() + 1) + "号",
                    Span.since(next)));
        }
    }

    /** Staff numbers of those appointed to posts whose code begins and ends like this. */
    List<String> holders(String begins, String ends) {
        return appointments.stream()
                .filter(line -> line.post().startsWith(begins) && line.post().endsWith(ends))
                .map(AppointmentLine::staffNumber)
                .toList();
    }

    void shift(DutyLine line) {
        duty.add(line);
    }

    LocalDate today() {
        return today;
    }

    static Place at(int index) {
        return new Place("sample", index + 2);
    }
}
