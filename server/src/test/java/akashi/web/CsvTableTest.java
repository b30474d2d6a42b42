package akashi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void noSpreadsheetExecutesACell() {
        for (var formula : List.of("=1+1", "@x", "+81", "-1", "\t=1", "\r=1")) {
            assertThat(CsvTable.cell(formula)).isEqualTo("\"'" + formula + '"');
        }
        assertThat(CsvTable.cell("a\"b,\nc")).isEqualTo("\"a\"\"b,\nc\"");
        assertThat(CsvTable.cell("")).isEqualTo("\"\"");
    }

    @Test
    void aFileBeginsWithItsMarkAndEndsEveryLine() {
        var csv = new CsvTable(List.of("一", "二"));
        csv.row(List.of("1", "2"));

        var file = csv.download("table.csv");

        assertThat(new String(file.content(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF\"一\",\"二\"\r\n\"1\",\"2\"\r\n");
        assertThat(file.name()).isEqualTo("table.csv");
    }
}
