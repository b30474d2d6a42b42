package akashi.usage;

import akashi.web.Unavailable;

/**
 * The ledger could not write the entry in time, so nothing may be shown (台帳に記録できないため開示できません). The caller may try again;
 * whether the entry was stored after all does not matter, because nothing was disclosed for it.
 */
public final class LedgerUnavailable extends Unavailable {
    private static final long serialVersionUID = 1;

    LedgerUnavailable(String message) {
        super(message);
    }

    LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
