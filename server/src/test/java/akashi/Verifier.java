package akashi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The verifier as an auditor calls it. The server knows nothing of that program, so its sources are compiled here, once
 * a run, and only the ledger library is shared.
 */
public final class Verifier {
    private static final Path SOURCES = Path.of("../verifier/src/main");
    private static final Method RUN = load();

    private Verifier() {}

    /** How a call ended ({@code VERIFIED}, {@code FORGED}, …) and what it said, in English. */
    public record Answer(String exit, String said) {
        /** The lines about what is wrong. */
        public List<String> faults() {
            return said.lines()
                    .filter(line -> line.endsWith("]"))
                    .map(String::strip)
                    .toList();
        }
    }

    public static Answer run(String... args) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        try {
            var exit = RUN.invoke(null, List.of(args), Map.of("LANG", "en_GB.UTF-8"), out, out);
            return new Answer(String.valueOf(exit), said.toString(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The verifier must have an entry point", e);
        }
    }

    private static Method load() {
        try {
            var classes = Scratch.folder("verifier");
            compile(classes);
            copyWords(classes);
            var loader = new URLClassLoader(
                    new URL[] {classes.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
            var run = loader.loadClass("akashi.verifier.Main")
                    .getDeclaredMethod("run", List.class, Map.class, PrintStream.class, PrintStream.class);
            run.setAccessible(true);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The verifier must have an entry point", e);
        }
    }

    private static void compile(Path classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(SOURCES.resolve("java"))) {
            var options = List.of("-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
            var units = files.getJavaFileObjectsFromPaths(
                    sources.filter(file -> file.toString().endsWith(".java")).toList());
            if (!compiler.getTask(null, files, null, options, null, units).call()) {
                throw new IllegalStateException("The verifier must compile");
            }
        }
    }

    private static void copyWords(Path classes) throws IOException {
        for (var lang : List.of("ja", "en")) {
            var name = "akashi/verifier/words_" + lang + ".properties";
            var _ = Files.copy(SOURCES.resolve("resources").resolve(name), classes.resolve(name));
        }
    }
}
