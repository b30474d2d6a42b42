package akashi.confirmation;

import akashi.confirmation.HitConfirmation.About;
import akashi.confirmation.HitConfirmation.Asked;
import akashi.confirmation.HitConfirmation.Reply;
import akashi.confirmation.HitConfirmation.Verdict;
import akashi.document.RecordId;
import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests to confirm hits, and their replies. */
@Repository
class HitConfirmationSql {
    private static final String SELECT = """
            select c.seq, c.log, c.entry, c.hit, c.operation, c.operation_version, c.record, c.record_version, c.record_number,
                   c.unit, c.urgent, c.lapsed, c.asked_at, c.due_at, c.asked_by, c.asked_staff, c.asked_unit, c.reach,
                   r.verdict, r.note, r.replied_at, r.replied_staff, r.replied_unit
              from hit_confirmation c
              left join hit_confirmation_reply r on r.confirmation = c.seq
            """;

    private final JdbcClient jdbc;

    HitConfirmationSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a request and gives its number; empty if this record was asked about in this inquiry before. */
    Optional<Long> insert(int log, long entry, About about, Asked asked, boolean urgent, boolean lapsed) {
        return jdbc.sql("""
                insert into hit_confirmation
                       (log, entry, hit, operation, operation_version, record, record_version, record_number, unit, urgent,
                        lapsed, asked_at, due_at, asked_by, asked_staff, asked_unit, reach)
                values (:log, :entry, :hit, :operation, :operationVersion, :record, :recordVersion, :recordNumber, :unit, :urgent,
                        :lapsed, :askedAt, :dueAt, :askedBy, :askedStaff, :askedUnit, :reach)
                on conflict (log, entry, record) do nothing
                returning seq
                """)
                .param("log", log)
                .param("entry", entry)
                .param("hit", about.hit())
                .param("operation", about.operation().value())
                .param("operationVersion", about.operationVersion())
                .param("record", about.record().value())
                .param("recordVersion", about.recordVersion())
                .param("recordNumber", about.recordNumber())
                .param("unit", about.unit().value())
                .param("urgent", urgent)
                .param("lapsed", lapsed)
                .param("askedAt", asked.at().atOffset(ZoneOffset.UTC))
                .param("dueAt", asked.due().atOffset(ZoneOffset.UTC))
                .param("askedBy", asked.person())
                .param("askedStaff", asked.staffNumber())
                .param("askedUnit", asked.unit().value())
                .param("reach", asked.reach())
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    Optional<HitConfirmation> bySeq(long seq) {
        return jdbc.sql(SELECT + " where c.seq = :seq")
                .param("seq", seq)
                .query(HitConfirmationSql::confirmation)
                .optional();
    }

    /** The requests made about the hits of one inquiry. */
    List<HitConfirmation> ofInquiry(int log, long entry) {
        return jdbc.sql(SELECT + " where c.log = :log and c.entry = :entry order by c.hit")
                .param("log", log)
                .param("entry", entry)
                .query(HitConfirmationSql::confirmation)
                .list();
    }

    /** What these units have to answer, due first; then what they answered lately. */
    List<HitConfirmation> queue(Collection<UnitId> units, Instant answeredSince) {
        return jdbc.sql(SELECT + """
                 where c.unit = any(:units)
                   and (r.confirmation is null or r.replied_at >= :since)
                 order by r.confirmation is not null, c.due_at, c.seq
                 limit 200
                """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("since", answeredSince.atOffset(ZoneOffset.UTC))
                .query(HitConfirmationSql::confirmation)
                .list();
    }

    /** What one person asked since, newest first. */
    List<HitConfirmation> askedBy(String person, Instant since) {
        return jdbc.sql(SELECT + " where c.asked_by = :person and c.asked_at >= :since order by c.seq desc limit 100")
                .param("person", person)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(HitConfirmationSql::confirmation)
                .list();
    }

    /** How many requests wait for each unit. */
    Map<UnitId, Integer> open() {
        return jdbc
                .sql("""
                select c.unit, count(*)
                  from hit_confirmation c
                 where not exists (select 1 from hit_confirmation_reply r where r.confirmation = c.seq)
                 group by c.unit
                """)
                .query((row, _) -> Map.entry(new UnitId(row.getObject(1, UUID.class)), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Adds the reply; false if there is one already. */
    boolean reply(long seq, Reply reply, String person) {
        return jdbc.sql("""
                insert into hit_confirmation_reply
                       (confirmation, verdict, note, replied_at, replied_by, replied_staff, replied_unit)
                values (:seq, :verdict, :note, :at, :person, :staff, :unit)
                on conflict (confirmation) do nothing
                """)
                        .param("seq", seq)
                        .param("verdict", reply.verdict().name())
                        .param("note", reply.note())
                        .param("at", reply.at().atOffset(ZoneOffset.UTC))
                        .param("person", person)
                        .param("staff", reply.staffNumber())
                        .param("unit", reply.unit().value())
                        .update()
                == 1;
    }

    private static HitConfirmation confirmation(ResultSet row, int place) throws SQLException {
        var about = new About(
                row.getInt("log") + "-" + row.getLong("entry"),
                row.getInt("hit"),
                new OperationCode(row.getString("operation")),
                row.getString("operation_version"),
                new RecordId(row.getObject("record", UUID.class)),
                row.getInt("record_version"),
                row.getString("record_number"),
                new UnitId(row.getObject("unit", UUID.class)));
        var asked = new Asked(
                instant(row, "asked_at"),
                instant(row, "due_at"),
                row.getString("asked_by"),
                row.getString("asked_staff"),
                new UnitId(row.getObject("asked_unit", UUID.class)),
                row.getString("reach"));
        return new HitConfirmation(
                row.getLong("seq"), about, asked, row.getBoolean("urgent"), row.getBoolean("lapsed"), reply(row));
    }

    private static @Nullable Reply reply(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new Reply(
                        Verdict.valueOf(verdict),
                        row.getString("note"),
                        instant(row, "replied_at"),
                        row.getString("replied_staff"),
                        new UnitId(row.getObject("replied_unit", UUID.class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
