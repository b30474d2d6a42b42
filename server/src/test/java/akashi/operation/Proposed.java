package akashi.operation;

import akashi.definition.CheckedFiles;
import akashi.definition.Label;
import java.util.Map;
import java.util.TreeMap;

/** Definitions as people propose them, made from shipped ones. */
public final class Proposed {
    private Proposed() {}

    /** The shipped text of an operation. */
    public static String shipped(String code) {
        String text = CheckedFiles.shipped().get(code + ".yaml");
        if (text == null) {
            throw new IllegalArgumentException(code + " is not shipped");
        }
        return text;
    }

    /** Starts with a program that ships this text for an operation, beside all others. */
    public static void ship(Operations operations, String code, String yaml) {
        var files = new TreeMap<>(CheckedFiles.shipped());
        files.put(code + ".yaml", yaml);
        operations.adopt(files);
    }

    /** A new operation like that for stolen vehicles. */
    public static String like(String code, String prefix) {
        return changed(
                "stolen-vehicle", Map.of("code: stolen-vehicle\n", "code: " + code + "\n", "'盗車-", "'" + prefix + "-"));
    }

    /**
     * The same as another section would propose it.
     *
     * @param name Japanese and English beginning of its name, each of which the code follows
     * @param changes texts, each of which must be there, each followed by what takes its place
     */
    public static String like(OperationCode code, String prefix, String section, Label name, String... changes) {
        String text = like(code.value(), prefix)
                .replace("section: H304", "section: " + section)
                .replace(
                        "ja: 盗難車両手配, en: Stolen vehicles",
                        "ja: " + name.ja() + code + ", en: " + name.en() + " " + code);
        for (int i = 0; i < changes.length; i += 2) {
            text = replaced(code.value(), text, changes[i], changes[i + 1]);
        }
        return text;
    }

    /** A shipped text with some of its texts replaced, each of which must be there. */
    public static String changed(String code, Map<String, String> changes) {
        String text = shipped(code);
        for (var change : changes.entrySet()) {
            text = replaced(code, text, change.getKey(), change.getValue());
        }
        return text;
    }

    private static String replaced(String code, String text, String old, String changed) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException(code + " does not contain " + old);
        }
        return text.replace(old, changed);
    }
}
