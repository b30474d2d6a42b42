package akashi.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Entry point of the offline check. It reads the files it is given and nothing else, and writes to its output only. */
final class Main {
    private Main() {}

    static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        Exit exit = run(List.of(args), System.getenv(), out, err);
        out.flush();
        err.flush();
        System.exit(exit.code());
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
    }

    /** Everything {@link #main} does but leaving the program. */
    static Exit run(List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
        return switch (Arguments.parse(args)) {
            case Arguments.Help(String lang) -> {
                out.println(Words.of(lang, environment).say("usage"));
                yield Exit.VERIFIED;
            }
            case Arguments.Wrong(String lang, String key, String what) -> {
                Words words = Words.of(lang, environment);
                err.println(words.say(key, what));
                err.println(words.say("usage"));
                yield Exit.USAGE;
            }
            case Arguments.Check check ->
                new ReceiptReport(Words.of(check.lang(), environment), out, err).run(check.file(), check.keyFile());
            case Arguments.All all ->
                new LogReport(Words.of(all.lang(), environment), out, err).run(all.folder(), all.keyFile(), all.kept());
            case Arguments.Vectors vectors ->
                new VectorReport(Words.of(vectors.lang(), environment), out, err).run(vectors.folder());
        };
    }
}
