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
}
