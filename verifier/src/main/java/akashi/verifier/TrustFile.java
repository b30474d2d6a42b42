package akashi.verifier;

import akashi.ledger.Trust;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The trust file a person hands over with {@code --key}; docs/formats/trust.md describes it. */
final class TrustFile {
    private static final int MAX_BYTES = 1_000_000;

    private TrustFile() {}

    /** The file as it was understood; null, with a sentence on {@code err}, where it was not. */
    static @Nullable Trust read(Path file, Words words, PrintStream err) {
        byte[] content;
        try {
            if (Files.size(file) > MAX_BYTES) {
                err.println(words.say("file.large", file));
                return null;
            }
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            err.println(words.say("file.unreadable", file));
            return null;
        }
        return switch (Trust.parse(content)) {
            case Trust.Outcome.Read(Trust trust) when !trust.keys().isEmpty() -> trust;
            case Trust.Outcome.Read(Trust _) -> {
                err.println(words.say("key.empty", file));
                yield null;
            }
            case Trust.Outcome.Broken(int line, Trust.Fault fault) -> {
                String reason = words.say(
                        "key.fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                err.println(words.say("key.broken", file, line, reason));
                yield null;
            }
        };
    }
}
