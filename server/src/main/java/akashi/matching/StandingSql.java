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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** An inquiry with the digests of its keys. */
    record Asked(Standing standing, List<Long> digests) {
        Asked {
            digests = List.copyOf(digests);
        }
    }

    /** Lets inquiries stand, in one statement however many they are; one read twice stands once. */
    void add(List<Asked> all) {
        jdbc.sql("""
                with asked as (
                    select *
                      from unnest(:logs::int[], :entries::bigint[], :asked::timestamptz[], :until::timestamptz[],
                                  :operations::text[], :units::text[], :staff::text[], :births::text[], :sexes::text[],
                                  :known::text[], :digests::text[])
                        as t (log, entry, asked_at, until, operations, unit, staff, birth, sex, known, digests)
                ), added as (
                    insert into matching_standing (log, entry, asked_at, until, operations, unit, staff, birth, sex, known)
                    select log, entry, asked_at, until, operations::text[], unit, staff, birth, sex, known::uuid[]
                      from asked
                    on conflict (log, entry) do nothing
                    returning id, log, entry
                )
                insert into matching_standing_key (digest, standing)
                select distinct unnest(asked.digests::bigint[]), added.id
                  from added
                  join asked using (log, entry)
                """)
                .param("logs", column(all, one -> one.log()).toArray(Integer[]::new))
                .param("entries", column(all, one -> one.entry()).toArray(Long[]::new))
                .param("asked", texts(all, one -> one.askedAt().toString()))
                .param("until", texts(all, one -> one.until().toString()))
                .param("operations", texts(all, one -> array(one.operations())))
                .param("units", texts(all, Standing::unit))
                .param("staff", texts(all, Standing::staff))
                .param("births", texts(all, Standing::birth))
                .param("sexes", texts(all, Standing::sex))
                .param("known", texts(all, one -> array(one.known())))
                .param("digests", all.stream().map(one -> array(one.digests())).toArray(String[]::new))
                .update();
    }

    private static <T> Stream<T> column(List<Asked> all, Function<Standing, T> column) {
        return all.stream().map(one -> column.apply(one.standing()));
    }

    private static @Nullable String[] texts(List<Asked> all, Function<Standing, @Nullable String> column) {
        var texts = new @Nullable String[all.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(all.get(i).standing());
        }
        return texts;
    }

    /** Numbers, ids and codes hold nothing that would have to be quoted. */
    private static String array(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
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
