package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ledger.Checkpoint;
import akashi.ledger.Frontier;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.SignedNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The log of a program, read by an onlooker straight from the database and derived again from its entries alone. */
final class Tree {
    private final Connection connection;

    Tree(Connection connection) {
        this.connection = connection;
    }

    /**
     * Derives the tree anew: no place missing, none taken twice, and every signed checkpoint over exactly these
     * entries.
     *
     * @return its size
     */
    long verify() throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var frontier = new Frontier();
        Map<Long, Hash> roots = new HashMap<>();
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (var rows = statement.executeQuery("select idx, leaf from usage_leaf where log = 1 order by idx")) {
                while (rows.next()) {
                    assertThat(rows.getLong("idx")).as("place in the log").isEqualTo(frontier.size());
                    frontier.append(Merkle.leafHash(rows.getBytes("leaf")));
                    roots.put(frontier.size(), frontier.root());
                }
            }
            try (var rows = statement.executeQuery("select size, note from usage_checkpoint where log = 1")) {
                while (rows.next()) {
                    var signed = Checkpoint.parse(
                            SignedNote.parse(rows.getString("note")).text());
                    assertThat(roots).as("what was signed").containsEntry(rows.getLong("size"), signed.root());
                }
            }
        }
        connection.rollback();
        return frontier.size();
    }

    /** Those of these places that the log does not have. */
    List<Long> missing(List<Long> places) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select idx from unnest(?::bigint[]) as answer (idx)
                 where not exists (select from usage_leaf leaf where leaf.log = 1 and leaf.idx = answer.idx)
                """)) {
            statement.setArray(1, connection.createArrayOf("bigint", places.toArray()));
            try (var rows = statement.executeQuery()) {
                var missing = new ArrayList<Long>();
                while (rows.next()) {
                    missing.add(rows.getLong(1));
                }
                return missing;
            }
        }
    }
}
