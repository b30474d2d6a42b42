package akashi.duty;

import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.organization.PostId;
import akashi.organization.Span;
import akashi.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Roles, appointments to them and what excludes each other. */
@Repository
class DutySql {
    private final JdbcClient jdbc;

    DutySql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long generation() {
        return jdbc.sql("select number from duty_generation")
                .query((row, _) -> row.getLong("number"))
                .single();
    }

    /** Also lets one change of these tables wait for the other. */
    void nextGeneration() {
        var _ = jdbc.sql("update duty_generation set number = number + 1").update();
    }

    List<Role> roles() {
        return jdbc.sql("""
                select code, line, name_ja, name_en, reach, required, source_ja, source_en
                  from duty_role
                 order by line, place
                """)
                .query((row, _) -> new Role(
                        row.getString("code"),
                        Role.Line.valueOf(row.getString("line")),
                        new Role.Words(row.getString("name_ja"), row.getString("name_en")),
                        Role.Reach.valueOf(row.getString("reach")),
                        row.getBoolean("required"),
                        new Role.Words(row.getString("source_ja"), row.getString("source_en"))))
                .list();
    }

    List<Incompatible> incompatibles() {
        return jdbc.sql("""
                select code, one, other, same_unit, reason_ja, reason_en from duty_incompatible order by code
                """)
                .query((row, _) -> new Incompatible(
                        row.getString("code"),
                        row.getString("one"),
                        row.getString("other"),
                        row.getBoolean("same_unit"),
                        row.getString("reason_ja"),
                        row.getString("reason_en")))
                .list();
    }

    List<Appointed> appointed() {
        return jdbc.sql("""
                select number, role, post, person, post_class, unit, deputy, valid_from, valid_until, document, entered_by
                  from duty_appointment
                 order by role, deputy, number
                """).query(DutySql::appointment).list();
    }

    long appoint(Appointed one, Instant at) {
        return jdbc.sql("""
                insert into duty_appointment (role, post, person, post_class, unit, deputy, valid_from, valid_until, document,
                                              entered_by, entered_at)
                values (:role, :post::uuid, :person::uuid, :class, :unit::uuid, :deputy, :from, :until::date, :document,
                        :by, :at)
                returning number
                """)
                .param("role", one.role())
                .param("post", one.holder() instanceof Appointed.Holder.ByPost(var post) ? post.value() : null)
                .param("person", one.holder() instanceof Appointed.Holder.ByPerson(var person) ? person.value() : null)
                .param("unit", one.unit() == null ? null : one.unit().value())
                .param(
                        "class",
                        one.holder() instanceof Appointed.Holder.ByClass(var postClass) ? postClass.name() : null)
                .param("deputy", one.deputy())
                .param("from", one.span().from())
                .param("until", one.span().until())
                .param("document", one.document())
                .param("by", one.enteredBy())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("number"))
                .single();
    }

    /** False if it had ended before that day already. */
    boolean end(long number, LocalDate until, String by, Instant at) {
        return jdbc.sql("""
                update duty_appointment
                   set valid_until = :until, ended_by = :by, ended_at = :at
                 where number = :number and valid_from < :until and (valid_until is null or valid_until > :until)
                """)
                        .param("number", number)
                        .param("until", until)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Appointed appointment(ResultSet row, int n) throws SQLException {
        var unit = row.getObject("unit", UUID.class);
        return new Appointed(
                row.getLong("number"),
                row.getString("role"),
                holder(
                        row.getObject("post", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getString("post_class")),
                unit == null ? null : new UnitId(unit),
                row.getInt("deputy"),
                new Span(row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class)),
                row.getString("document"),
                row.getString("entered_by"));
    }

    private static Appointed.Holder holder(@Nullable UUID post, @Nullable UUID person, String postClass) {
        if (post != null) {
            return new Appointed.Holder.ByPost(new PostId(post));
        }
        return person == null
                ? new Appointed.Holder.ByClass(PostClass.valueOf(postClass))
                : new Appointed.Holder.ByPerson(new PersonId(person));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
