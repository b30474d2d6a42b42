package akashi.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with signature lines (c2sp.org/signed-note). The text must not be believed before {@link #open} says so.
 *
 * @param text ends with a newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** More signatures than this are refused unread. */
    public static final int MAX_SIGNATURES = 100;

    /** Longer notes are refused unread. */
    public static final int MAX_BYTES = 1_000_000;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || hasControl(text)) {
            throw new MalformedException("a note's text ends with a newline and has no other control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new MalformedException("a note has 1 to " + MAX_SIGNATURES + " signatures");
        }
    }

    /** Signs a checkpoint with a log's key. */
    public static SignedNote of(Checkpoint checkpoint, NoteSigner signer) {
        return new SignedNote(checkpoint.body(), List.of(signer.sign(checkpoint.body())));
    }

    /**
     * Reads a note.
     *
     * @throws MalformedException if it is not one, is not UTF-8, or is too large
     */
    public static SignedNote parse(byte[] note) {
        if (note.length > MAX_BYTES) {
            throw new MalformedException("the note is too large");
        }
        return parse(Text.utf8(note, "the note"));
    }

    /**
     * Reads a note.
     *
     * @throws MalformedException if it is not one, or is too large
     */
    public static SignedNote parse(String note) {
        if (note.length() > MAX_BYTES) {
            throw new MalformedException("the note is too large");
        }
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
            throw new MalformedException("a note is a text, an empty line and signature lines");
        }
        String[] lines = note.substring(split + 2, note.length() - 1).split("\n", MAX_SIGNATURES + 1);
        if (lines.length > MAX_SIGNATURES) {
            throw new MalformedException("the note has too many signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>(lines.length);
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n');
    }

    /** The same text with more signatures behind those it has; a line it has already is not repeated. */
    public SignedNote with(Collection<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        more.stream().filter(signature -> !all.contains(signature)).forEach(all::add);
        return new SignedNote(text, all);
    }

    /** The whole note, ready to be stored or sent. */
    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    /**
     * Checks the signatures. Those of unknown keys are ignored, even if name or number alone is known; one of a known
     * key that does not verify spoils the note; repeated ones count once.
     *
     * @throws IllegalArgumentException if two of the trusted keys have the same name and number
     */
    public Opening open(Collection<NoteVerifier> trusted) {
        requireDistinct(trusted);
        List<Opening.Signed> verified = new ArrayList<>();
        List<NoteSignature> unknown = new ArrayList<>();
        Set<NoteVerifier> seen = new HashSet<>();
        for (NoteSignature signature : signatures) {
            NoteVerifier by = null;
            for (NoteVerifier verifier : trusted) {
                if (verifier.made(signature)) {
                    by = verifier;
                }
            }
            if (by == null) {
                unknown.add(signature);
            } else if (seen.add(by)) {
                if (!by.verify(text, signature)) {
                    return new Opening.FalseSignature(by);
                }
                verified.add(new Opening.Signed(by, signature));
            }
        }
        return verified.isEmpty() ? new Opening.NoKnownSignature() : new Opening.Opened(verified, unknown);
    }

    private static void requireDistinct(Collection<NoteVerifier> trusted) {
        Set<String> keys = new HashSet<>();
        for (NoteVerifier verifier : trusted) {
            if (!keys.add(verifier.toString())) {
                throw new IllegalArgumentException("ambiguous key " + verifier);
            }
        }
    }
}
