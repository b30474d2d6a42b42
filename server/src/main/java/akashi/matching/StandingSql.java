package akashi.matching;

import akashi.operation.OperationCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Inquiries that go on standing after their answer, and how far the logs have been read for them. */
@Repository
class StandingSql {
    private final JdbcClient jdbc;

    StandingSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An inquiry that stands.
     *
     * @param operations those it asked and may hear of
     * @param unit code of the unit that is told
     * @param known records its answer showed
     */
    record Standing(
            int log,
            long entry,
            Instant askedAt,
            Instant until,
            List<String> operations,
            String unit,
            String staff,
            @Nullable String birth,
            @Nullable String sex,
            List<UUID> known) {
        Standing {
            operations = List.copyOf(operations);
            known = List.copyOf(known);
        }
    }

    Optional<Long> through(int log) {
        return jdbc.sql("select through from matching_read where log = :log")
                .param("log", log)
                .query((row, _) -> row.getLong("through"))
                .optional();
    }

    void through(int log, long through) {
        jdbc.sql("""
                insert into matching_read (log, through) values (:log, :through)
                on conflict (log) do update set through = greatest(matching_read.through, excluded.through)
                """).param("log", log).param("through", through).update();
    }

    /** Lets an inquiry stand; read twice it stands once. */
    void add(Standing one, Collection<Long> keys) {
        var id = jdbc.sql("""
                insert into matching_standing (log, entry, asked_at, until, operations, unit, staff, birth, sex, known)
                values (:log, :entry, :asked, :until, :operations, :unit, :staff, :birth, :sex, :known)
                on conflict (log, entry) do nothing
                returning id
                """)
                .param("log", one.log())
                .param("entry", one.entry())
                .param("asked", one.askedAt().atOffset(ZoneOffset.UTC))
                .param("until", one.until().atOffset(ZoneOffset.UTC))
                .param("operations", one.operations().toArray(String[]::new))
                .param("unit", one.unit())
                .param("staff", one.staff())
                .param("birth", one.birth())
                .param("sex", one.sex())
                .param("known", one.known().toArray(UUID[]::new))
                .query((row, _) -> row.getLong("id"))
                .optional();
        id.ifPresent(standing -> jdbc.sql("""
                insert into matching_standing_key (digest, standing)
                select digest, :standing from unnest(:digests::bigint[]) as t (digest)
                on conflict do nothing
                """)
                .param("standing", standing)
                .param("digests", keys.toArray(Long[]::new))
                .update());
    }

    /** Whether any inquiry stands that was answered before an instant. */
    boolean any(Instant before) {
        return jdbc.sql("select exists (select 1 from matching_standing where asked_at <= :before)")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** A key that met, with the inquiry it belongs to. */
    record Met(Standing standing, long digest) {}

    /** Inquiries in an operation that still stand and ask for one of these keys, without those that know the record. */
    List<Met> asking(OperationCode operation, Collection<Long> keys, UUID record, Instant now) {
        return jdbc.sql("""
                select s.log, s.entry, s.asked_at, s.until, s.operations, s.unit, s.staff, s.birth, s.sex, s.known,
                       k.digest
                  from matching_standing_key k
                  join matching_standing s on s.id = k.standing
                 where k.digest = any(:digests::bigint[]) and s.until > :now and :operation = any(s.operations) and :record <> all(s.known)
                 order by s.log, s.entry
                """)
                .param("digests", keys.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("operation", operation.value())
                .param("record", record)
                .query((row, _) -> new Met(standing(row), row.getLong("digest")))
                .list();
    }

    /** Erases inquiries that no longer stand, with their keys. */
    int erase(Instant now) {
        return jdbc.sql("delete from matching_standing where until <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Erases one whose private part was erased. */
    void erase(int log, long entry) {
        jdbc.sql("delete from matching_standing where log = :log and entry = :entry")
                .param("log", log)
                .param("entry", entry)
                .update();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Array known = row.getArray("known");
        Array operations = row.getArray("operations");
        return new Standing(
                row.getInt("log"),
                row.getLong("entry"),
                PairSql.instant(row, "asked_at"),
                PairSql.instant(row, "until"),
                List.of((String[]) operations.getArray()),
                row.getString("unit"),
                row.getString("staff"),
                row.getString("birth"),
                row.getString("sex"),
                List.of((UUID[]) known.getArray()));
    }
}
