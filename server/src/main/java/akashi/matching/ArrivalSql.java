package akashi.matching;

import akashi.document.RecordId;
import akashi.record.Arrivals.Arrived;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has begun to answer, or answers no more, and waits to be compared. */
@Repository
class ArrivalSql {
    private final JdbcClient jdbc;

    ArrivalSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often one is tried; after that it stands until somebody looks, and the night compares its record anyway. */
    private static final int TRIES = 5;

    /** A step that waits. */
    record Waiting(long seq, RecordId record, boolean answers, int tries) {}

    void note(List<Arrived> steps, Instant at) {
        jdbc.sql("""
                insert into matching_arrival (record, operation, document_type, version, answers, noted_at)
                select record, operation, document_type, version, answers, :at
                  from unnest(:records::uuid[], :operations::text[], :types::text[], :versions::int[], :answers::boolean[])
                    as t (record, operation, document_type, version, answers)
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("records", steps.stream().map(step -> step.id().value()).toArray(UUID[]::new))
                .param(
                        "operations",
                        steps.stream().map(step -> step.operation().value()).toArray(String[]::new))
                .param("types", steps.stream().map(Arrived::documentType).toArray(String[]::new))
                .param("versions", steps.stream().map(Arrived::version).toArray(Integer[]::new))
                .param("answers", steps.stream().map(Arrived::answers).toArray(Boolean[]::new))
                .update();
    }

    /** The oldest of those noted before an instant. */
    List<Waiting> next(Instant before, int limit) {
        return jdbc.sql("""
                select seq, record, answers, tries
                  from matching_arrival
                 where noted_at <= :before and tries < :tries
                 order by tries, seq
                 limit :limit
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("tries", TRIES)
                .param("limit", limit)
                .query((row, _) -> new Waiting(
                        row.getLong("seq"),
                        new RecordId(row.getObject("record", UUID.class)),
                        row.getBoolean("answers"),
                        row.getInt("tries")))
                .list();
    }

    /** Puts one behind all others. */
    void failed(Waiting one) {
        jdbc.sql("update matching_arrival set tries = tries + 1 where seq = :seq")
                .param("seq", one.seq())
                .update();
    }

    void done(Collection<Waiting> compared) {
        jdbc.sql("delete from matching_arrival where seq = any(:seqs)")
                .param("seqs", compared.stream().map(Waiting::seq).toArray(Long[]::new))
                .update();
    }

    /** Takes away those that only inquiries could wait for, of kinds that have no counterparts; gives how many. */
    int drop(Instant before, Collection<Relations.Kind> compared) {
        return jdbc.sql("""
                delete from matching_arrival
                 where noted_at <= :before and operation || ' ' || document_type <> all(:kinds::text[])
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param(
                        "kinds",
                        compared.stream()
                                .map(kind -> kind.operation().value() + " " + kind.document())
                                .toArray(String[]::new))
                .update();
    }
}
