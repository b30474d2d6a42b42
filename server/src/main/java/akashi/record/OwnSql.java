package akashi.record;

import akashi.document.RecordId;
import akashi.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who members of the police are as subjects of documents, and second persons' releases. */
@Repository
class OwnSql {
    private final JdbcClient jdbc;

    OwnSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A request to read a document about oneself; {@code releasedBy} and {@code validUntil} are null until released.
     */
    record Request(
            UUID id,
            UUID person,
            UnitId unit,
            String number,
            String reason,
            Instant requestedAt,
            @Nullable UUID releasedBy,
            @Nullable Instant validUntil,
            @Nullable Instant refusedAt) {}

    void state(UUID person, List<String> subjects, Instant at) {
        jdbc.sql("""
                insert into record_own_person (person, subjects, stated_at)
                values (:person, :subjects, :at)
                    on conflict (person) do update set subjects = excluded.subjects, stated_at = excluded.stated_at
                """)
                .param("person", person)
                .param("subjects", subjects.toArray(String[]::new))
                .param("at", RecordSql.utc(at))
                .update();
    }

    /** All that is stated about members of whom at least one of these hashes tells. */
    List<String> linked(List<String> subjects) {
        return jdbc.sql("""
                select distinct s
                  from record_own_person, unnest(subjects) s
                 where subjects && :subjects::text[]
                 order by s
                """)
                .param("subjects", subjects.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** What is stated about a member; empty where nothing is. */
    Set<String> subjects(UUID person) {
        return jdbc.sql("select subjects from record_own_person where person = :person")
                .param("person", person)
                .query((row, _) -> Set.copyOf(RecordSql.texts(row, "subjects")))
                .optional()
                .orElse(Set.of());
    }

    boolean isSubject(UUID person, RecordId record) {
        return jdbc.sql("""
                select exists (select 1
                                 from record r
                                 join record_own_person p on p.person = :person and p.subjects && r.subjects
                                where r.id = :record)
                """)
                .param("person", person)
                .param("record", record.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Business numbers a second person has released to this one at that moment. */
    List<String> released(UUID person, Instant at) {
        return jdbc.sql("""
                select number
                  from record_own_access
                 where person = :person and released_at <= :at and valid_until > :at
                """)
                .param("person", person)
                .param("at", RecordSql.utc(at))
                .query((row, _) -> row.getString(1))
                .list();
    }

    void ask(UUID id, UUID person, UnitId unit, String number, String reason, Instant at) {
        jdbc.sql("""
                insert into record_own_access (id, person, unit, number, reason, requested_at)
                values (:id, :person, :unit, :number, :reason, :at)
                """)
                .param("id", id)
                .param("person", person)
                .param("unit", unit.value())
                .param("number", number)
                .param("reason", reason)
                .param("at", RecordSql.utc(at))
                .update();
    }

    /** Releases a waiting request of somebody else in that unit; false where there is none. */
    boolean release(UUID id, List<UUID> units, UUID by, Instant at, Instant until) {
        return jdbc.sql("""
                update record_own_access
                   set released_by = :by, released_at = :at, valid_until = :until
                 where id = :id and unit = any(:units::uuid[]) and person <> :by and released_by is null and refused_at is null
                """)
                        .param("by", by)
                        .param("at", RecordSql.utc(at))
                        .param("until", RecordSql.utc(until))
                        .param("id", id)
                        .param("units", units.toArray(UUID[]::new))
                        .update()
                == 1;
    }

    boolean refuse(UUID id, List<UUID> units, UUID by, Instant at) {
        return jdbc.sql("""
                update record_own_access
                   set refused_at = :at
                 where id = :id and unit = any(:units::uuid[]) and person <> :by and released_by is null and refused_at is null
                """)
                        .param("at", RecordSql.utc(at))
                        .param("id", id)
                        .param("units", units.toArray(UUID[]::new))
                        .param("by", by)
                        .update()
                == 1;
    }

    List<Request> waiting(List<UUID> units) {
        return jdbc.sql("""
                select id, person, unit, number, reason, requested_at, released_by, valid_until, refused_at
                  from record_own_access
                 where unit = any(:units::uuid[]) and released_by is null and refused_at is null
                 order by requested_at
                 limit 100
                """)
                .param("units", units.toArray(UUID[]::new))
                .query(OwnSql::request)
                .list();
    }

    List<Request> of(UUID person) {
        return jdbc.sql("""
                select id, person, unit, number, reason, requested_at, released_by, valid_until, refused_at
                  from record_own_access
                 where person = :person
                 order by requested_at desc
                 limit 20
                """).param("person", person).query(OwnSql::request).list();
    }

    private static Request request(ResultSet row, int rowNumber) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("number"),
                row.getString("reason"),
                RecordSql.instant(row, "requested_at"),
                row.getObject("released_by", UUID.class),
                instant(row, "valid_until"),
                instant(row, "refused_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : RecordSql.instant(row, column);
    }
}
