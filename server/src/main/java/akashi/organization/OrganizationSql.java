package akashi.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the organisation tables as a whole; withdrawn lines stay where they are. */
@Repository
class OrganizationSql {
    private final JdbcClient jdbc;

    OrganizationSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long generation() {
        return jdbc.sql("select number from organization_generation")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** Everything at one generation; the caller's transaction sees one state of the database. */
    Snapshot load() {
        return new Snapshot(
                generation(),
                new Snapshot.Rows(
                        units(), posts(), people(), appointments(), deputies(), duty(), servings(), successions()));
    }

    private List<Unit> units() {
        return jdbc.sql("""
                select u.id, u.code, v.name, v.name_en, v.kind, v.parent, v.position, v.source, u.sample,
                       v.valid_from, v.valid_until
                  from organization_unit u
                  join organization_unit_version v on v.unit = u.id
                 where v.withdrawn_at is null
                """)
                .query((row, _) -> new Unit(
                        unit(row, "id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        UnitKind.valueOf(row.getString("kind")),
                        unitOrNull(row, "parent"),
                        row.getInt("position"),
                        row.getString("source"),
                        row.getBoolean("sample"),
                        span(row)))
                .list();
    }

    private List<Post> posts() {
        return jdbc.sql("""
                select p.id, p.code, p.unit, v.title, v.title_en, v.post_class, v.seats, p.sample, v.valid_from, v.valid_until
                  from organization_post p
                  join organization_post_version v on v.post = p.id
                 where v.withdrawn_at is null
                """)
                .query((row, _) -> new Post(
                        post(row, "id"),
                        row.getString("code"),
                        unit(row, "unit"),
                        row.getString("title"),
                        row.getString("title_en"),
                        PostClass.valueOf(row.getString("post_class")),
                        row.getInt("seats"),
                        row.getBoolean("sample"),
                        span(row)))
                .list();
    }

    private List<Person> people() {
        return jdbc.sql("""
                select p.id, p.staff_number, v.name, v.kana, v.romaji, v.rank, v.employment, v.duty, p.sample,
                       v.valid_from, v.valid_until
                  from organization_person p
                  join organization_person_version v on v.person = p.id
                 where v.withdrawn_at is null
                """)
                .query((row, _) -> new Person(
                        person(row, "id"),
                        row.getString("staff_number"),
                        row.getString("name"),
                        row.getString("kana"),
                        row.getString("romaji"),
                        Rank.valueOf(row.getString("rank")),
                        Employment.valueOf(row.getString("employment")),
                        DutyState.valueOf(row.getString("duty")),
                        row.getBoolean("sample"),
                        span(row)))
                .list();
    }

    private List<Appointment> appointments() {
        return jdbc.sql("""
                select a.id, a.person, a.post, p.unit, a.kind, a.document, a.valid_from, a.valid_until
                  from organization_appointment a
                  join organization_post p on p.id = a.post
                 where a.withdrawn_at is null
                """)
                .query((row, _) -> new Appointment(
                        new AppointmentId(row.getObject("id", UUID.class)),
                        person(row, "person"),
                        post(row, "post"),
                        unit(row, "unit"),
                        AppointmentKind.valueOf(row.getString("kind")),
                        row.getString("document"),
                        span(row)))
                .list();
    }

    private List<Deputy> deputies() {
        return jdbc.sql("""
                select post, deputy, position, valid_from, valid_until
                  from organization_deputy
                 where withdrawn_at is null
                """)
                .query((row, _) ->
                        new Deputy(post(row, "post"), post(row, "deputy"), row.getInt("position"), span(row)))
                .list();
    }

    private List<DutyShift> duty() {
        return jdbc.sql("""
                select unit, person, chief, starts, ends
                  from organization_duty
                 where withdrawn_at is null
                """)
                .query((row, _) -> new DutyShift(
                        unit(row, "unit"),
                        person(row, "person"),
                        row.getBoolean("chief"),
                        row.getObject("starts", OffsetDateTime.class).toInstant(),
                        row.getObject("ends", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<Serving> servings() {
        return jdbc.sql("""
                select unit, served, valid_from, valid_until
                  from organization_unit_serving
                 where withdrawn_at is null
                """)
                .query((row, _) -> new Serving(unit(row, "unit"), unitOrNull(row, "served"), span(row)))
                .list();
    }

    private List<Succession> successions() {
        return jdbc.sql("select predecessor, successor, since, source from organization_unit_succession")
                .query((row, _) -> new Succession(
                        unit(row, "predecessor"),
                        unit(row, "successor"),
                        row.getObject("since", LocalDate.class),
                        row.getString("source")))
                .list();
    }

    private static UnitId unit(ResultSet row, String column) throws SQLException {
        return new UnitId(row.getObject(column, UUID.class));
    }

    private static @Nullable UnitId unitOrNull(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new UnitId(id);
    }

    private static PostId post(ResultSet row, String column) throws SQLException {
        return new PostId(row.getObject(column, UUID.class));
    }

    private static PersonId person(ResultSet row, String column) throws SQLException {
        return new PersonId(row.getObject(column, UUID.class));
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class));
    }
}
