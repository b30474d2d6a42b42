package akashi.retention;

import akashi.FreshDatabase;
import akashi.usage.Actor;
import akashi.usage.Proved;
import akashi.usage.RecordRef;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uses as they would be years later: private parts whose months have come. */
final class Past {
    /** A month long over. */
    static final LocalDate MAY = LocalDate.of(2024, 5, 1);

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final UsageLog log;
    private final JdbcClient jdbc;
    private final String database;

    Past(UsageLog log, JdbcClient jdbc) {
        this.log = log;
        this.jdbc = jdbc;
        this.database = FreshDatabase.name(jdbc);
        owner("select usage_private_ahead('2024-01-01', 12)");
    }

    static Actor officer(String staffNumber) {
        return new Actor(staffNumber, "person-" + staffNumber, "officer", "HACHI", "PC-014", "page");
    }

    /** Somebody nobody else has been. */
    static String somebody() {
        return "R" + NEXT.incrementAndGet();
    }

    Proved use(String staffNumber, String caseReference, String record) {
        return log.seal(Use.of("CONTENT", officer(staffNumber))
                .because("STOP_AND_QUESTION", caseReference)
                .touching(List.of(new RecordRef(record, 1)))
                .with(new Use.Key("PLATE", "青森330さ12-34", "青森330さ1234", List.of()))
                .noting("言動が不審"));
    }

    /** One whose private part may be erased since May 2024. */
    Proved due(String staffNumber) {
        return ripe(use(staffNumber, "110-" + staffNumber, "record-" + staffNumber), MAY);
    }

    /** As if its month were this one. */
    Proved ripe(Proved proved, LocalDate month) {
        owner("""
                with moved as (
                    update usage_leaf set private_month = '%1$s' where log = %2$d and idx = %3$d
                    returning private_id
                )
                update usage_private set month = '%1$s' where id = (select private_id from moved)
                """.formatted(month, proved.log(), proved.index()));
        return proved;
    }

    /** Whether its private part is still there. */
    boolean whole(Proved proved) {
        return jdbc.sql("""
                select exists (select from usage_private p
                                where p.month = l.private_month and p.id = l.private_id) as whole
                  from usage_leaf l
                 where l.log = :log and l.idx = :index
                """)
                .param("log", proved.log())
                .param("index", proved.index())
                .query((row, n) -> row.getBoolean("whole"))
                .single();
    }

    /** Entries of an act, oldest first, as JSON. */
    List<String> entries(String act) {
        return jdbc.sql("""
                select convert_from(body, 'UTF8') as body from usage_pending where act = :act order by recorded, id
                """).param("act", act).query((row, n) -> row.getString("body")).list().stream()
                .map(String::valueOf)
                .toList();
    }

    /** Does something as the owner of the schema. */
    void owner(String statement) {
        as("akashi_owner", statement);
    }

    void as(String role, String statement) {
        try (var connection = DriverManager.getConnection(FreshDatabase.url(database, role));
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " " + e.getMessage(), e);
        }
    }
}
