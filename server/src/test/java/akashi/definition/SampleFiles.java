package akashi.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A small, faultless set of definition files for tests to break. */
public final class SampleFiles {
    private static final String[] NAMES = {
        "sample.yaml", "codes/purposes.yaml", "codes/case-registers.yaml", "codes/cautions.yaml", "codes/sexes.yaml"
    };

    private SampleFiles() {}

    public static Map<String, String> all() {
        var files = new TreeMap<String, String>();
        for (String name : NAMES) {
            files.put(name, text(name));
        }
        return files;
    }

    /** The files, with one text in one of them replaced by another. */
    public static Map<String, String> broken(String file, String text, String by) {
        var files = all();
        String whole = files.getOrDefault(file, "");
        if (!whole.contains(text)) {
            throw new IllegalArgumentException(file + " does not contain " + text);
        }
        files.put(file, whole.replace(text, by));
        return files;
    }

    private static String text(String name) {
        try (var in = SampleFiles.class.getResourceAsStream("/operations-sample/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
