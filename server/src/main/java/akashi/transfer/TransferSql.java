package akashi.transfer;

import akashi.reorganization.ImportFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Transfer orders as they were sent. */
@Repository
class TransferSql {
    private final JdbcClient jdbc;

    TransferSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long keep(Transfer.Draft draft, Transfer.Step entered) {
        return jdbc.sql("""
                insert into transfer_order (paper, file_name, content, lines, people, first_day, last_day,
                                            entered_by, entered_at, undoes)
                values (:paper, :name, :content, :lines, :people, :first, :last, :by, :at, :undoes)
                returning number
                """)
                .param("paper", draft.paper())
                .param("name", draft.counts().file())
                .param("content", draft.file().content())
                .param("lines", draft.counts().lines())
                .param("people", draft.counts().people())
                .param("first", draft.counts().first())
                .param("last", draft.counts().last())
                .param("undoes", draft.undoes())
                .param("by", entered.by())
                .param("at", entered.at().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("number"))
                .single();
    }

    Optional<Transfer> one(long number) {
        return jdbc.sql("""
                select number, paper, file_name, state, lines, people, first_day, last_day, entered_by, entered_at,
                       decided_by, decided_at, undoes
                  from transfer_order
                 where number = :number
                """)
                .param("number", number)
                .query(TransferSql::transfer)
                .optional();
    }

    List<Transfer> latest(int limit) {
        return jdbc.sql("""
                select number, paper, file_name, state, lines, people, first_day, last_day, entered_by, entered_at,
                       decided_by, decided_at, undoes
                  from transfer_order
                 order by number desc
                 limit :limit
                """).param("limit", limit).query(TransferSql::transfer).list();
    }

    ImportFile file(long number) {
        return jdbc.sql("select file_name, content from transfer_order where number = :number")
                .param("number", number)
                .query((row, _) -> new ImportFile(row.getString("file_name"), row.getBytes("content")))
                .single();
    }

    /** False if somebody else decided first. */
    boolean applied(long number, long generation, Transfer.Step step) {
        return jdbc.sql("""
                update transfer_order
                   set state = 'APPLIED', generation = :generation, decided_by = :by, decided_at = :at
                 where number = :number and state = 'WAITING'
                """)
                        .param("number", number)
                        .param("generation", generation)
                        .param("by", step.by())
                        .param("at", step.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False if somebody else decided first. */
    boolean withdrawn(long number, Transfer.Step step) {
        return jdbc.sql("""
                update transfer_order
                   set state = 'WITHDRAWN', decided_by = :by, decided_at = :at
                 where number = :number and state = 'WAITING'
                """)
                        .param("number", number)
                        .param("by", step.by())
                        .param("at", step.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Orders that put this one right and were not withdrawn, the latest first. */
    List<Transfer> opposites(long number) {
        return jdbc.sql("""
                select number, paper, file_name, state, lines, people, first_day, last_day, entered_by, entered_at,
                       decided_by, decided_at, undoes
                  from transfer_order
                 where undoes = :number and state <> 'WITHDRAWN'
                 order by number desc
                """)
                .param("number", number)
                .query(TransferSql::transfer)
                .list();
    }

    private static Transfer transfer(ResultSet row, int n) throws SQLException {
        var decided = row.getString("decided_by");
        var undoes = row.getLong("undoes");
        return new Transfer(
                row.getLong("number"),
                row.getString("paper"),
                Transfer.State.valueOf(row.getString("state")),
                new Transfer.Counts(
                        row.getString("file_name"),
                        row.getInt("lines"),
                        row.getInt("people"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)),
                new Transfer.Step(row.getString("entered_by"), instant(row, "entered_at")),
                decided == null ? null : new Transfer.Step(decided, instant(row, "decided_at")),
                undoes == 0 ? null : undoes);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
