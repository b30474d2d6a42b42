package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Measures the built-in rules on the labelled pairs and prints the figures; only what must never happen fails. */
class MatchingFiguresTest {
    private static final class Row {
        private int exact;
        private int variant;
        private int wide;
        private int none;

        void count(@Nullable Grade grade) {
            switch (grade) {
                case null -> none++;
                case EXACT -> exact++;
                case VARIANT -> variant++;
                case WIDE -> wide++;
            }
        }

        String line(String label) {
            int all = exact + variant + wide + none;
            return String.format(
                    "%-48s %6d  exact %5d  variant %5d  wide %5d  none %5d  found %5.1f %%",
                    label, all, exact, variant, wide, none, 100.0 * (all - none) / all);
        }
    }

    @Test
    void surnamesByKanjiAlone() {
        Map<String, Row> table = new TreeMap<>();
        for (String[] row : Read.rows("names/surname-pairs.tsv")) {
            if (row[0].isEmpty() || row[1].isEmpty()) {
                continue; // one row of the file has lost its second spelling
            }
            var grade = Read.meet(Normaliser.keys(Read.name(row[0])), Normaliser.keys(Read.name(row[1])));
            table.computeIfAbsent(row[3] + " / " + row[4], _ -> new Row()).count(grade);
        }
        table.forEach((label, row) -> System.out.println("surname-pairs  " + row.line(label)));
        assertThat(table).hasSizeGreaterThan(4);
        table.forEach((label, row) -> {
            if (label.startsWith("different")) {
                assertThat(row.exact + row.variant).as(label).isZero();
            }
        });
    }

    @Test
    void readingsByKanaAndRomaji() {
        var plain = new Row();
        var kept = new Row();
        for (String[] row : Read.rows("names/kana-romaji.tsv")) {
            var kana = Normaliser.keys(Read.name(row[1]));
            plain.count(Read.meet(kana, Normaliser.keys(Read.name(row[2]))));
            kept.count(Read.meet(kana, Normaliser.keys(Read.name(row[3]))));
        }
        System.out.println("kana-romaji    " + plain.line("without long vowels"));
        System.out.println("kana-romaji    " + kept.line("with long vowels"));
        assertThat(plain.wide + plain.none).isPositive();
    }

    @Test
    void differentReadingsDoNotMeetInTheWideKeyTooOften() {
        var rows = Read.rows("names/kana-romaji.tsv");
        int met = 0;
        int compared = 0;
        for (int i = 0; i + 1 < rows.size(); i++) {
            if (!rows.get(i)[3].equals(rows.get(i + 1)[3])) {
                compared++;
                var grade = Read.meet(
                        Normaliser.keys(Read.name(rows.get(i)[1])), Normaliser.keys(Read.name(rows.get(i + 1)[2])));
                met += grade == null ? 0 : 1;
            }
        }
        System.out.println("kana-romaji    unrelated neighbours that meet: " + met + " of " + compared);
        assertThat(met).isLessThan(compared / 100);
    }
}
