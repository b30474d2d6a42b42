package akashi.verifier;

import akashi.ledger.KnownAnswers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs every file of test vectors in a folder and those below it. A file is known by the beginning of its name, pairs
 * of JSON and canonical JSON by {@code input} and {@code output}, as folder or as beginning of the name.
 */
final class VectorReport {
    private static final int SHOWN = 20;

    private final Words words;
    private final PrintStream out;
    private final PrintStream err;
    private int right;
    private int wrong;

    VectorReport(Words words, PrintStream out, PrintStream err) {
        this.words = words;
        this.out = out;
        this.err = err;
    }

    Exit run(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            if (!Files.isDirectory(folder)) {
                err.println(words.say("folder.unreadable", folder));
                return Exit.USAGE;
            }
            List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                run(folder, file.toAbsolutePath());
            }
        } catch (IOException e) {
            err.println(words.say("folder.unreadable", folder));
            return Exit.USAGE;
        }
        if (right + wrong == 0) {
            out.println(words.say("vectors.none", folder));
            return Exit.FORGED;
        }
        out.println(words.say("vectors.sum", right + wrong, right, wrong));
        return wrong == 0 ? Exit.VERIFIED : Exit.FORGED;
    }

    private void run(Path folder, Path file) throws IOException {
        String shown = folder.toAbsolutePath().relativize(file).toString();
        Optional<KnownAnswers.Tally> tally = tally(file);
        if (tally.isEmpty()) {
            wrong++;
            out.println(words.say("vectors.unknown", shown));
            return;
        }
        List<String> failed = tally.get().failed();
        boolean good = failed.isEmpty() && tally.get().passed() > 0;
        out.println(words.say(
                good ? "vectors.passed" : "vectors.failed", shown, tally.get().passed(), failed.size()));
        failed.stream().limit(SHOWN).forEach(name -> out.println("    " + Words.plain(name)));
        if (good) {
            right++;
        } else {
            wrong++;
        }
    }

    private static Optional<KnownAnswers.Tally> tally(Path file) throws IOException {
        Optional<Path> output = partner(file, "input", "output");
        if (output.isPresent()) {
            return Optional.of(KnownAnswers.canonicalPair(
                    file.getFileName().toString(), Files.readAllBytes(file), Files.readAllBytes(output.get())));
        }
        Optional<Path> input = partner(file, "output", "input");
        if (input.isPresent()) {
            return Optional.of(KnownAnswers.canonicalPair(
                    file.getFileName().toString(), Files.readAllBytes(input.get()), Files.readAllBytes(file)));
        }
        return KnownAnswers.run(file.getFileName().toString(), Files.readAllBytes(file));
    }

    /** The other file of a pair, if this one is of the first kind and the other is there. */
    private static Optional<Path> partner(Path file, String kind, String other) {
        String name = file.getFileName().toString();
        Path folder = file.getParent();
        Path partner = null;
        if (folder != null && folder.endsWith(kind)) {
            partner = folder.resolveSibling(other).resolve(name);
        } else if (name.startsWith(kind)) {
            partner = file.resolveSibling(other + name.substring(kind.length()));
        }
        return Optional.ofNullable(partner).filter(Files::isRegularFile);
    }
}
