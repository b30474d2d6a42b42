package akashi.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScopeSql {
    private final JdbcClient jdbc;

    ScopeSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Scoped> standing() {
        return jdbc.sql("""
                select number, name, kind, section, ground, reason, paper, since, kept_by
                  from procedure_scope
                 where ended_at is null
                 order by ground = 'OUTSIDE', kind desc, name
                """)
                .query((row, _) -> new Scoped(
                        row.getLong("number"),
                        row.getString("name"),
                        Scoped.Kind.valueOf(row.getString("kind")),
                        row.getString("section"),
                        Scoped.Ground.valueOf(row.getString("ground")),
                        row.getString("reason"),
                        row.getString("paper"),
                        row.getObject("since", LocalDate.class),
                        row.getString("kept_by")))
                .list();
    }

    void add(Scoped scoped, Instant at) {
        jdbc.sql("""
                insert into procedure_scope (name, kind, section, ground, reason, paper, since, kept_by, kept_at)
                values (:name, :kind, :section, :ground, :reason, :paper, :since, :by, :at)
                """)
                .param("name", scoped.name())
                .param("kind", scoped.kind().name())
                .param("section", scoped.section())
                .param("ground", scoped.ground().name())
                .param("reason", scoped.reason())
                .param("paper", scoped.paper())
                .param("since", scoped.since())
                .param("by", scoped.keptBy())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean end(long number, Instant at) {
        return jdbc.sql("update procedure_scope set ended_at = :at where number = :number and ended_at is null")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("number", number)
                        .update()
                == 1;
    }
}
