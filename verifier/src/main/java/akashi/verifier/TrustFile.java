package akashi.verifier;

import akashi.ledger.MalformedException;
import akashi.ledger.NoteVerifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys a person trusts: a text file with one verifier key ({@code name+hash+base64}) a line, of logs and of
 * witnesses; lines that start with {@code #} and empty lines say nothing. Old keys stay in it so that old receipts stay
 * verifiable.
 */
final class TrustFile {
    private TrustFile() {}

    /** What reading it came to. */
    sealed interface Outcome {}

    /** At least one key, each once. */
    record Keys(List<NoteVerifier> keys) implements Outcome {
        Keys {
            keys = List.copyOf(keys);
        }
    }

    /** No key in it. */
    record Empty() implements Outcome {}

    /** The line, counted from 1, that is not a key. */
    record Broken(int line) implements Outcome {}

    static Outcome parse(byte[] file) {
        List<NoteVerifier> keys = new ArrayList<>();
        List<String> lines = new String(file, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                NoteVerifier key = NoteVerifier.parse(line);
                if (!keys.contains(key)) {
                    keys.add(key);
                }
            } catch (MalformedException e) {
                return new Broken(i + 1);
            }
        }
        return keys.isEmpty() ? new Empty() : new Keys(keys);
    }
}
