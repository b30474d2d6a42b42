package akashi.identity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Whole persons and names of sanctioned persons: reported by score, no bar. */
@NullMarked
final class PeopleDrive {
    private static final int[] SCORES = {60, 70, 80, 85, 90};

    private PeopleDrive() {}

    static void run(Path names) {
        febrl(names);
        sanctions(names);
    }

    /** Name and birth date of synthetic Australians, each once as entered and once with slips; no other number. */
    private static void febrl(Path names) {
        Map<String, Person> originals = new TreeMap<>();
        Map<String, Person> copies = new TreeMap<>();
        for (Table table : Table.beginning(names, "febrl")) {
            for (List<String> row : table.rows()) {
                String id = table.cell(row, "rec_id", 0);
                String number = id.replaceAll("^rec-(\\d+)-.*$", "$1");
                var person = person(
                        table.cell(row, "given_name", 1) + " " + table.cell(row, "surname", 2),
                        table.cell(row, "date_of_birth", 9));
                person.ifPresent(found -> (id.endsWith("-org") ? originals : copies).put(number, found));
            }
        }
        if (originals.isEmpty()) {
            return;
        }
        List<Integer> same = new ArrayList<>();
        int[] candidates = new int[2];
        List<Integer> different = new ArrayList<>();
        copies.forEach((number, copy) -> {
            var score = new PersonScore(copy);
            originals.forEach((other, original) -> {
                boolean right = other.equals(number);
                boolean candidate = MatchingDrive.candidate(
                        copy.names().getFirst(), original.names().getFirst());
                candidates[right ? 0 : 1] += candidate ? 1 : 0;
                int found = candidate ? score.against(original).score() : 0;
                (right ? same : different).add(found);
            });
        });
        System.out.println();
        System.out.printf(
                Locale.ROOT,
                "FEBRL, name and birth date: %d pairs the same, %d different; candidates by name %d and %d%n",
                same.size(),
                different.size(),
                candidates[0],
                candidates[1]);
        thresholds(same, different);
    }

    private static void sanctions(Path names) {
        List<Integer> same = new ArrayList<>();
        List<Integer> different = new ArrayList<>();
        int unread = 0;
        int others = 0;
        for (Table table : Table.beginning(names, "opensanctions")) {
            for (List<String> row : table.rows()) {
                if (!table.cell(row, "schema", 1).equals("Person")) {
                    others++;
                    continue;
                }
                var one = MatchingDrive.name(table.cell(row, "name1", 2));
                var other = MatchingDrive.name(table.cell(row, "name2", 3));
                if (one.isEmpty() || other.isEmpty()) {
                    unread++;
                    continue;
                }
                int score = MatchingDrive.candidate(one.get(), other.get())
                        ? PersonScore.of(Person.of(one.get(), null, null), Person.of(other.get(), null, null))
                                .score()
                        : 0;
                (table.cell(row, "is_match", 4).equalsIgnoreCase("true") ? same : different).add(score);
            }
        }
        if (same.isEmpty()) {
            return;
        }
        System.out.println();
        System.out.printf(
                Locale.ROOT,
                "OpenSanctions, persons by name: %d pairs the same, %d different (not names to us: %d; no persons: %d)%n",
                same.size(),
                different.size(),
                unread,
                others);
        thresholds(same, different);
    }

    private static void thresholds(List<Integer> same, List<Integer> different) {
        for (int score : SCORES) {
            int right = (int) same.stream().filter(value -> value >= score).count();
            int wrong = (int) different.stream().filter(value -> value >= score).count();
            System.out.printf(
                    Locale.ROOT,
                    "  score %d and more: precision %6.2f %%, recall %6.2f %%, false merges %d (%.3f %%)%n",
                    score,
                    Tally.percent(right, right + wrong),
                    Tally.percent(right, same.size()),
                    wrong,
                    Tally.percent(wrong, different.size()));
        }
    }

    private static Optional<Person> person(String name, String birth) {
        return MatchingDrive.name(name.strip()).map(found -> Person.of(found, date(birth), null));
    }

    private static @Nullable PartialDate date(String text) {
        return PartialDate.parse(text) instanceof Parsed.Good<PartialDate>(PartialDate date) ? date : null;
    }
}
