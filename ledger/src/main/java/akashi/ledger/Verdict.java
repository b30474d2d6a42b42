package akashi.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What checking a receipt came to. */
public sealed interface Verdict {
    /**
     * The entry is in the log, at that index, and a trusted key signed for it.
     *
     * @param size of the tree the log signed
     * @param witnessedAt the latest time a trusted witness gives for having seen that tree
     * @param witnesses names of the trusted witnesses that cosigned
     */
    record Verified(
            long index,
            long size,
            String origin,
            @Nullable Instant witnessedAt,
            List<String> witnesses,
            PrivatePart privatePart)
            implements Verdict {
        public Verified {
            witnesses = List.copyOf(witnesses);
        }
    }

    /** Nothing is proved, for this reason. */
    record NotVerified(Reason reason) implements Verdict {}

    /** What became of the private part (keys as typed, free text). */
    enum PrivatePart {
        /** The entry never had one. */
        NONE,
        /** It is here and is the one the entry commits to. */
        MATCHES,
        /** The entry commits to one that is not here: erased, or not handed out. */
        ABSENT
    }

    /** Why a receipt proves nothing. */
    enum Reason {
        /** No key was given to check with; everything that needs none is in order. */
        NO_KEY,
        /** The entry is not canonical JSON. */
        ENTRY_MALFORMED,
        /** The proof does not follow its format. */
        PROOF_MALFORMED,
        /** The checkpoint does not follow its format. */
        CHECKPOINT_MALFORMED,
        /** The hashes do not lead from this entry to the checkpoint's root. */
        NOT_INCLUDED,
        /** The private part is not the one the entry commits to. */
        PRIVATE_PART_ALTERED,
        /** There is a private part, but the entry commits to none. */
        PRIVATE_PART_UNEXPECTED,
        /** No log key that was given signed the checkpoint. */
        UNKNOWN_SIGNER,
        /** A signature under the name of a trusted key is false. */
        FALSE_SIGNATURE,
        /** The key that signed belongs to another log. */
        OTHER_LOG,
        /** The key that signed had been retired before the log was that large. */
        RETIRED_KEY,
        /** Fewer witnesses cosigned the checkpoint than are asked for. */
        NO_QUORUM;

        /** The reason as it stands in machine-readable output, such as {@code not-included}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
