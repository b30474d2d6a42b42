package akashi.improvement;

import akashi.usage.UseTally;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts of uses, and how far they go. */
@Repository
class CountSql {
    private final JdbcClient jdbc;

    CountSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Uses of one kind within a period. */
    record Used(
            LocalDate day, int hour, String unit, String act, String purpose, String kind, String outcome, long uses) {}

    /** Takes or renews the lease; false while another node has it. */
    boolean lease(UUID holder, Duration span) {
        return jdbc.sql("""
                insert into improvement_lease (job, holder, until)
                values ('count', :holder, clock_timestamp() + make_interval(secs => :seconds))
                on conflict (job) do update set holder = excluded.holder, until = excluded.until
                 where improvement_lease.holder = excluded.holder or improvement_lease.until < clock_timestamp()
                """)
                        .param("holder", holder)
                        .param("seconds", (double) span.toSeconds())
                        .update()
                == 1;
    }

    /** Index up to which a log is counted, -1 at its beginning. */
    long place(int log) {
        return jdbc.sql("select coalesce((select idx from improvement_place where log = :log), -1) as idx")
                .param("log", log)
                .query((row, _) -> row.getLong("idx"))
                .single();
    }

    /** False where somebody else has gone on meanwhile. */
    boolean move(int log, long from, long to) {
        return jdbc.sql("""
                insert into improvement_place as p (log, idx) select :log, :to where :from = -1
                on conflict (log) do nothing
                """)
                                .param("log", log)
                                .param("to", to)
                                .param("from", from)
                                .update()
                        == 1
                || jdbc.sql("update improvement_place set idx = :to where log = :log and idx = :from and :from >= 0")
                                .param("log", log)
                                .param("to", to)
                                .param("from", from)
                                .update()
                        == 1;
    }

    /** Keeps that an entry could not be counted. */
    void unreadable(int log, long index) {
        var _ = jdbc.sql("""
                insert into improvement_unreadable (log, idx, found_at) values (:log, :idx, clock_timestamp())
                on conflict do nothing
                """).param("log", log).param("idx", index).update();
    }

    /** How many entries could not be counted, whatever operation they are about. */
    long unreadable() {
        return jdbc.sql("select count(*) as entries from improvement_unreadable")
                .query((row, _) -> row.getLong("entries"))
                .single();
    }

    void add(List<UseTally.Count> counts) {
        for (var count : counts) {
            jdbc.sql("""
                    insert into improvement_count as c (operation, day, hour, unit, act, purpose, kind, outcome, uses)
                    values (:operation, :day, :hour, :unit, :act, :purpose, :kind, :outcome, :uses)
                    on conflict (operation, day, hour, unit, act, purpose, kind, outcome)
                    do update set uses = c.uses + excluded.uses
                    """)
                    .param("operation", count.operation())
                    .param("day", count.day())
                    .param("hour", count.hour())
                    .param("unit", count.unit())
                    .param("act", count.act())
                    .param("purpose", count.purpose())
                    .param("kind", count.kind())
                    .param("outcome", count.outcome())
                    .param("uses", count.uses())
                    .update();
        }
    }

    /** Everything counted for an operation within these days. */
    List<Used> used(String operation, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select day, hour, unit, act, purpose, kind, outcome, uses
                  from improvement_count
                 where operation = :operation and day between :from and :to
                """)
                .param("operation", operation)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Used(
                        row.getObject("day", LocalDate.class),
                        row.getInt("hour"),
                        row.getString("unit"),
                        row.getString("act"),
                        row.getString("purpose"),
                        row.getString("kind"),
                        row.getString("outcome"),
                        row.getLong("uses")))
                .list();
    }
}
