package akashi.notice;

import akashi.operation.OperationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records of guidance. */
@Repository
class GuidanceSql {
    private final JdbcClient jdbc;

    GuidanceSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Guidance guidance, Instant at) {
        return jdbc.sql("""
                insert into notice_guidance (operation, unit, given_on, way, matter, request, given_by, recorded_at)
                values (:operation, :unit, :on, :way, :matter, :request, :by, :at)
                returning id
                """)
                .param("operation", guidance.operation().value())
                .param("unit", guidance.unit())
                .param("on", guidance.on())
                .param("way", guidance.way().name())
                .param("matter", guidance.matter())
                .param("request", guidance.request())
                .param("by", guidance.by())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    /** The latest, newest first. */
    List<Guidance> latest(int limit) {
        return jdbc.sql("""
                select id, operation, unit, given_on, way, matter, request, given_by
                  from notice_guidance
                 order by given_on desc, id desc
                 limit :limit
                """)
                .param("limit", limit)
                .query((row, _) -> new Guidance(
                        row.getLong("id"),
                        new OperationCode(row.getString("operation")),
                        row.getString("unit"),
                        row.getObject("given_on", LocalDate.class),
                        Guidance.Way.valueOf(row.getString("way")),
                        row.getString("matter"),
                        row.getString("request"),
                        row.getString("given_by")))
                .list();
    }
}
