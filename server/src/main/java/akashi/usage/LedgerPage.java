package akashi.usage;

import akashi.web.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The ledger as a whole, and how to check it without trusting this page. */
record LedgerPage(String origin, long size, @Nullable Instant signed, boolean writing, String verifierKey)
        implements Page {
    @Override
    public String template() {
        return "usage/ledger";
    }

    @Override
    public String title() {
        return "usage.ledger.title";
    }
}
