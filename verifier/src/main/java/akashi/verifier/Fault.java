package akashi.verifier;

import java.util.Locale;

/** What can be wrong with an exported log. The words for each are under {@code fault.} and its code. */
enum Fault {
    /** An entry is not the one the log's tile was made of. */
    ENTRY_CHANGED,
    /** An entry is gone; those behind it may have moved up. */
    ENTRY_REMOVED,
    /** There is an entry the log's tile knows nothing of, and the others have moved on. */
    ENTRY_INSERTED,
    /** Two entries have changed places. */
    ENTRIES_SWAPPED,
    /** The entries end before the signed size. */
    ENTRIES_CUT,
    /** A bundle of entries does not follow its format. */
    BUNDLE_MALFORMED,
    /** An entry is not canonical JSON, as far as it was looked at. */
    ENTRY_MALFORMED,
    /** The entries are as they were signed, the tile is not. */
    TILE_CHANGED,
    TILE_MISSING,
    /** A private part is not the one its entry commits to. */
    PRIVATE_PART_ALTERED,
    /** A private part belongs to an entry that commits to none. */
    PRIVATE_PART_UNEXPECTED,
    /** An entry commits to a private part of which the export says nothing, not even that it was erased. */
    PRIVATE_PART_UNACCOUNTED,
    PRIVATE_PARTS_MALFORMED,
    CHECKPOINT_MALFORMED,
    /** Entries and tiles agree, but not with what was signed. */
    REWRITTEN,
    /** Two signed checkpoints over the same size have different roots. */
    FORKED,
    /** A checkpoint was signed over more entries than there are now. */
    ROLLED_BACK,
    UNKNOWN_SIGNER,
    FALSE_SIGNATURE,
    OTHER_LOG,
    /** The key that signed had been retired before the log was that large. */
    RETIRED_KEY,
    /** No checkpoint was cosigned by as many witnesses as the trust file asks for. */
    NO_QUORUM;

    /** As in machine-readable output, such as {@code entry-changed}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
