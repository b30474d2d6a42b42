package akashi.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** What tests of names and numbers share: unwrapping outcomes, reading shared data. */
public final class Read {
    private Read() {}

    static <T> T good(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Good<T>(T value) -> value;
            case Parsed.Bad<T> bad -> throw new AssertionError(bad.toString());
        };
    }

    static String bad(Parsed<?> parsed) {
        return switch (parsed) {
            case Parsed.Good<?> good -> throw new AssertionError(good.toString());
            case Parsed.Bad<?> bad -> bad.messageKey();
        };
    }

    static List<Object> args(Parsed<?> parsed) {
        return switch (parsed) {
            case Parsed.Good<?> good -> throw new AssertionError(good.toString());
            case Parsed.Bad<?> bad -> bad.args();
        };
    }

    static PersonName name(String written) {
        return good(PersonName.parse(written, null, null));
    }

    static PersonName name(String written, String kana) {
        return good(PersonName.parse(written, kana, null));
    }

    /** A file of the shared data, or the test is skipped and says so. */
    static Path shared(String path) {
        var file = Path.of(System.getProperty("akashi.shared", "../../shared"))
                .resolve("data")
                .resolve(path);
        Assumptions.assumeTrue(Files.isReadable(file), "SKIPPED, no shared data: " + file);
        return file;
    }

    /** The lines of a file of the shared data, its heading left out. */
    public static List<String[]> rows(String path) {
        try {
            return Files.readAllLines(shared(path)).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The best grade at which two names meet over the given kinds, or null. */
    static @Nullable Grade meet(List<SearchKey> one, List<SearchKey> other) {
        Grade best = null;
        for (var a : one) {
            for (var b : other) {
                var grade = a.meets(b);
                best = grade != null && (best == null || grade.compareTo(best) < 0) ? grade : best;
            }
        }
        return best;
    }
}
