package akashi.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in words, part by part, why a record answers a question and where it does not agree; nothing here decides
 * anything.
 */
public final class ExplainMatch {
    private ExplainMatch() {}

    /**
     * One line of the explanation.
     *
     * @param part message key of the part, {@code identity.part.family}
     * @param grade how close the two are; null where they differ
     * @param messageKey message key of the sentence, {@code identity.match.old-forms}
     * @param args what was typed, then what is recorded
     */
    public record Line(String part, @Nullable Grade grade, String messageKey, List<Object> args) {
        public Line {
            args = List.copyOf(args);
        }
    }

    /**
     * The lines for the keys that meet, the strongest for each kind; empty where none meet. For when only keys are at
     * hand: the values shown are normalised ones, {@link #names} shows what was written.
     */
    public static List<Line> keys(List<SearchKey> typed, List<SearchKey> recorded) {
        return Arrays.stream(KeyKind.values())
                .flatMap(kind -> best(typed, recorded, kind).stream())
                .sorted(Comparator.comparing(Meeting::grade))
                .map(meeting -> line(
                        "identity.part." + meeting.typed().kind().name().toLowerCase(Locale.ROOT),
                        meeting,
                        meeting.typed().value(),
                        meeting.recorded().value()))
                .toList();
    }

    /**
     * The lines for two names whose originals are at hand. Family and given names get lines of their own where both
     * names are written in two parts, otherwise the name is one; then reading and romaji, where both have them or only
     * they meet.
     */
    public static List<Line> names(PersonName typed, PersonName recorded) {
        var lines = new ArrayList<Line>();
        var here = NameRules.parts(typed.written());
        var there = NameRules.parts(recorded.written());
        if (here.size() == 2 && there.size() == 2 && !sameOnlySwapped(here, there)) {
            lines.add(part("identity.part.family", here.getFirst(), there.getFirst()));
            lines.add(part("identity.part.given", here.getLast(), there.getLast()));
        } else {
            lines.add(part("identity.part.name", typed.written(), recorded.written()));
        }
        if (typed.kana() != null && recorded.kana() != null) {
            lines.add(part("identity.part.name_kana", typed.kana(), recorded.kana()));
        }
        if (typed.romaji() != null && recorded.romaji() != null) {
            lines.add(part("identity.part.name_romaji", typed.romaji(), recorded.romaji()));
        } else if (lines.stream().allMatch(line -> line.grade() == null)) {
            acrossReadings(typed, recorded).ifPresent(lines::add);
        }
        return List.copyOf(lines);
    }

    /** The line for two birth dates: the same, a part unknown, month and day exchanged, or different. */
    public static Line birth(PartialDate typed, PartialDate recorded) {
        Object[] args = {typed.display(), recorded.display()};
        if (typed.complete() && typed.equals(recorded)) {
            return birth(Grade.EXACT, "same", args);
        }
        if (typed.overlaps(recorded)) {
            boolean year = typed.year() != null && recorded.year() != null;
            boolean month = typed.month() != null && recorded.month() != null;
            String what = !year ? "year-unknown" : !month ? "month-unknown" : "day-unknown";
            return birth(year ? Grade.VARIANT : Grade.WIDE, what, args);
        }
        return recorded.swapped().filter(typed::overlaps).isPresent()
                ? birth(Grade.WIDE, "swapped", args)
                : birth(null, "different", args);
    }

    private static Line birth(@Nullable Grade grade, String what, Object[] args) {
        return new Line("identity.part.birth", grade, "identity.match.birth." + what, List.of(args));
    }

    private static boolean sameOnlySwapped(List<String> here, List<String> there) {
        return meeting(here.getFirst(), there.getFirst()).isEmpty()
                && meeting(here.getFirst(), there.getLast()).isPresent();
    }

    private static Line part(String part, String typed, String recorded) {
        if (typed.equals(recorded)) {
            return new Line(part, Grade.EXACT, "identity.match.same", List.of(typed, recorded));
        }
        return meeting(typed, recorded)
                .map(meeting -> line(part, meeting, typed, recorded))
                .orElseGet(() -> new Line(part, null, "identity.match.different", List.of(typed, recorded)));
    }

    private static Optional<Line> acrossReadings(PersonName typed, PersonName recorded) {
        return best(Normaliser.keys(typed), Normaliser.keys(recorded), KeyKind.NAME_ROMAJI)
                .map(meeting -> line("identity.part.reading", meeting, reading(typed), reading(recorded)));
    }

    private static String reading(PersonName name) {
        return name.kana() != null ? name.kana() : name.romaji() != null ? name.romaji() : name.written();
    }

    private record Meeting(SearchKey typed, SearchKey recorded) {
        Grade grade() {
            return typed.grade().weaker(recorded.grade());
        }
    }

    private static Optional<Meeting> meeting(String typed, String recorded) {
        var here = Normaliser.partKeys(typed);
        var there = Normaliser.partKeys(recorded);
        return Arrays.stream(KeyKind.values())
                .flatMap(kind -> best(here, there, kind).stream())
                .min(Comparator.comparing(Meeting::grade));
    }

    private static Optional<Meeting> best(List<SearchKey> typed, List<SearchKey> recorded, KeyKind kind) {
        return typed.stream()
                .filter(key -> key.kind() == kind)
                .flatMap(key -> recorded.stream()
                        .filter(other -> other.kind() == kind && other.value().equals(key.value()))
                        .map(other -> new Meeting(key, other)))
                .min(Comparator.comparing(Meeting::grade));
    }

    /** The sentence is that of the last rule that ran on either side: it is the one that made them meet. */
    private static Line line(String part, Meeting meeting, String typed, String recorded) {
        var last = Stream.concat(meeting.typed().rules().stream(), meeting.recorded().rules().stream())
                .map(label -> Rule.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_')))
                .max(Comparator.naturalOrder())
                .filter(_ -> meeting.grade() != Grade.EXACT || !typed.equals(recorded));
        return new Line(
                part,
                meeting.grade(),
                "identity.match." + last.map(Rule::label).orElse("same"),
                List.of(typed, recorded));
    }
}
