package akashi.matching;

import akashi.document.RecordId;
import akashi.matching.Pair.Side;
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

/** Pairs of records and what was said about them. */
@Repository
class PairSql {
    private static final String SELECT = """
            select seq, first, first_operation, first_document, first_number, first_unit, first_print,
                   second, second_operation, second_document, second_number, second_unit, second_print,
                   score, origin, state, version, proposed_at, proposed_by
              from matching_pair
            """;

    private final JdbcClient jdbc;

    PairSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Proposes a pair. One that waits is brought up to date; one that was judged not the same comes again only where a
     * side says something else than it did then, and a link stays. True where it now waits and did not before.
     */
    boolean propose(List<Side> sides, int score, Pair.Origin origin, String by, Instant at) {
        return jdbc.sql("""
                with old as (
                    select state from matching_pair where first = :first and second = :second
                ), written as (
                    insert into matching_pair
                           (first, first_operation, first_document, first_number, first_unit, first_print,
                            second, second_operation, second_document, second_number, second_unit, second_print,
                            score, origin, state, proposed_at, proposed_by, changed_at)
                    values (:first, :firstOperation, :firstDocument, :firstNumber, :firstUnit, :firstPrint,
                            :second, :secondOperation, :secondDocument, :secondNumber, :secondUnit, :secondPrint,
                            :score, :origin, 'OPEN', :at, :by, :at)
                    on conflict (first, second) do update
                       set first_print = excluded.first_print, second_print = excluded.second_print, score = excluded.score,
                           state = 'OPEN', version = matching_pair.version + 1, changed_at = excluded.changed_at,
                           proposed_at = case when matching_pair.state = 'OPEN' then matching_pair.proposed_at else excluded.proposed_at end,
                           proposed_by = case when matching_pair.state = 'OPEN' then matching_pair.proposed_by else excluded.proposed_by end,
                           origin = case when matching_pair.state = 'OPEN' then matching_pair.origin else excluded.origin end
                     where matching_pair.state = 'GONE'
                        or (matching_pair.state <> 'SAME' and (excluded.origin = 'PERSON' and matching_pair.state <> 'OPEN'
                            or (matching_pair.first_print, matching_pair.second_print)
                               is distinct from (excluded.first_print, excluded.second_print)))
                    returning seq
                )
                select exists (select 1 from written) and not exists (select 1 from old where state = 'OPEN')
                """)
                .param("first", sides.getFirst().record().value())
                .param("firstOperation", sides.getFirst().operation().value())
                .param("firstDocument", sides.getFirst().kind().document())
                .param("firstNumber", sides.getFirst().number())
                .param("firstUnit", sides.getFirst().unit().value())
                .param("firstPrint", sides.getFirst().print())
                .param("second", sides.getLast().record().value())
                .param("secondOperation", sides.getLast().operation().value())
                .param("secondDocument", sides.getLast().kind().document())
                .param("secondNumber", sides.getLast().number())
                .param("secondUnit", sides.getLast().unit().value())
                .param("secondPrint", sides.getLast().print())
                .param("score", score)
                .param("origin", origin.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Pairs of a record with these others, for which nothing speaks any more; what people proposed stays. */
    void gone(RecordId record, Collection<RecordId> others, Instant at) {
        jdbc.sql("""
                update matching_pair
                   set state = 'GONE', version = version + 1, changed_at = :at
                 where state = 'OPEN' and origin = 'RECORD'
                   and ((first = :record and second = any(:others::uuid[]))
                        or (second = :record and first = any(:others::uuid[])))
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("record", record.value())
                .param("others", others.stream().map(RecordId::value).toArray(UUID[]::new))
                .update();
    }

    /** Every waiting pair of a record that no longer answers. */
    void over(RecordId record, Instant at) {
        jdbc.sql("""
                update matching_pair
                   set state = 'GONE', version = version + 1, changed_at = :at
                 where state = 'OPEN' and (first = :record or second = :record)
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("record", record.value())
                .update();
    }

    /** The other sides of the pairs of a record that wait and that its comparison made. */
    List<RecordId> partners(RecordId record) {
        return jdbc.sql("""
                select case when first = :record then second else first end as other
                  from matching_pair
                 where state = 'OPEN' and origin = 'RECORD' and (first = :record or second = :record)
                """)
                .param("record", record.value())
                .query((row, _) -> new RecordId(row.getObject("other", UUID.class)))
                .list();
    }

    Optional<Pair> one(long seq) {
        return jdbc.sql(SELECT + " where seq = :seq")
                .param("seq", seq)
                .query(PairSql::pair)
                .optional();
    }

    Optional<Pair> of(List<Side> sides) {
        return jdbc.sql(SELECT + " where first = :first and second = :second")
                .param("first", sides.getFirst().record().value())
                .param("second", sides.getLast().record().value())
                .query(PairSql::pair)
                .optional();
    }

    /** Pairs in which one of these units has a side, the strongest first. */
    List<Pair> waiting(Collection<UnitId> units, int limit) {
        return jdbc.sql(SELECT + """
                 where state = 'OPEN' and (first_unit = any(:units) or second_unit = any(:units))
                 order by score desc, seq
                 limit :limit
                """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query(PairSql::pair)
                .list();
    }

    /** Pairs of these units that were judged since, the latest first; links stay listed for as long as they stand. */
    List<Pair> judged(Collection<UnitId> units, Instant since, int limit) {
        return jdbc.sql(SELECT + """
                 where (state = 'SAME' or (state in ('NOT_SAME', 'UNDONE') and changed_at >= :since))
                   and (first_unit = any(:units) or second_unit = any(:units))
                 order by changed_at desc, seq desc
                 limit :limit
                """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(PairSql::pair)
                .list();
    }

    /** The links of a record, only those drawn from it. */
    List<Pair> links(RecordId record) {
        return jdbc.sql(SELECT + " where (first = :record or second = :record) and state = 'SAME' order by seq")
                .param("record", record.value())
                .query(PairSql::pair)
                .list();
    }

    /** How many pairs wait for each unit; one between two units for both. */
    Map<UnitId, Integer> open() {
        return jdbc
                .sql("""
                select unit, count(*) as waiting
                  from (select first_unit as unit, seq from matching_pair where state = 'OPEN'
                        union
                        select second_unit, seq from matching_pair where state = 'OPEN') as sides
                 group by unit
                """)
                .query((row, _) -> Map.entry(new UnitId(row.getObject("unit", UUID.class)), row.getInt("waiting")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Moves a pair on; false where it is no longer what the judge saw. */
    boolean move(Pair pair, Pair.State to, Instant at) {
        return jdbc.sql("""
                update matching_pair
                   set state = :state, version = version + 1, changed_at = :at
                 where seq = :seq and version = :version
                """)
                        .param("state", to.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("seq", pair.seq())
                        .param("version", pair.version())
                        .update()
                == 1;
    }

    void say(long pair, Pair.Said said) {
        jdbc.sql("""
                insert into matching_verdict (pair, n, verdict, reason, at, staff, unit)
                select :pair, coalesce(max(n), 0) + 1, :verdict, :reason, :at, :staff, :unit
                  from matching_verdict where pair = :pair
                """)
                .param("pair", pair)
                .param("verdict", said.word().name())
                .param("reason", said.reason())
                .param("at", said.at().atOffset(ZoneOffset.UTC))
                .param("staff", said.staff())
                .param("unit", said.unit().value())
                .update();
    }

    /** What was said about a pair, in order. */
    List<Pair.Said> said(long pair) {
        return jdbc.sql("select verdict, reason, at, staff, unit from matching_verdict where pair = :pair order by n")
                .param("pair", pair)
                .query((row, _) -> new Pair.Said(
                        Pair.Word.valueOf(row.getString("verdict")),
                        row.getString("reason"),
                        instant(row, "at"),
                        row.getString("staff"),
                        new UnitId(row.getObject("unit", UUID.class))))
                .list();
    }

    private static Pair pair(ResultSet row, int n) throws SQLException {
        return new Pair(
                row.getLong("seq"),
                side(row, "first"),
                side(row, "second"),
                row.getInt("score"),
                Pair.Origin.valueOf(row.getString("origin")),
                Pair.State.valueOf(row.getString("state")),
                row.getInt("version"),
                instant(row, "proposed_at"),
                row.getString("proposed_by"));
    }

    private static Side side(ResultSet row, String which) throws SQLException {
        return new Side(
                new RecordId(row.getObject(which, UUID.class)),
                new Relations.Kind(
                        new OperationCode(row.getString(which + "_operation")), row.getString(which + "_document")),
                row.getString(which + "_number"),
                new UnitId(row.getObject(which + "_unit", UUID.class)),
                row.getString(which + "_print"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
