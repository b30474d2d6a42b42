package akashi.operation;

import akashi.definition.CheckedFiles;
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

    /** A shipped text with some of its texts replaced, each of which must be there. */
    public static String changed(String code, Map<String, String> changes) {
        String text = shipped(code);
        for (var change : changes.entrySet()) {
            if (!text.contains(change.getKey())) {
                throw new IllegalArgumentException(code + " does not contain " + change.getKey());
            }
            text = text.replace(change.getKey(), change.getValue());
        }
        return text;
    }
}
