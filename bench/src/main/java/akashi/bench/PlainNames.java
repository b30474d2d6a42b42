package akashi.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The same names in a plain table: what a search without rules, rights and proof would do. */
final class PlainNames implements AutoCloseable {
    private static final int CONNECTIONS = 2;

    private final Server server;

    PlainNames(Server server) {
        this.server = server;
    }

    /** A question. */
    record Asked(String name, String birth) {}

    /** Copies the names and indexes them both ways, as the owner. */
    void prepare() throws SQLException {
        owner("drop table if exists bench_names");
        owner("create extension if not exists pg_trgm");
        owner("""
                create table bench_names as
                select r.id, r.answer -> 'p' -> 0 ->> 'w' as name, (r.answer -> 'p' -> 0 ->> 'b')::date as born
                  from record r
                 where r.operation = 'driver-licence'
                """);
        owner("create index on bench_names (name, born)");
        owner("create index on bench_names using gin (name gin_trgm_ops)");
        owner("analyze bench_names");
        owner("grant select on bench_names to akashi_app");
    }

    /** Name and birth date equal. */
    Round equal(List<Asked> asked, int seconds) throws InterruptedException {
        return run("select id from bench_names where name = ? and born = ? limit 50", asked, seconds);
    }

    /** Names similar by trigrams, born that day. */
    Round similar(List<Asked> asked, int seconds) throws InterruptedException {
        return run(
                "select id from bench_names where name % ? and born = ? order by similarity(name, ?) desc limit 50",
                asked, seconds);
    }

    private Round run(String sql, List<Asked> asked, int seconds) throws InterruptedException {
        return Round.of(CONNECTIONS, seconds, (_, turn) -> {
            try (var connection = server.connect("akashi_app");
                    var statement = connection.prepareStatement(sql)) {
                while (turn.running()) {
                    var one = asked.get(ThreadLocalRandom.current().nextInt(asked.size()));
                    var begun = System.nanoTime();
                    ask(statement, one);
                    turn.timings().add(System.nanoTime() - begun);
                }
            }
        });
    }

    private static void ask(PreparedStatement statement, Asked one) throws SQLException {
        statement.setString(1, one.name());
        statement.setObject(2, LocalDate.parse(one.birth()));
        if (statement.getParameterMetaData().getParameterCount() == 3) {
            statement.setString(3, one.name());
        }
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                if (rows.getString(1) == null) {
                    throw new IllegalStateException("A record without an id");
                }
            }
        }
    }

    private void owner(String sql) throws SQLException {
        try (Connection connection = server.connect("akashi_owner");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        owner("drop table if exists bench_names");
    }
}
