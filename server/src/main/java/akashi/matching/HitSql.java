package akashi.matching;

import akashi.document.RecordContent;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was registered after it had been asked for (遅延照合), for the asker's unit. */
@Repository
class HitSql {
    private static final String SELECT = """
            select seq, log, entry, asked_at, unit, staff, record, operation, document_type, number, record_unit, found_at,
                   seen_at, seen_by
              from matching_hit
            """;

    private final JdbcClient jdbc;

    HitSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells an inquiry's unit of a record, once. True the first time. */
    boolean add(StandingSql.Standing standing, RecordContent record, Instant at) {
        return jdbc.sql("""
                insert into matching_hit (log, entry, asked_at, unit, staff, record, operation, document_type, number,
                                          record_unit, found_at)
                values (:log, :entry, :asked, :unit, :staff, :record, :operation, :type, :number, :recordUnit, :at)
                on conflict (log, entry, record) do nothing
                """)
                        .param("log", standing.log())
                        .param("entry", standing.entry())
                        .param("asked", standing.askedAt().atOffset(ZoneOffset.UTC))
                        .param("unit", standing.unit())
                        .param("staff", standing.staff())
                        .param("record", record.id().value())
                        .param("operation", record.operation().value())
                        .param("type", record.documentType())
                        .param("number", record.number())
                        .param("recordUnit", record.unit().value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<DelayedHit> one(long seq) {
        return jdbc.sql(SELECT + " where seq = :seq")
                .param("seq", seq)
                .query(HitSql::hit)
                .optional();
    }

    /** Those of these units (by code), unseen ones first, the latest first. */
    List<DelayedHit> of(Collection<String> units, int limit) {
        return jdbc.sql(SELECT
                        + " where unit = any(:units) order by seen_at is not null, found_at desc, seq limit :limit")
                .param("units", units.toArray(String[]::new))
                .param("limit", limit)
                .query(HitSql::hit)
                .list();
    }

    /** How many nobody has seen, by the unit's code. */
    Map<String, Integer> unseen() {
        return jdbc
                .sql("select unit, count(*) as waiting from matching_hit where seen_at is null group by unit")
                .query((row, _) -> Map.entry(row.getString("unit"), row.getInt("waiting")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Notes that somebody has taken note of it; the first one stays. */
    boolean seen(long seq, String staff, Instant at) {
        return jdbc.sql("update matching_hit set seen_at = :at, seen_by = :staff where seq = :seq and seen_at is null")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("staff", staff)
                        .param("seq", seq)
                        .update()
                == 1;
    }

    /** Forgets those found before an instant. */
    int forget(Instant before) {
        return jdbc.sql("delete from matching_hit where found_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static DelayedHit hit(ResultSet row, int n) throws SQLException {
        var seen = row.getObject("seen_at", OffsetDateTime.class);
        return new DelayedHit(
                row.getLong("seq"),
                row.getInt("log") + "-" + row.getLong("entry"),
                PairSql.instant(row, "asked_at"),
                row.getString("unit"),
                row.getString("staff"),
                new RecordId(row.getObject("record", UUID.class)),
                new Relations.Kind(new OperationCode(row.getString("operation")), row.getString("document_type")),
                row.getString("number"),
                new UnitId(row.getObject("record_unit", UUID.class)),
                PairSql.instant(row, "found_at"),
                seen == null ? null : seen.toInstant(),
                row.getString("seen_by"));
    }
}
