package akashi.reorganization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportReaderTest {
    private static List<String> faults(byte[] content) {
        return ImportReader.read(List.of(new ImportFile("f.csv", content))).faults().stream()
                .map(fault -> fault.line() + " " + fault.column() + " "
                        + fault.message().substring("reorganization.fault.".length()))
                .toList();
    }

    private static List<String> faults(String content) {
        return faults(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatAreNoTextAreNamedWithTheirLine() {
        assertThat(faults(new byte[] {'a', '\n', 'b', (byte) 0xFF})).containsExactly("2  undecodable");
        assertThat(faults("\uFEFF所属\n".getBytes(StandardCharsets.UTF_16LE))).containsExactly("0  utf-16");
        assertThat(faults("a,b\n\0,c\n")).containsExactly("2  not-text");
        assertThat(faults(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\n', (byte) 0x8A}))
                .containsExactly("2  undecodable");
    }

    @Test
    void headersAreCheckedOneByOne() {
        assertThat(faults("")).containsExactly("0  no-header");
        assertThat(faults("a,b\n")).containsExactly("1  header-unknown");
        assertThat(faults("所属コード,所属名,所属名,色\n"))
                .containsExactly(
                        "1  header-twice", "1 種別 header-missing", "1 開始日 header-missing", "1 色 header-not-known");
    }

    @Test
    void brokenQuotesAreNamedWithTheLineOfTheRecord() {
        assertThat(faults("所属コード,所属名,種別,開始日\nA,\"署,警察署,2026-04-01\nB,署,警察署,2026-04-01\n"))
                .containsExactly("2  quotes");
    }

    @Test
    void recordsOverSeveralLinesKeepTheCount() {
        assertThat(faults("所属コード,所属名,種別,開始日,出典\nA,署,警察署,2026-04-01,\"二\n行\"\nB,署,警察署\n"))
                .containsExactly("2 出典 broken-characters", "4  cells");
    }

    @Test
    void everyFaultOfALineIsFound() {
        assertThat(faults("所属コード,所属名,種別,並び順,開始日,終了日\nあ," + "長".repeat(101) + ",署,x,2026-04-01,2026-03-01\n,,,,,\n"))
                .containsExactly(
                        "2 所属コード not-a-code",
                        "2 所属名 too-long",
                        "2 種別 not-a-choice",
                        "2 並び順 not-a-number",
                        "2 終了日 ends-before-it-begins",
                        "3 所属コード empty",
                        "3 所属名 empty",
                        "3 種別 empty",
                        "3 開始日 empty");
    }

    @Test
    void readingsAreBroughtIntoKatakana() {
        var read = ImportReader.read(List.of(ImportFiles.utf8(
                "p.csv",
                "職員番号,氏名,氏名カナ,階級,職員区分,勤務状態,開始日\n1,山田,やまだ ﾀﾛｳ,巡査,警察官,勤務,20260401\n2,山田,YAMADA,巡査,警察官,勤務,2026-04\n")));
        assertThat(read.lines())
                .singleElement()
                .isInstanceOfSatisfying(
                        Line.PersonLine.class, line -> assertThat(line.kana()).isEqualTo("ヤマダ タロウ"));
        assertThat(read.faults()).extracting(ImportReport.Fault::column).containsExactly("氏名カナ", "開始日");
    }

    @Test
    void tooManyLinesAreRefusedOnce() {
        var text = new StringBuilder("所属コード,所属名,種別,開始日\n");
        for (int n = 0; n < 100_005; n++) {
            text.append("A,署,警察署,2026-04-01\n");
        }
        assertThat(faults(text.toString())).containsExactly("100002  too-many-lines");
    }
}
