package akashi.verifier;

import akashi.ledger.Trust;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files named on the command line; one that cannot be used is told on the error output. */
final class InputFiles {
    private final Words words;
    private final PrintStream err;

    InputFiles(Words words, PrintStream err) {
        this.words = words;
        this.err = err;
    }

    /** The file's content; nothing if it cannot be read or is larger than that. */
    Optional<byte[]> read(Path file, int most) {
        try {
            if (Files.size(file) > most) {
                err.println(words.say("file.large", file));
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            err.println(words.say("file.unreadable", file));
            return Optional.empty();
        }
    }

    /** Whom to trust: nobody if no file was named, nothing if the one named cannot be used. */
    Optional<Trust> trust(@Nullable Path file) {
        return file == null ? Optional.of(Trust.of(List.of())) : Optional.ofNullable(TrustFile.read(file, words, err));
    }
}
