package akashi.improvement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures the managing section stated: what a use took by hand, and what the proposal had forecast. */
@Repository
class FigureSql {
    private final JdbcClient jdbc;

    FigureSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A figure that holds from a day until the next of its kind.
     *
     * @param basis the document it comes from
     */
    record Figure(String kind, int value, LocalDate since, String basis, String by) {}

    void insert(String operation, Figure figure, Instant at) {
        jdbc.sql("""
                insert into improvement_figure (operation, kind, value, since, basis, stated_by, stated_at)
                values (:operation, :kind, :value, :since, :basis, :by, :at)
                """)
                .param("operation", operation)
                .param("kind", figure.kind())
                .param("value", figure.value())
                .param("since", figure.since())
                .param("basis", figure.basis())
                .param("by", figure.by())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Every figure of an operation, the latest first; of two for one day the one stated last. */
    List<Figure> of(String operation) {
        return jdbc.sql("""
                select kind, value, since, basis, stated_by
                  from improvement_figure
                 where operation = :operation
                 order by since desc, id desc
                """)
                .param("operation", operation)
                .query((row, _) -> new Figure(
                        row.getString("kind"),
                        row.getInt("value"),
                        row.getObject("since", LocalDate.class),
                        row.getString("basis"),
                        row.getString("stated_by")))
                .list();
    }
}
