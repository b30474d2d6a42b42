package akashi.batch;

import akashi.batch.Batch.Owner;
import akashi.batch.Batch.State;
import akashi.batch.Batch.Terms;
import akashi.batch.Batch.Times;
import akashi.batch.Batch.Verdict;
import akashi.question.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for lists. Leases of running ones are on the database's clock, so that clocks of nodes do not matter. */
@Repository
class BatchSql {
    private static final String SELECT = """
            select seq, kind, purpose, case_reference, note, operations, state, version, digest, approved_digest, items,
                   unit, post, person, staff, requested_at, expires_at, decided_at, decided_by, reason, ended_at,
                   coalesce(worker_until > clock_timestamp(), false) as working
              from batch_request
            """;

    private final JdbcClient jdbc;

    BatchSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Requests of one person of a unit that wait for a second one. */
    record Waiting(String unit, String staff, int count) {}

    long insert(Terms terms, Owner owner, String digest, int items, Times times) {
        return jdbc.sql("""
                insert into batch_request (kind, purpose, case_reference, note, operations, state, digest, items,
                                           unit, post, person, staff, requested_at, expires_at)
                values (:kind, :purpose, :case, :note, :operations::text[], 'WAITING', :digest, :items,
                        :unit, :post, :person, :staff, :at, :expires)
                returning seq
                """)
                .param("kind", terms.kind().name())
                .param("purpose", terms.purpose())
                .param("case", terms.caseReference())
                .param("note", terms.note())
                .param("operations", terms.operations().toArray(String[]::new))
                .param("digest", digest)
                .param("items", items)
                .param("unit", owner.unit())
                .param("post", owner.post())
                .param("person", owner.person())
                .param("staff", owner.staff())
                .param("at", times.requested().atOffset(ZoneOffset.UTC))
                .param("expires", times.expires().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("seq"))
                .single();
    }

    Optional<Batch> one(long seq) {
        return jdbc.sql(SELECT + " where seq = :seq")
                .param("seq", seq)
                .query(BatchSql::batch)
                .optional();
    }

    /** The latest of these units, newest first. */
    List<Batch> ofUnits(List<String> units, int limit) {
        return jdbc.sql(SELECT + " where unit = any(:units::text[]) order by seq desc limit :limit")
                .param("units", units.toArray(String[]::new))
                .param("limit", limit)
                .query(BatchSql::batch)
                .list();
    }

    List<Waiting> waiting(Instant now) {
        return jdbc.sql("""
                select unit, staff, count(*) as n
                  from batch_request
                 where state = 'WAITING' and expires_at > :now
                 group by unit, staff
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Waiting(row.getString("unit"), row.getString("staff"), row.getInt("n")))
                .list();
    }

    /** Puts another list in the place of the one that was; an approval of that one is void. */
    boolean replace(Batch batch, Terms terms, String digest, int items, Instant now) {
        return jdbc.sql("""
                update batch_request
                   set purpose = :purpose, case_reference = :case, note = :note, operations = :operations::text[],
                       digest = :digest, items = :items, state = 'WAITING', version = version + 1,
                       approved_digest = null, decided_at = null, decided_by = null, reason = null
                 where seq = :seq and version = :version and state in ('WAITING', 'APPROVED') and expires_at > :now
                """)
                        .param("purpose", terms.purpose())
                        .param("case", terms.caseReference())
                        .param("note", terms.note())
                        .param("operations", terms.operations().toArray(String[]::new))
                        .param("digest", digest)
                        .param("items", items)
                        .param("seq", batch.seq())
                        .param("version", batch.version())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Approves exactly this list. */
    boolean approve(Batch batch, String by, Instant now) {
        return jdbc.sql("""
                update batch_request
                   set state = 'APPROVED', approved_digest = digest, decided_at = :now, decided_by = :by, reason = '',
                       version = version + 1
                 where seq = :seq and version = :version and digest = :digest and state = 'WAITING'
                   and expires_at > :now
                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("seq", batch.seq())
                        .param("version", batch.version())
                        .param("digest", batch.digest())
                        .update()
                == 1;
    }

    boolean refuse(Batch batch, String by, String reason, Instant now) {
        return jdbc.sql("""
                update batch_request
                   set state = 'REFUSED', decided_at = :now, decided_by = :by, reason = :reason, note = '',
                       ended_at = :now, version = version + 1
                 where seq = :seq and version = :version and state = 'WAITING'
                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("reason", reason)
                        .param("seq", batch.seq())
                        .param("version", batch.version())
                        .update()
                == 1;
    }

    /** Ends a request that is not being asked: withdrawn, or expired. */
    boolean close(Batch batch, State to, Instant now) {
        return jdbc.sql("""
                update batch_request
                   set state = :to, note = '', ended_at = :now, worker = null, worker_until = null,
                       version = version + 1
                 where seq = :seq and version = :version and state in ('WAITING', 'APPROVED', 'RUNNING', 'STOPPED')
                   and (worker_until is null or worker_until < clock_timestamp())
                """)
                        .param("to", to.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("seq", batch.seq())
                        .param("version", batch.version())
                        .update()
                == 1;
    }

    /** Begins or goes on, for one worker; only with the list that was approved. */
    boolean start(Batch batch, String digest, UUID worker, Duration span, Instant now) {
        return jdbc.sql("""
                update batch_request
                   set state = 'RUNNING', worker = :worker, version = version + 1,
                       worker_until = clock_timestamp() + make_interval(secs => :seconds)
                 where seq = :seq and version = :version and approved_digest = :digest and expires_at > :now
                   and state in ('APPROVED', 'STOPPED', 'RUNNING')
                   and (worker_until is null or worker_until < clock_timestamp())
                """)
                        .param("worker", worker)
                        .param("seconds", (double) span.toSeconds())
                        .param("seq", batch.seq())
                        .param("version", batch.version())
                        .param("digest", digest)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether this worker may ask a further item. */
    boolean renew(long seq, UUID worker, Duration span) {
        return jdbc.sql("""
                update batch_request
                   set worker_until = clock_timestamp() + make_interval(secs => :seconds)
                 where seq = :seq and worker = :worker and state = 'RUNNING'
                """)
                        .param("seconds", (double) span.toSeconds())
                        .param("seq", seq)
                        .param("worker", worker)
                        .update()
                == 1;
    }

    /** Lets no further item be asked; the worker keeps its lease until those that are being asked are answered. */
    boolean stop(long seq) {
        return jdbc.sql("""
                update batch_request
                   set state = 'STOPPED', version = version + 1
                 where seq = :seq and state = 'RUNNING'
                """).param("seq", seq).update() == 1;
    }

    /** Gives back what this worker leaves unfinished. */
    boolean left(long seq, UUID worker) {
        return jdbc.sql("""
                update batch_request
                   set state = 'STOPPED', version = version + 1, worker = null, worker_until = null
                 where seq = :seq and worker = :worker and state in ('RUNNING', 'STOPPED')
                """).param("seq", seq).param("worker", worker).update() == 1;
    }

    /** Ends a run of this worker of which nothing is left to ask. */
    boolean end(long seq, UUID worker, Instant now) {
        return jdbc.sql("""
                update batch_request
                   set state = 'DONE', note = '', ended_at = :now, version = version + 1, worker = null, worker_until = null
                 where seq = :seq and worker = :worker and state = 'RUNNING'
                   and not exists (select 1 from batch_item where batch = :seq and state <> 'DONE')
                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("seq", seq)
                        .param("worker", worker)
                        .update()
                == 1;
    }

    /** Requests whose time is over and that nobody is asking. */
    List<Batch> overdue(Instant now) {
        return jdbc.sql(SELECT + """
                 where state in ('WAITING', 'APPROVED', 'RUNNING', 'STOPPED') and expires_at <= :now
                   and (worker_until is null or worker_until < clock_timestamp())
                 order by seq
                 limit 100
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(BatchSql::batch)
                .list();
    }

    private static Batch batch(ResultSet row, int n) throws SQLException {
        return new Batch(
                row.getLong("seq"),
                new Terms(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("purpose"),
                        row.getString("case_reference"),
                        row.getString("note"),
                        List.of((String[]) row.getArray("operations").getArray())),
                new Owner(
                        row.getString("unit"),
                        row.getString("post"),
                        row.getObject("person", UUID.class),
                        row.getString("staff")),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getInt("items"),
                row.getString("digest"),
                new Times(instant(row, "requested_at"), instant(row, "expires_at"), maybe(row, "ended_at")),
                verdict(row),
                row.getBoolean("working"));
    }

    private static @Nullable Verdict verdict(ResultSet row) throws SQLException {
        var at = maybe(row, "decided_at");
        return at == null
                ? null
                : new Verdict(
                        at, row.getString("decided_by"), row.getString("reason"), row.getString("approved_digest"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
