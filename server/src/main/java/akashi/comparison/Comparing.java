package akashi.comparison;

import akashi.calendar.JapaneseDates;
import akashi.comparison.Comparison.Line;
import akashi.comparison.Comparison.Word;
import akashi.identity.Grade;
import akashi.identity.PartialDate;
import akashi.identity.PersonName;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares two documents part by part. Each part that agrees gives points, each that contradicts takes some; a number
 * that names one thing outweighs everything. The figures rest on the golden cases, not on a model: a mark with a family
 * name alone must reach a person, a sex that contradicts must not.
 */
@Component
public class Comparing {
    static final int FAIR = 60;
    static final int STRONG = 90;

    private static final int NUMBER = 100;
    private static final int LOOK_ALIKE = 60;
    private static final int BARRED = -200;
    private static final int AGAINST = -40;
    private static final int SAME_NAME = 60;
    private static final int WIDE_NAME = 40;
    private static final int FAMILY = 40;
    private static final int GIVEN = 35;
    private static final int NEAR = 20;
    private static final int BIRTH = 30;
    private static final int MAYBE_BIRTH = 15;
    private static final int KIND = 15;
    private static final int SOME = 10;
    private static final int LITTLE = 5;
    private static final int TALLER = 12;
    private static final int SAME_HEIGHT = 4;
    private static final int SOON = 60;
    private static final double ALIKE = 0.3;

    private final Clock clock;

    Comparing(Clock clock) {
        this.clock = clock;
    }

    /** How the one compares with the other. */
    public Comparison compare(Traits here, Traits there) {
        var lines = new ArrayList<Line>();
        numbers(here, there).ifPresent(lines::add);
        boolean sure = lines.stream().anyMatch(line -> line.points() >= NUMBER);
        lines.addAll(names(here, there));
        birth(here, there).ifPresent(lines::add);
        age(here, there).or(() -> age(there, here)).ifPresent(lines::add);
        sex(here, there).ifPresent(lines::add);
        height(here, there).ifPresent(lines::add);
        thing(here, there).ifPresent(lines::add);
        colour(here, there).ifPresent(lines::add);
        place(here, there).ifPresent(lines::add);
        days(here, there).ifPresent(lines::add);
        int score = lines.stream()
                .mapToInt(Line::points)
                .filter(points -> points > 0 || !sure)
                .sum();
        return new Comparison(Math.max(0, score), lines);
    }

    private static Optional<Line> numbers(Traits here, Traits there) {
        return here.numbers().stream()
                .flatMap(one -> there.numbers().stream()
                        .filter(other ->
                                one.kind() == other.kind() && one.value().equals(other.value()))
                        .map(other -> {
                            boolean wide = one.grade().weaker(other.grade()) == Grade.WIDE;
                            return new Line(
                                    "comparison.part.number",
                                    wide ? Word.CLOSE : Word.SAME,
                                    wide ? "comparison.how.look-alike" : "comparison.how.same",
                                    one.value(),
                                    other.value(),
                                    wide ? LOOK_ALIKE : NUMBER);
                        }))
                .max(Comparator.comparingInt(Line::points));
    }

    /** Names against names, and against marks both ways; the best of all. */
    private static List<Line> names(Traits here, Traits there) {
        var tried = new ArrayList<List<Line>>();
        for (PersonName one : here.names()) {
            for (PersonName other : there.names()) {
                name(one, other).map(List::of).ifPresent(tried::add);
            }
            tried.add(marked(one, there.marks(), false));
        }
        for (PersonName other : there.names()) {
            tried.add(marked(other, here.marks(), true));
        }
        return tried.stream().max(Comparator.comparingInt(Comparing::points)).orElse(List.of());
    }

    private static int points(List<Line> lines) {
        return lines.stream().mapToInt(Line::points).sum();
    }

    private static Optional<Line> name(PersonName one, PersonName other) {
        Grade grade = NameParts.grade(one, other);
        if (grade == null) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                "identity.part.name",
                grade == Grade.EXACT ? Word.SAME : Word.CLOSE,
                how(grade),
                said(one),
                said(other),
                grade == Grade.WIDE ? WIDE_NAME : SAME_NAME));
    }

    /** What of a name stands among the marks: the whole of it, or family and given name each in its own mark. */
    private static List<Line> marked(PersonName name, List<String> marks, boolean turned) {
        var parts = Names.of(name);
        var lines = new ArrayList<Line>();
        part("identity.part.name", parts.whole(), marks, FAMILY, turned).ifPresent(lines::add);
        part("identity.part.family", parts.family(), marks, FAMILY, turned).ifPresent(lines::add);
        part("identity.part.given", parts.given(), marks, GIVEN, turned).ifPresent(lines::add);
        return lines;
    }

    private static Optional<Line> part(
            String part, List<String> writings, List<String> marks, int points, boolean turned) {
        return writings.stream()
                .flatMap(writing -> marks.stream().flatMap(mark -> word(part, writing, mark, points, turned).stream()))
                .max(Comparator.comparingInt(Line::points));
    }

    private static Optional<Line> word(String part, String writing, String mark, int points, boolean turned) {
        Grade grade = NameParts.grade(writing, mark);
        boolean close = grade == null ? NameParts.near(writing, mark) : grade == Grade.WIDE;
        if (grade == null && !close) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                part,
                grade == Grade.EXACT ? Word.SAME : Word.CLOSE,
                grade == null ? "comparison.how.one-slip" : how(grade),
                turned ? mark : writing,
                turned ? writing : mark,
                close ? NEAR : points));
    }

    private static String how(Grade grade) {
        return switch (grade) {
            case EXACT -> "comparison.how.same";
            case VARIANT -> "comparison.how.variant";
            case WIDE -> "comparison.how.wide";
        };
    }

    private static String said(PersonName name) {
        String kana = name.kana();
        return kana == null || kana.equals(name.written()) ? name.written() : name.written() + "（" + kana + "）";
    }

    private static Optional<Line> birth(Traits here, Traits there) {
        PartialDate one = here.birth();
        PartialDate other = there.birth();
        if (one == null || other == null) {
            return Optional.empty();
        }
        boolean same = one.complete() && one.equals(other);
        boolean maybe =
                one.overlaps(other) || other.swapped().filter(one::overlaps).isPresent();
        return Optional.of(new Line(
                "identity.part.birth",
                same ? Word.SAME : maybe ? Word.CLOSE : Word.DIFFERENT,
                same ? "comparison.how.same" : maybe ? "comparison.how.possible" : "comparison.how.different",
                one,
                other,
                same ? BIRTH : maybe ? MAYBE_BIRTH : AGAINST));
    }

    /** A birth date against an age somebody estimated. */
    private Optional<Line> age(Traits born, Traits seen) {
        PartialDate birth = born.birth();
        Traits.Ages ages = seen.ages();
        if (birth == null || birth.year() == null || ages == null) {
            return Optional.empty();
        }
        LocalDate day = seen.found() == null
                ? JapaneseDates.dateOf(clock.instant())
                : seen.found().from();
        long age = ChronoUnit.YEARS.between(birth.from(), day);
        long off = age < ages.from() ? ages.from() - age : age > ages.to() ? age - ages.to() : 0;
        Word word = off == 0 ? Word.SAME : off <= SOME ? Word.CLOSE : Word.DIFFERENT;
        return Optional.of(new Line(
                "comparison.part.age",
                word,
                word == Word.SAME
                        ? "comparison.how.fits"
                        : word == Word.CLOSE ? "comparison.how.nearly" : "comparison.how.different",
                Long.toString(age),
                ages.from() + "–" + ages.to(),
                word == Word.SAME ? SOME : word == Word.CLOSE ? 0 : AGAINST));
    }

    private static Optional<Line> sex(Traits here, Traits there) {
        return both(
                here.sex(),
                there.sex(),
                (one, other) -> equal("comparison.part.sex", "", one.equals(other), LITTLE, BARRED));
    }

    private static Optional<Line> height(Traits here, Traits there) {
        return both(here.height(), there.height(), (one, other) -> {
            int off = Math.abs(one - other);
            Word word = off <= SAME_HEIGHT ? Word.SAME : off <= TALLER ? Word.CLOSE : Word.DIFFERENT;
            return new Line(
                    "comparison.part.height",
                    word,
                    word == Word.SAME
                            ? "comparison.how.fits"
                            : word == Word.CLOSE ? "comparison.how.nearly" : "comparison.how.different",
                    one + " cm",
                    other + " cm",
                    word == Word.SAME ? SOME : word == Word.CLOSE ? 0 : -2 * SOME);
        });
    }

    /** Kinds of different lists say nothing about each other. */
    private static Optional<Line> thing(Traits here, Traits there) {
        return here.things().stream()
                .flatMap(one -> there.things().stream()
                        .filter(other -> one.list().equals(other.list()))
                        .map(other -> {
                            if (!one.kind().equals(other.kind())) {
                                return equal("comparison.part.article", "", false, 0, BARRED);
                            }
                            int more = (alike(one.make(), other.make()) ? SOME : 0)
                                    + (alike(one.features(), other.features()) ? KIND : 0);
                            return new Line(
                                    "comparison.part.article",
                                    Word.SAME,
                                    more > 0 ? "comparison.how.same-and-features" : "comparison.how.same-kind",
                                    join(one.make(), one.features()),
                                    join(other.make(), other.features()),
                                    KIND + more);
                        }))
                .max(Comparator.comparingInt(Line::points));
    }

    private static Optional<Line> colour(Traits here, Traits there) {
        if (here.colours().isEmpty() || there.colours().isEmpty()) {
            return Optional.empty();
        }
        boolean shared = here.colours().stream().anyMatch(there.colours()::contains);
        return Optional.of(equal("comparison.part.colour", "", shared, SOME, -SOME));
    }

    /** Another place contradicts nothing: what is lost travels. */
    private static Optional<Line> place(Traits here, Traits there) {
        return both(here.municipality(), there.municipality(), (one, other) -> {
            boolean same = one.equals(other);
            return new Line(
                    "comparison.part.place",
                    same ? Word.SAME : Word.DIFFERENT,
                    same ? "comparison.how.same" : "comparison.how.elsewhere",
                    one,
                    other,
                    same ? SOME : 0);
        });
    }

    private static Optional<Line> days(Traits here, Traits there) {
        PartialDate gone = here.gone() == null ? there.gone() : here.gone();
        PartialDate found = here.found() == null ? there.found() : here.found();
        if (gone == null || found == null || gone.year() == null || found.year() == null) {
            return Optional.empty();
        }
        boolean before = found.to().isBefore(gone.from());
        boolean soon = !before && ChronoUnit.DAYS.between(gone.from(), found.to()) <= SOON;
        // a person may be found after years; what is lost is mostly found soon or not at all
        boolean thing = !here.things().isEmpty() && !there.things().isEmpty();
        PartialDate one = here.gone() == null ? found : gone;
        PartialDate other = here.gone() == null ? gone : found;
        return Optional.of(new Line(
                "comparison.part.day",
                before ? Word.DIFFERENT : Word.SAME,
                before ? "comparison.how.found-before" : soon ? "comparison.how.soon-after" : "comparison.how.after",
                one,
                other,
                before ? BARRED : soon ? LITTLE : thing ? -SOME : 0));
    }

    private static Line equal(String part, String text, boolean same, int points, int otherwise) {
        return new Line(
                part,
                same ? Word.SAME : Word.DIFFERENT,
                same ? "comparison.how.same" : "comparison.how.different",
                text,
                text,
                same ? points : otherwise);
    }

    /** Pairs of neighbouring characters shared by two texts, against all of them. */
    private static boolean alike(String one, String other) {
        var here = pairs(one);
        var there = pairs(other);
        long shared = here.stream().filter(there::contains).count();
        return !here.isEmpty() && !there.isEmpty() && 2.0 * shared / (here.size() + there.size()) >= ALIKE;
    }

    private static List<String> pairs(String text) {
        return Stream.iterate(0, i -> i + 1)
                .limit(Math.max(0, text.length() - 1))
                .map(i -> text.substring(i, i + 2))
                .distinct()
                .toList();
    }

    private static String join(String make, String features) {
        return Stream.of(make, features)
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + "・" + b)
                .orElse("");
    }

    private static <T> Optional<Line> both(
            @Nullable T one, @Nullable T other, java.util.function.BiFunction<T, T, Line> line) {
        return one == null || other == null ? Optional.empty() : Optional.of(line.apply(one, other));
    }
}
