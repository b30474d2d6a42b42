package akashi.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows keep the line an editor shows, whatever stands between them. */
class CsvRowsTest {
    @Test
    void aCellOverSeveralLinesAndABlankLineKeepTheCount() {
        assertThat(CsvRows.of("a,b\r\n\"x\r\ny\",2\r\n\r\nlast,\n", ','))
                .isEqualTo(new CsvRows.Table(List.of(
                        new CsvRows.Row(1, List.of("a", "b")),
                        new CsvRows.Row(2, List.of("x\r\ny", "2")),
                        new CsvRows.Row(4, List.of("")),
                        new CsvRows.Row(5, List.of("last", "")))));
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedAndWhatStoodBeforeIsKept() {
        assertThat(CsvRows.of("a\tb\n\"c\td\n", '\t'))
                .isEqualTo(new CsvRows.Broken(2, List.of(new CsvRows.Row(1, List.of("a", "b")))));
        assertThat(CsvRows.of("a\n\"b\"c\n", ',')).isInstanceOf(CsvRows.Broken.class);
    }

    @Test
    void blankMeansNothingButBlanks() {
        assertThat(new CsvRows.Row(1, List.of(" ", "\u3000")).blank()).isTrue();
        assertThat(new CsvRows.Row(1, List.of("", "x")).blank()).isFalse();
    }
}
