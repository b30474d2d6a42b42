package akashi.usage;

import akashi.tlog.NotWritten;
import akashi.web.Unavailable;

/**
 * The ledger could not write the entry in time, so nothing may be shown (台帳に記録できないため開示できません). The caller may try again;
 * whether the entry was stored after all does not matter, because nothing was disclosed for it.
 */
public final class LedgerUnavailable extends Unavailable {
    private static final long serialVersionUID = 1;

    private final String kind;

    private LedgerUnavailable(String message) {
        super(message);
        this.kind = super.kind();
    }

    private LedgerUnavailable(String message, String kind) {
        super(message);
        this.kind = kind;
    }

    /** Nobody outside has watched the ledger for so long that nothing is opened any more. */
    static LedgerUnavailable unwatched(String since) {
        return new LedgerUnavailable("No quorum of witnesses has cosigned the ledger since " + since, "unwatched");
    }

    /** The node writes, but no checkpoint covers so many entries yet; the next one will. */
    public static LedgerUnavailable notSignedYet(long size) {
        return new LedgerUnavailable("No checkpoint over " + size + " entries was signed yet");
    }

    /** The entry stands on the ledger of a node that stopped before it signed it, and only that node can. */
    public static LedgerUnavailable unsigned(long size) {
        return new LedgerUnavailable(
                "The ledger of another node has no checkpoint over " + size + " entries", "unsigned");
    }

    LedgerUnavailable(NotWritten why) {
        super(String.valueOf(why.getMessage()), why);
        this.kind = super.kind();
    }

    @Override
    public String kind() {
        return kind;
    }
}
