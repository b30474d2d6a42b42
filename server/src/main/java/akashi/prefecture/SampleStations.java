package akashi.prefecture;

import akashi.calendar.JapaneseDates;
import akashi.calendar.WorkingDays;
import akashi.organization.PostClass;
import akashi.organization.Rank;
import akashi.organization.UnitKind;
import akashi.reorganization.Line.DutyLine;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Stations of the sample with their sections, boxes and duty rosters. */
final class SampleStations {
    private static final int BOXES_WITH_ADVISER = 29;
    private static final int DAYS_OF_DUTY = 14;
    private static final LocalTime CLOSES = LocalTime.of(17, 15);
    private static final LocalTime OPENS = LocalTime.of(8, 30);

    /** @param share of the people who are left when head and boxes are staffed, in hundredths */
    private record Section(String name, String nameEn, PostClass worker, int share) {}

    private static final Section ADMINISTRATION =
            new Section("警務課", "Police Administration Section", PostClass.CIVILIAN, 10);
    private static final Section ACCOUNTS = new Section("会計課", "Accounting Section", PostClass.CIVILIAN, 5);
    private static final Section SAFETY = new Section("生活安全課", "Community Safety Section", PostClass.OFFICER, 13);
    private static final Section COMMUNITY = new Section("地域課", "Community Police Section", PostClass.OFFICER, 25);
    private static final Section CRIMINAL = new Section("刑事課", "Criminal Section", PostClass.DETECTIVE, 27);
    private static final Section FIRST = new Section("刑事第一課", "First Criminal Section", PostClass.DETECTIVE, 15);
    private static final Section SECOND = new Section("刑事第二課", "Second Criminal Section", PostClass.DETECTIVE, 12);
    private static final Section TRAFFIC = new Section("交通課", "Traffic Section", PostClass.OFFICER, 15);
    private static final Section SECURITY = new Section("警備課", "Security Section", PostClass.OFFICER, 5);

    private final SamplePrefecture sample;
    private int advisers;

    SampleStations(SamplePrefecture sample) {
        this.sample = sample;
    }

    void build() {
        SamplePlaces.stations().forEach(this::station);
    }

    private static List<Section> sections(int size) {
        return size == 3
                ? List.of(ADMINISTRATION, ACCOUNTS, SAFETY, COMMUNITY, FIRST, SECOND, TRAFFIC, SECURITY)
                : List.of(ADMINISTRATION, ACCOUNTS, SAFETY, COMMUNITY, CRIMINAL, TRAFFIC, SECURITY);
    }

    private void station(SamplePlaces.Station station) {
        var code = "S%02d".formatted(station.number());
        var name = station.name();
        sample.unit(
                code,
                SampleHeadquarters.HEADQUARTERS,
                UnitKind.STATION,
                new SamplePlaces.Name(name.ja() + "警察署", name.en() + " Police Station"),
                SamplePrefecture.FOUNDED,
                SamplePlaces.STATIONS_SOURCE,
                List.of());
        boolean large = station.size() == 3;
        var deputies = List.of(code + "/2", code + "-1/1");
        sample.hire(
                sample.post(code, 1, "署長", "Chief of Station", PostClass.UNIT_HEAD, 1, deputies),
                large ? Rank.SENIOR_SUPERINTENDENT : Rank.SUPERINTENDENT,
                1);
        sample.hire(
                sample.post(code, 2, "副署長", "Deputy Chief of Station", PostClass.STATION_SUPERVISOR, 1, List.of()),
                large ? Rank.SUPERINTENDENT : Rank.INSPECTOR,
                1);
        int team = 3 + station.size();
        int left = station.staff()
                - 2
                - team * station.boxes().size()
                - station.residential().size();
        var sections = sections(station.size());
        for (int n = 0; n < sections.size(); n++) {
            section(
                    code + "-" + (n + 1),
                    code,
                    sections.get(n),
                    left * sections.get(n).share() / 100,
                    large);
        }
        for (int n = 0; n < station.boxes().size(); n++) {
            box(code + "-K" + (n + 1), code + "-4", station.boxes().get(n), team);
        }
        for (int n = 0; n < station.residential().size(); n++) {
            residential(
                    code + "-C" + (n + 1), code + "-4", station.residential().get(n));
        }
        duty(code);
    }

    private void section(String code, String station, Section section, int staff, boolean large) {
        sample.unit(
                code,
                station,
                UnitKind.STATION_SECTION,
                new SamplePlaces.Name(section.name, section.nameEn),
                SamplePrefecture.FOUNDED,
                "見本",
                List.of());
        sample.hire(
                sample.post(code, 1, "課長", "Section Head", PostClass.STATION_SUPERVISOR, 1, List.of(code + "/2")),
                large ? Rank.INSPECTOR : Rank.ASSISTANT_INSPECTOR,
                1);
        int chiefs = Math.max(1, staff / 5);
        sample.hire(
                sample.post(code, 2, "係長", "Subsection Chief", PostClass.STATION_SUPERVISOR, 0, List.of()),
                Rank.ASSISTANT_INSPECTOR,
                chiefs);
        var civilian = section.worker == PostClass.CIVILIAN;
        sample.hire(
                sample.post(code, 3, title(section), titleEn(section), section.worker, 0, List.of()),
                civilian ? Rank.CLERK : Rank.SERGEANT,
                Math.max(1, staff - 1 - chiefs));
    }

    private static String title(Section section) {
        return section.equals(COMMUNITY) ? "自動車警ら係員" : section.worker == PostClass.DETECTIVE ? "捜査員" : "係員";
    }

    private static String titleEn(Section section) {
        return section.equals(COMMUNITY)
                ? "Patrol Car Officer"
                : section.worker == PostClass.DETECTIVE ? "Detective" : "Staff";
    }

    private void box(String code, String section, SamplePlaces.Name name, int team) {
        sample.unit(
                code,
                section,
                UnitKind.BOX,
                new SamplePlaces.Name(name.ja() + "交番", name.en() + " Police Box"),
                SamplePrefecture.FOUNDED,
                SamplePlaces.BOXES_SOURCE,
                List.of());
        sample.hire(
                sample.post(code, 1, "交番所長", "Head of Police Box", PostClass.BOX_OFFICER, 1, List.of(code + "/2")),
                Rank.ASSISTANT_INSPECTOR,
                1);
        sample.hire(
                sample.post(code, 2, "交番員", "Police Box Officer", PostClass.BOX_OFFICER, 0, List.of()),
                Rank.SERGEANT,
                team - 1);
        if (advisers++ < BOXES_WITH_ADVISER) {
            sample.hire(
                    sample.post(code, 3, "交番相談員", "Part-time Adviser", PostClass.PART_TIME_ADVISER, 1, List.of()),
                    Rank.NONE,
                    1);
        }
    }

    private void residential(String code, String section, SamplePlaces.Name name) {
        sample.unit(
                code,
                section,
                UnitKind.RESIDENTIAL_BOX,
                new SamplePlaces.Name(name.ja() + "駐在所", name.en() + " Residential Police Box"),
                SamplePrefecture.FOUNDED,
                SamplePlaces.BOXES_SOURCE,
                List.of());
        sample.hire(
                sample.post(code, 1, "駐在所員", "Residential Officer", PostClass.BOX_OFFICER, 1, List.of()),
                Rank.SERGEANT,
                1);
    }

    /**
     * Section heads take the night in turn, with three of their people; a day shift too when the offices are closed.
     */
    private void duty(String station) {
        var chiefs = sample.holders(station + "-", "/1").stream().limit(7).toList();
        var others = sample.holders(station + "-", "/3");
        int turn = 0;
        for (int n = 0; n < DAYS_OF_DUTY; n++) {
            var day = sample.today().plusDays(n);
            if (!WorkingDays.isOpen(day)) {
                shift(station, chiefs, others, turn++, day, OPENS, day, CLOSES);
            }
            shift(station, chiefs, others, turn++, day, CLOSES, day.plusDays(1), OPENS);
        }
    }

    private void shift(
            String station,
            List<String> chiefs,
            List<String> others,
            int turn,
            LocalDate from,
            LocalTime starts,
            LocalDate to,
            LocalTime ends) {
        var start = from.atTime(starts).atZone(JapaneseDates.ZONE).toInstant();
        var end = to.atTime(ends).atZone(JapaneseDates.ZONE).toInstant();
        sample.shift(
                new DutyLine(SamplePrefecture.at(turn), station, chiefs.get(turn % chiefs.size()), true, start, end));
        for (int n = 0; n < 3; n++) {
            var person = others.get((turn * 3 + n) % others.size());
            sample.shift(new DutyLine(SamplePrefecture.at(turn), station, person, false, start, end));
        }
    }
}
