package akashi.proof;

import akashi.tlog.Ledger;
import akashi.tlog.StoredLogs;
import akashi.tlog.Watched;
import javax.sql.DataSource;

/** Receipts without the application around them. */
public final class TestReceipts {
    private TestReceipts() {}

    /** Those of the ledgers of a database. */
    public static Receipts of(DataSource source, Ledger ledger, Watched watched) {
        return new Receipts(EntrySql.on(source), StoredLogs.on(source), ledger, watched);
    }
}
