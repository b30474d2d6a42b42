package akashi.identity;

import akashi.writing.Characters;
import akashi.writing.Relation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Matches labelled pairs by the server's own rules and prints how they came out. A process of its own, started by
 * {@code bench matching} on the class path of the packaged program. A pair counts at a grade if the two share a search
 * key <em>and</em> the scorer gives that grade: what no key brings up, nobody sees.
 */
@NullMarked
final class MatchingDrive {
    private final Path names;
    private final Path kanji;
    private final List<String> bars = new ArrayList<>();
    private final Set<String> different;
    private boolean missed;

    private MatchingDrive(Path data) {
        this.names = data.resolve("names");
        this.kanji = data.resolve("kanji");
        this.different = different();
    }

    static void main(String[] args) {
        var drive = new MatchingDrive(Path.of(args[0]));
        System.out.println("rules " + Normaliser.VERSION + ", characters: registered pairs "
                + Characters.count(Relation.REGISTERED) + ", look-alike pairs " + Characters.count(Relation.LOOK_ALIKE)
                + ", largest class " + Characters.largestClass());
        drive.surnames();
        drive.characters();
        drive.readings();
        PeopleDrive.run(drive.names);
        SpeedDrive.run();
        System.out.println();
        drive.bars.forEach(System.out::println);
        System.exit(drive.missed ? 1 : 0);
    }

    private void surnames() {
        Map<String, Tally> kinds = new TreeMap<>();
        var same = new Tally();
        var different = new Tally();
        var homophones = new Tally();
        var betsuji = new Tally();
        int forbidden = 0;
        for (Table table : Table.beginning(names, "surname-pairs")) {
            for (List<String> row : table.rows()) {
                String one = table.cell(row, "a", 0);
                String other = table.cell(row, "b", 1);
                String label = table.cell(row, "label", 3);
                String kind = table.cell(row, "class", 4);
                if (one.isEmpty() || other.isEmpty()) {
                    continue;
                }
                var tally = kinds.computeIfAbsent(label + ": " + kind, _ -> new Tally());
                pair(one, other, tally);
                if (label.equals("same")) {
                    pair(one, other, same);
                    forbidden += keptApart(one, other) ? 1 : 0;
                } else if (label.equals("different")) {
                    pair(one, other, different);
                    if (kind.startsWith("homophone")) {
                        pair(one, other, homophones);
                    } else if (kind.startsWith("betsuji")) {
                        pair(one, other, betsuji);
                    }
                }
            }
        }
        print("surnames, written only", kinds);
        if (!kinds.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "at exact or variant: precision %.2f %%, recall %.2f %%, false merges %.2f %% of the different%n",
                    Tally.percent(same.same(), same.same() + different.same()),
                    Tally.percent(same.same(), same.all()),
                    Tally.percent(different.same(), different.all()));
        }
        System.out.println("of the same, pairs whose characters 民一2842号通達 keeps apart all the same: " + forbidden);
        atLeast("attested variants of surnames at exact or variant", same.same(), same.all(), 99);
        atMost("different homophones at exact or variant", homophones.same(), homophones.all(), 0);
        atMost("surnames with 別字 at exact or variant", betsuji.same(), betsuji.all(), 1);
    }

    /** Whether the names differ by a pair of the 別字 list. */
    private boolean keptApart(String one, String other) {
        int[] here = one.codePoints().toArray();
        int[] there = other.codePoints().toArray();
        for (int i = 0; i < Math.min(here.length, there.length); i++) {
            int a = Math.min(here[i], there[i]);
            int b = Math.max(here[i], there[i]);
            if (different.contains(Character.toString(a) + Character.toString(b))) {
                return true;
            }
        }
        return false;
    }

    private Set<String> different() {
        Set<String> pairs = new HashSet<>();
        for (Table table : Table.beginning(kanji, "mj-betsuji")) {
            for (List<String> row : table.rows()) {
                int a = (table.cell(row, "ucs", 0) + table.cell(row, "ivs", 1)).codePointAt(0);
                int b = table.cell(row, "other", 2).codePointAt(0);
                pairs.add(Character.toString(Math.min(a, b)) + Character.toString(Math.max(a, b)));
            }
        }
        return pairs;
    }

    private void characters() {
        Map<String, Tally> kinds = new TreeMap<>();
        for (Table table : Table.beginning(kanji, "mj-betsuji")) {
            for (List<String> row : table.rows()) {
                for (String form : List.of(table.cell(row, "ucs", 0), table.cell(row, "ivs", 1))) {
                    if (!form.isEmpty()) {
                        pair(form, table.cell(row, "other", 2), kind(kinds, "different: 別字 (民一2842号通達)"));
                    }
                }
            }
        }
        for (Table table : Table.beginning(kanji, "non-cognates")) {
            for (List<String> row : table.rows()) {
                pair(table.cell(row, "a", 0), table.cell(row, "b", 1), kind(kinds, "different: non-cognates"));
            }
        }
        for (Table table : Table.beginning(kanji, "joyo-kangxi")) {
            for (List<String> row : table.rows()) {
                pair(table.cell(row, "joyo", 0), table.cell(row, "kangxi", 1), kind(kinds, "same: 常用・康熙"));
            }
        }
        for (Table table : Table.beginning(kanji, "nyukan")) {
            for (List<String> row : table.rows()) {
                String form = table.cell(row, "ucs", 0);
                if (form.codePointCount(0, form.length()) != 1) {
                    continue; // a form without a code point of its own
                }
                String order = table.cell(row, "order", 2);
                String of = table.cell(row, "kind", 3).equals("itaiji") ? "same: 入管 異体字 " : "look-alike: 入管 類字 ";
                pair(table.cell(row, "ucs", 0), table.cell(row, "seiji", 1), kind(kinds, of + "order " + order));
            }
        }
        print("characters", kinds);
        var betsuji = kind(kinds, "different: 別字 (民一2842号通達)");
        atMost("別字 at exact or variant", betsuji.same(), betsuji.all(), 1);
    }

    private void readings() {
        Map<String, Tally> kinds = new TreeMap<>();
        var all = new Tally();
        for (Table table : Table.beginning(names, "kana-romaji")) {
            for (List<String> row : table.rows()) {
                String kana = table.cell(row, "kana", 1);
                pair(kana, table.cell(row, "romaji_plain", 2), kind(kinds, "same: romaji without long vowels"));
                pair(kana, table.cell(row, "romaji_kana", 3), kind(kinds, "same: romaji with long vowels"));
            }
        }
        kinds.values().forEach(all::add);
        print("kana and romaji", kinds);
        atLeast("kana and romaji at any grade", all.found(), all.all(), 99);
    }

    private static Tally kind(Map<String, Tally> kinds, String label) {
        return kinds.computeIfAbsent(label, _ -> new Tally());
    }

    private static void print(String title, Map<String, Tally> kinds) {
        System.out.println();
        System.out.println(Tally.heading(title));
        kinds.forEach((label, tally) -> System.out.println(tally.line("  " + label)));
    }

    private void pair(String one, String other, Tally tally) {
        var here = name(one);
        var there = name(other);
        if (here.isEmpty() || there.isEmpty()) {
            return;
        }
        boolean candidate = candidate(here.get(), there.get());
        Grade grade = PersonScore.of(Person.of(here.get(), null, null), Person.of(there.get(), null, null))
                .grade();
        tally.count(candidate ? grade : null, candidate);
    }

    static boolean candidate(PersonName one, PersonName other) {
        Map<String, Boolean> keys = new HashMap<>();
        Normaliser.keys(one).forEach(key -> keys.put(key.kind() + " " + key.value(), true));
        return Normaliser.keys(other).stream().anyMatch(key -> keys.containsKey(key.kind() + " " + key.value()));
    }

    static Optional<PersonName> name(@Nullable String text) {
        return text != null && PersonName.parse(text, null, null) instanceof Parsed.Good<PersonName>(PersonName name)
                ? Optional.of(name)
                : Optional.empty();
    }

    private void atLeast(String what, int part, int all, double percent) {
        bar(what, part, all, "at least " + percent, all == 0 || Tally.percent(part, all) >= percent);
    }

    private void atMost(String what, int part, int all, double percent) {
        bar(what, part, all, "at most " + percent, Tally.percent(part, all) <= percent);
    }

    private void bar(String what, int part, int all, String bar, boolean met) {
        bars.add(String.format(
                Locale.ROOT,
                "%-52s %6.2f %% of %6d   bar %s %%: %s",
                what,
                Tally.percent(part, all),
                all,
                bar,
                all == 0 ? "no data" : met ? "met" : "MISSED"));
        missed |= !met;
    }
}
