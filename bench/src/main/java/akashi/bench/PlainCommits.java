package akashi.bench;

import java.sql.SQLException;

/** What nothing that is durable can be faster than: one row written and committed over JDBC, on the same disk. */
final class PlainCommits implements AutoCloseable {
    private final Server server;

    PlainCommits(Server server) throws SQLException {
        this.server = server;
        owner("create table if not exists bench_commit (text text not null)");
        owner("grant insert on bench_commit to akashi_app");
    }

    /** At a steady rate on so many connections; time is counted from when a row was due. */
    Round runAt(int perSecond, int connections, int seconds) throws InterruptedException {
        return Round.of(connections, seconds, (thread, turn) -> {
            try (var connection = server.connect("akashi_app");
                    var statement = connection.prepareStatement("insert into bench_commit values (?)")) {
                var text = "x".repeat(1_000);
                var pace = new Pace(perSecond, thread, connections);
                while (turn.running()) {
                    var due = pace.next();
                    statement.setString(1, text);
                    statement.executeUpdate();
                    turn.timings().add(System.nanoTime() - due);
                }
            }
        });
    }

    private void owner(String sql) throws SQLException {
        try (var connection = server.connect("akashi_owner");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        owner("drop table if exists bench_commit");
    }
}
