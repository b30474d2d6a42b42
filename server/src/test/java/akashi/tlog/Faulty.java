package akashi.tlog;

import akashi.TestDatabase;
import akashi.ledger.CanonicalJson;
import akashi.usage.LedgerUnavailable;
import akashi.usage.Proved;
import akashi.usage.TestUses;
import akashi.usage.UseId;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.postgresql.ds.PGSimpleDataSource;

/** What tests of ledgers under faults share; after each of them every ledger must verify. */
abstract class Faulty {
    final Clock clock = Clock.systemUTC();
    final String name = "fault-" + UUID.randomUUID();

    @AfterEach
    void everyLedgerVerifies() {
        TreeCheck.check(owner());
    }

    static UseId change(TestNode node) {
        return node.transaction().execute(status -> node.log().record(TestUses.inquiry(TestUses.officer("400003"))));
    }

    static Proved eventually(TestNode node, UseId change) {
        while (true) {
            try {
                return node.log().proved(change);
            } catch (LedgerUnavailable e) {
                Thread.onSpinWait();
            }
        }
    }

    static boolean stored(Proved proved) {
        return !CheckpointSql.on(owner())
                .leaves(proved.log(), proved.index(), 1)
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> leaf(Proved proved) {
        var leaves = CheckpointSql.on(owner()).leaves(proved.log(), proved.index(), 1);
        return (Map<String, Object>) CanonicalJson.parse(leaves.getFirst());
    }

    static PGSimpleDataSource owner() {
        var owner = new PGSimpleDataSource();
        owner.setUrl(TestDatabase.url("akashi_owner"));
        return owner;
    }
}
