package akashi.ledger;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person keeps of one use (証): the entry, its proof, and, unless erased or withheld, the private part. A file of
 * canonical JSON, described in docs/adr/0003-receipt-format.md. It never carries the key it is checked with.
 *
 * @param entry the leaf as it is hashed: canonical JSON
 * @param proof text of a {@link TlogProof}
 */
public record Receipt(String entry, @Nullable PrivatePart privatePart, String proof) {
    /** Value of the member {@code format}. */
    public static final String FORMAT = "akashi.receipt/v1";

    /** Longer files are refused unread. */
    public static final int MAX_BYTES = 16_000_000;

    /** Member of an entry that holds its {@link Commitment} in base64; an entry without one has no private part. */
    public static final String COMMITMENT = "private";

    private static final Set<String> MEMBERS = Set.of("format", "entry", "private", "proof");

    /**
     * The private part of an entry: what is erased when its retention ends.
     *
     * @param salt of the commitment, in base64
     * @param body as it was committed to
     */
    public record PrivatePart(String salt, String body) {
        public PrivatePart {
            if (Text.base64(salt, "the salt").length != Commitment.SALT) {
                throw new MalformedException("the salt has " + Commitment.SALT + " bytes");
            }
        }

        /** With the salt as bytes. */
        public static PrivatePart of(byte[] salt, String body) {
            return new PrivatePart(Base64.getEncoder().encodeToString(salt), body);
        }

        Hash commitment() {
            return Commitment.of(Base64.getDecoder().decode(salt), Text.bytes(body));
        }
    }

    /**
     * Reads a receipt exactly as {@link #format()} writes it, the last newline being optional. What it claims is not
     * checked here.
     *
     * @throws MalformedException if it is another kind of file, has other members, or is written differently
     */
    public static Receipt parse(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new MalformedException("the receipt is too large");
        }
        String text = Text.utf8(file, "the receipt");
        String json = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (!(CanonicalJson.parse(json) instanceof Map<?, ?> members) || !MEMBERS.containsAll(members.keySet())) {
            throw new MalformedException("a receipt is an object of format, entry, private and proof");
        }
        if (!FORMAT.equals(members.get("format"))) {
            throw new MalformedException("the file is not of the format " + FORMAT);
        }
        if (!CanonicalJson.text(members).equals(json)) {
            throw new MalformedException("the receipt is not canonical JSON");
        }
        return new Receipt(string(members, "entry"), privatePart(members), string(members, "proof"));
    }

    private static @Nullable PrivatePart privatePart(Map<?, ?> members) {
        Object part = members.get("private");
        if (part == null) {
            return null;
        }
        if (!(part instanceof Map<?, ?> inner) || !inner.keySet().equals(Set.of("salt", "body"))) {
            throw new MalformedException("a receipt's private part is an object of salt and body");
        }
        return new PrivatePart(string(inner, "salt"), string(inner, "body"));
    }

    private static String string(Map<?, ?> members, String name) {
        if (!(members.get(name) instanceof String text)) {
            throw new MalformedException("the receipt has no text " + name);
        }
        return text;
    }

    /** The file: canonical JSON and a newline, in UTF-8. */
    public byte[] format() {
        Map<String, Object> members = new TreeMap<>();
        members.put("format", FORMAT);
        members.put("entry", entry);
        members.put("proof", proof);
        if (privatePart != null) {
            members.put("private", Map.of("salt", privatePart.salt(), "body", privatePart.body()));
        }
        return Text.bytes(CanonicalJson.text(members) + "\n");
    }

    /** As {@link #verify(Collection)}. */
    public Verdict verify(NoteVerifier... trusted) {
        return verify(List.of(trusted));
    }

    /**
     * Checks everything the receipt claims: entry, private part, proof, and the signatures by the trusted keys. A log's
     * key counts only for the log whose origin it is named after. Without keys the answer is never better than
     * {@link Verdict.Reason#NO_KEY}, and that one says that all the rest is in order.
     *
     * @throws IllegalArgumentException if two of the keys have the same name and number
     */
    public Verdict verify(Collection<NoteVerifier> trusted) {
        return verify(Trust.of(trusted));
    }

    /**
     * Checks everything the receipt claims, as {@link #verify(Collection)}, and further that the log's key was not
     * retired before that tree, and that as many witnesses cosigned as are asked for.
     */
    public Verdict verify(Trust trust) {
        return new ReceiptCheck(this, trust).run();
    }

    /** One run of the check; each step answers the reason it found, or goes on to the next. */
    private static final class ReceiptCheck {
        private final Receipt receipt;
        private final Trust trust;

        ReceiptCheck(Receipt receipt, Trust trust) {
            this.receipt = receipt;
            this.trust = trust;
        }

        Verdict run() {
            Map<?, ?> entry;
            try {
                if (!(CanonicalJson.parse(receipt.entry) instanceof Map<?, ?> members)
                        || !CanonicalJson.text(members).equals(receipt.entry)) {
                    return no(Verdict.Reason.ENTRY_MALFORMED);
                }
                entry = members;
            } catch (MalformedException e) {
                return no(Verdict.Reason.ENTRY_MALFORMED);
            }
            return switch (privatePart(entry)) {
                case PartOrReason.Part(Verdict.PrivatePart part) -> proof(part);
                case PartOrReason.Fault(Verdict.Reason reason) -> no(reason);
            };
        }

        private PartOrReason privatePart(Map<?, ?> entry) {
            Object commitment = entry.get(COMMITMENT);
            PrivatePart part = receipt.privatePart;
            if (commitment == null) {
                return part == null
                        ? new PartOrReason.Part(Verdict.PrivatePart.NONE)
                        : new PartOrReason.Fault(Verdict.Reason.PRIVATE_PART_UNEXPECTED);
            }
            if (part == null) {
                return new PartOrReason.Part(Verdict.PrivatePart.ABSENT);
            }
            return part.commitment().toBase64().equals(commitment)
                    ? new PartOrReason.Part(Verdict.PrivatePart.MATCHES)
                    : new PartOrReason.Fault(Verdict.Reason.PRIVATE_PART_ALTERED);
        }

        private Verdict proof(Verdict.PrivatePart part) {
            TlogProof proof;
            try {
                proof = TlogProof.parse(receipt.proof);
            } catch (MalformedException e) {
                return no(Verdict.Reason.PROOF_MALFORMED);
            }
            SignedNote note;
            Checkpoint checkpoint;
            try {
                note = SignedNote.parse(proof.checkpoint());
                checkpoint = Checkpoint.parse(note.text());
            } catch (MalformedException e) {
                return no(Verdict.Reason.CHECKPOINT_MALFORMED);
            }
            Hash leaf = Merkle.leafHash(Text.bytes(receipt.entry));
            if (!Merkle.verifyInclusion(proof.index(), checkpoint.size(), leaf, proof.hashes(), checkpoint.root())) {
                return no(Verdict.Reason.NOT_INCLUDED);
            }
            return switch (CheckpointCheck.check(note, checkpoint, trust)) {
                case CheckpointCheck.Fault(Verdict.Reason reason) -> no(reason);
                case CheckpointCheck.Signed signed ->
                    new Verdict.Verified(
                            proof.index(),
                            checkpoint.size(),
                            checkpoint.origin(),
                            signed.witnessedAt(),
                            signed.witnesses(),
                            part);
            };
        }

        private static Verdict no(Verdict.Reason reason) {
            return new Verdict.NotVerified(reason);
        }
    }

    private sealed interface PartOrReason {
        record Part(Verdict.PrivatePart part) implements PartOrReason {}

        record Fault(Verdict.Reason reason) implements PartOrReason {}
    }
}
