package akashi.organization;

import akashi.calendar.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Writes {@link Edits}; in batches, because a spring transfer has more than a thousand lines. */
@Repository
class EditsSql {
    private final NamedParameterJdbcOperations jdbc;
    private final Clock clock;

    EditsSql(NamedParameterJdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the right to change until the transaction ends, and raises the generation. Whoever changes calls this first
     * and reads the tables after it.
     */
    long nextGeneration() {
        var number = jdbc.queryForObject(
                "update organization_generation set number = number + 1 returning number",
                new MapSqlParameterSource(),
                (row, _) -> row.getLong(1));
        return Objects.requireNonNull(number, "organization_generation must hold one row");
    }

    /** Writes everything; ends and withdrawals first, so that no two lines overlap on the way. */
    void write(Edits edits, Edits.By by) {
        end(edits, by);
        withdraw(edits, by);
        units(edits, by);
        posts(edits, by);
        people(edits, by);
        appointments(edits, by);
        duty(edits, by);
    }

    private void end(Edits edits, Edits.By by) {
        batch(
                """
                update organization_unit_version set valid_until = :until
                 where unit = :id and valid_from = :from and withdrawn_at is null
                """,
                edits.units().ended(),
                by,
                (unit, p) -> line(p.addValue("id", unit.id().value()), unit.span()));
        batch(
                """
                update organization_post_version set valid_until = :until
                 where post = :id and valid_from = :from and withdrawn_at is null
                """,
                edits.posts().ended(),
                by,
                (post, p) -> line(p.addValue("id", post.id().value()), post.span()));
        batch(
                """
                update organization_person_version set valid_until = :until
                 where person = :id and valid_from = :from and withdrawn_at is null
                """,
                edits.people().ended(),
                by,
                (person, p) -> line(p.addValue("id", person.id().value()), person.span()));
        batch("""
                update organization_appointment set valid_until = :until
                 where id = :id and withdrawn_at is null
                """, edits.appointments().ended(), by, (a, p) -> line(p.addValue("id", a.id().value()), a.span()));
        batch("""
                update organization_deputy set valid_until = :until
                 where post = :post and deputy = :deputy and valid_from = :from and withdrawn_at is null
                """, edits.deputies().ended(), by, EditsSql::deputy);
    }

    private void withdraw(Edits edits, Edits.By by) {
        batch(
                """
                update organization_unit_version set withdrawn_at = :at
                 where unit = :id and valid_from = :from and withdrawn_at is null
                """,
                edits.units().withdrawn(),
                by,
                (unit, p) -> line(p.addValue("id", unit.id().value()), unit.span()));
        batch(
                """
                update organization_post_version set withdrawn_at = :at
                 where post = :id and valid_from = :from and withdrawn_at is null
                """,
                edits.posts().withdrawn(),
                by,
                (post, p) -> line(p.addValue("id", post.id().value()), post.span()));
        batch(
                """
                update organization_person_version set withdrawn_at = :at
                 where person = :id and valid_from = :from and withdrawn_at is null
                """,
                edits.people().withdrawn(),
                by,
                (person, p) -> line(p.addValue("id", person.id().value()), person.span()));
        batch("""
                update organization_appointment set withdrawn_at = :at
                 where id = :id and withdrawn_at is null
                """, edits.appointments().withdrawn(), by, (a, p) -> line(p.addValue("id", a.id().value()), a.span()));
        batch("""
                update organization_deputy set withdrawn_at = :at
                 where post = :post and deputy = :deputy and valid_from = :from and withdrawn_at is null
                """, edits.deputies().withdrawn(), by, EditsSql::deputy);
        batch("""
                update organization_duty set withdrawn_at = :at
                 where person = :person and starts = :starts and withdrawn_at is null
                """, edits.duty().withdrawn(), by, EditsSql::shift);
    }

    private void units(Edits edits, Edits.By by) {
        batch("""
                insert into organization_unit (id, code, sample) values (:id, :code, :sample)
                """, edits.newUnits(), by, EditsSql::unit);
        batch("""
                insert into organization_unit_version (id, unit, name, name_en, kind, parent, position, source,
                       valid_from, valid_until, recorded_at, recorded_by)
                values (:row, :id, :name, :name_en, :kind, :parent, :position, :source, :from, :until, :at, :by)
                """, edits.units().added(), by, EditsSql::unit);
        batch(
                """
                insert into organization_unit_succession (predecessor, successor, since, source, recorded_at, recorded_by)
                values (:predecessor, :successor, :since, :source, :at, :by)
                """,
                edits.successions(),
                by,
                (succession, p) -> p.addValue(
                                "predecessor", succession.predecessor().value())
                        .addValue("successor", succession.successor().value())
                        .addValue("since", succession.since())
                        .addValue("source", succession.source()));
        batch("""
                insert into organization_unit_serving (id, unit, served, valid_from, valid_until, recorded_at, recorded_by)
                values (:row, :unit, :served, :from, :until, :at, :by)
                """, edits.servings(), by, EditsSql::serving);
    }

    private void posts(Edits edits, Edits.By by) {
        batch("""
                insert into organization_post (id, code, unit, sample) values (:id, :code, :unit, :sample)
                """, edits.newPosts(), by, EditsSql::post);
        batch("""
                insert into organization_post_version (id, post, title, title_en, post_class, seats,
                       valid_from, valid_until, recorded_at, recorded_by)
                values (:row, :id, :title, :title_en, :post_class, :seats, :from, :until, :at, :by)
                """, edits.posts().added(), by, EditsSql::post);
        batch("""
                insert into organization_deputy (id, post, deputy, position, valid_from, valid_until, recorded_at, recorded_by)
                values (:row, :post, :deputy, :position, :from, :until, :at, :by)
                """, edits.deputies().added(), by, EditsSql::deputy);
    }

    private void people(Edits edits, Edits.By by) {
        batch("""
                insert into organization_person (id, staff_number, sample) values (:id, :staff_number, :sample)
                """, edits.newPeople(), by, EditsSql::person);
        batch("""
                insert into organization_person_version (id, person, name, kana, romaji, rank, employment, duty,
                       valid_from, valid_until, recorded_at, recorded_by)
                values (:row, :id, :name, :kana, :romaji, :rank, :employment, :duty, :from, :until, :at, :by)
                """, edits.people().added(), by, EditsSql::person);
    }

    private void appointments(Edits edits, Edits.By by) {
        batch(
                """
                insert into organization_appointment (id, person, post, kind, document,
                       valid_from, valid_until, recorded_at, recorded_by)
                values (:id, :person, :post, :kind, :document, :from, :until, :at, :by)
                """,
                edits.appointments().added(),
                by,
                (a, p) -> line(
                        p.addValue("id", a.id().value())
                                .addValue("person", a.person().value())
                                .addValue("post", a.post().value())
                                .addValue("kind", a.kind().name())
                                .addValue("document", a.document()),
                        a.span()));
    }

    private void duty(Edits edits, Edits.By by) {
        batch("""
                insert into organization_duty (id, unit, person, chief, starts, ends, recorded_at, recorded_by)
                values (:row, :unit, :person, :chief, :starts, :ends, :at, :by)
                """, edits.duty().added(), by, EditsSql::shift);
    }

    private <V> void batch(
            String sql, Collection<V> values, Edits.By by, BiConsumer<V, MapSqlParameterSource> parameters) {
        if (values.isEmpty()) {
            return;
        }
        var rows = values.stream()
                .map(value -> {
                    var row = new MapSqlParameterSource("row", Ids.next(clock))
                            .addValue("at", by.at().atOffset(ZoneOffset.UTC))
                            .addValue("by", by.staffNumber());
                    parameters.accept(value, row);
                    return row;
                })
                .toArray(SqlParameterSource[]::new);
        Edits.requireEach(jdbc.batchUpdate(sql, rows), sql);
    }

    private static void unit(Unit unit, MapSqlParameterSource p) {
        var parent = unit.parent();
        line(
                p.addValue("id", unit.id().value())
                        .addValue("code", unit.code())
                        .addValue("sample", unit.sample())
                        .addValue("name", unit.name())
                        .addValue("name_en", unit.nameEn())
                        .addValue("kind", unit.kind().name())
                        .addValue("parent", parent == null ? null : parent.value())
                        .addValue("position", unit.position())
                        .addValue("source", unit.source()),
                unit.span());
    }

    private static void post(Post post, MapSqlParameterSource p) {
        line(
                p.addValue("id", post.id().value())
                        .addValue("code", post.code())
                        .addValue("unit", post.unit().value())
                        .addValue("sample", post.sample())
                        .addValue("title", post.title())
                        .addValue("title_en", post.titleEn())
                        .addValue("post_class", post.postClass().name())
                        .addValue("seats", post.seats()),
                post.span());
    }

    private static void person(Person person, MapSqlParameterSource p) {
        line(
                p.addValue("id", person.id().value())
                        .addValue("staff_number", person.staffNumber())
                        .addValue("sample", person.sample())
                        .addValue("name", person.name())
                        .addValue("kana", person.kana())
                        .addValue("romaji", person.romaji())
                        .addValue("rank", person.rank().name())
                        .addValue("employment", person.employment().name())
                        .addValue("duty", person.duty().name()),
                person.span());
    }

    private static void deputy(Deputy deputy, MapSqlParameterSource p) {
        line(
                p.addValue("post", deputy.post().value())
                        .addValue("deputy", deputy.deputy().value())
                        .addValue("position", deputy.order()),
                deputy.span());
    }

    private static void serving(Serving serving, MapSqlParameterSource p) {
        var served = serving.served();
        line(
                p.addValue("unit", serving.unit().value()).addValue("served", served == null ? null : served.value()),
                serving.span());
    }

    private static void shift(DutyShift shift, MapSqlParameterSource p) {
        p.addValue("unit", shift.unit().value())
                .addValue("person", shift.person().value())
                .addValue("chief", shift.chief())
                .addValue("starts", shift.starts().atOffset(ZoneOffset.UTC))
                .addValue("ends", shift.ends().atOffset(ZoneOffset.UTC));
    }

    private static void line(MapSqlParameterSource p, Span span) {
        p.addValue("from", span.from()).addValue("until", span.until());
    }
}
