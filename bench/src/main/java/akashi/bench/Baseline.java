package akashi.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What Akashi is held against: the same select on the same rows and one committed insert of an entry's size, straight
 * over JDBC with 8 connections. No HTTP, no session, no decision, no tree, no proof.
 */
final class Baseline {
    static final int CONNECTIONS = 8;
    private static final String SELECT = """
            select k.grade, r.id, r.operation, r.document_type, r.answer_version, r.answer_since, r.answer_state, r.unit, r.sealed,
                   r.number, r.answer
              from (select record_id, grade
                      from record_key
                     where digest = ? and operation = ? and until is null
                     limit 50) k
              join record r on r.id = k.record_id
            """;
    private static final String INSERT = "insert into bench_baseline (at, body) values (now(), ?)";
    private static final int ENTRY = 900;

    private final Server server;
    private final long[] plates;
    private final int operation = digest("stolen-vehicle").getInt();

    Baseline(Server server, List<String> plates) {
        this.server = server;
        this.plates = plates.stream()
                .mapToLong(plate -> digest("PLATE " + plate).getLong())
                .toArray();
    }

    /** What key rows hold instead of a key. */
    private static ByteBuffer digest(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    /** Makes the table the entries go to, as the owner of the schema. */
    void prepare() throws SQLException {
        try (var connection = server.connect("akashi_owner");
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_baseline");
            statement.execute(
                    "create table bench_baseline (id bigint generated always as identity primary key, at timestamptz, body bytea)");
            statement.execute("grant select, insert on bench_baseline to akashi_app");
        }
    }

    void clean() throws SQLException {
        try (var connection = server.connect("akashi_owner");
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_baseline");
        }
    }

    /** One round; each connection asks as fast as it is answered. */
    Round run(int seconds) throws InterruptedException {
        return Round.of(CONNECTIONS, seconds, (_, round) -> {
            try (var connection = server.connect("akashi_app");
                    var select = connection.prepareStatement(SELECT);
                    var insert = connection.prepareStatement(INSERT)) {
                while (round.running()) {
                    var begun = System.nanoTime();
                    one(connection, select, insert);
                    round.timings().add(System.nanoTime() - begun);
                }
            }
        });
    }

    private void one(Connection connection, PreparedStatement select, PreparedStatement insert) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("Each insert of the baseline must be committed by itself");
        }
        select.setLong(1, plates[ThreadLocalRandom.current().nextInt(plates.length)]);
        select.setInt(2, operation);
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                if (rows.getString("answer") == null) {
                    throw new IllegalStateException("A record that answers without an answer");
                }
            }
        }
        var entry = new byte[ENTRY];
        ThreadLocalRandom.current().nextBytes(entry);
        insert.setBytes(1, entry);
        if (insert.executeUpdate() != 1) {
            throw new IllegalStateException("The baseline's insert wrote no row");
        }
    }
}
