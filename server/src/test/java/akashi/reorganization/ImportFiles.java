package akashi.reorganization;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Small import files for tests. */
final class ImportFiles {
    static final Charset CP932 = Charset.forName("windows-31j");

    private ImportFiles() {}

    static ImportFile utf8(String name, String text) {
        return new ImportFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static ImportFile cp932(String name, String text) {
        return new ImportFile(name, text.getBytes(CP932));
    }

    static ImportFile units(String... lines) {
        return utf8("所属.csv", "所属コード,所属名,種別,上位所属コード,開始日,終了日,承継元,応援先,出典\n" + String.join("\n", lines));
    }

    static ImportFile posts(String... lines) {
        return utf8("職.csv", "職コード,所属コード,職名,職区分,定員,開始日,代理順位\n" + String.join("\n", lines));
    }

    static ImportFile people(String... lines) {
        return utf8("職員.csv", "職員番号,氏名,氏名カナ,階級,職員区分,勤務状態,開始日,終了日\n" + String.join("\n", lines));
    }

    static ImportFile appointments(String... lines) {
        return utf8("任用.csv", "職員番号,職コード,任用区分,開始日,終了日,辞令番号\n" + String.join("\n", lines));
    }

    static ImportFile duty(String... lines) {
        return utf8("当直.csv", "所属コード,職員番号,当直責任者,開始日時,終了日時\n" + String.join("\n", lines));
    }
}
