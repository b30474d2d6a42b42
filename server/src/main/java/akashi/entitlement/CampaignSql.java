package akashi.entitlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recertifications, their signatures, and what was answered in them. */
@Repository
class CampaignSql {
    private final JdbcClient jdbc;

    CampaignSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Number of the new one, or nothing where one waits for the unit. */
    Optional<Long> open(String unit, Campaign.Ground ground, LocalDate due, String by, Instant at) {
        return jdbc.sql("""
                insert into entitlement_campaign (unit, ground, due, opened_by, opened_at)
                values (:unit, :ground, :due, :by, :at)
                on conflict (unit) where state in ('OPEN', 'REST') do nothing
                returning number
                """)
                .param("unit", unit)
                .param("ground", ground.name())
                .param("due", due)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("number"))
                .optional();
    }

    /** Those that wait first, the most pressing before the others. */
    List<Campaign> latest(int limit) {
        var signatures = signatures();
        return jdbc.sql("""
                select number, unit, ground, due, state, opened_at, rest
                  from entitlement_campaign
                 order by state not in ('OPEN', 'REST'), due, number desc
                 limit :limit
                """)
                .param("limit", limit)
                .query((row, _) -> row(row, signatures))
                .list();
    }

    Optional<Campaign> one(long number) {
        var signatures = signatures();
        return jdbc.sql("""
                select number, unit, ground, due, state, opened_at, rest
                  from entitlement_campaign
                 where number = :number
                """)
                .param("number", number)
                .query((row, _) -> row(row, signatures))
                .optional();
    }

    private Map<Long, List<Campaign.Signed>> signatures() {
        var found = new HashMap<Long, List<Campaign.Signed>>();
        jdbc.sql("""
                select campaign, part, signed_by, signed_at, lines, taken, digest
                  from entitlement_signature
                 order by campaign, part
                """).query(row -> {
            found.computeIfAbsent(row.getLong("campaign"), _ -> new java.util.ArrayList<>())
                    .add(new Campaign.Signed(
                            row.getInt("part"),
                            row.getString("signed_by"),
                            RequestSql.instant(row, "signed_at"),
                            row.getInt("lines"),
                            row.getInt("taken"),
                            row.getString("digest")));
        });
        return found;
    }

    /** Units for which one was opened since. */
    List<String> unitsSince(Instant since) {
        return jdbc.sql("select distinct unit from entitlement_campaign where opened_at >= :since")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getString("unit"))
                .list();
    }

    /** Leaves what these people have to somebody above, until that day; false if that was done or it has ended. */
    boolean leave(long number, List<String> rest, LocalDate due) {
        return jdbc.sql("""
                update entitlement_campaign set state = 'REST', rest = :rest::text[], due = greatest(due, :due)
                 where number = :number and state = 'OPEN'
                """)
                        .param("number", number)
                        .param("rest", rest.toArray(String[]::new))
                        .param("due", due)
                        .update()
                == 1;
    }

    /** False if it has ended, or stands elsewhere than was thought. */
    boolean end(long number, Campaign.State from, Campaign.State to, String by, Instant at) {
        return jdbc.sql("""
                update entitlement_campaign set state = :to, ended_by = :by, ended_at = :at
                 where number = :number and state = :from
                """)
                        .param("number", number)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void sign(long campaign, Campaign.Signed signed) {
        var _ = jdbc.sql("""
                insert into entitlement_signature (campaign, part, signed_by, signed_at, lines, taken, digest)
                values (:campaign, :part, :by, :at, :lines, :taken, :digest)
                """)
                .param("campaign", campaign)
                .param("part", signed.part())
                .param("by", signed.by())
                .param("at", signed.at().atOffset(ZoneOffset.UTC))
                .param("lines", signed.lines())
                .param("taken", signed.taken())
                .param("digest", signed.digest())
                .update();
    }

    /** Keeps signed answers, after those that were signed before. */
    void answer(long campaign, Campaign.Answer answer) {
        var _ = jdbc.sql("""
                insert into entitlement_answer (campaign, line, staff, granted, what, keep, why)
                select :campaign, coalesce(max(line), 0) + 1, :staff, nullif(:granted, 0), :what, :keep, :why
                  from entitlement_answer where campaign = :campaign
                """)
                .param("campaign", campaign)
                .param("staff", answer.line().staff())
                .param("granted", answer.line().granted())
                .param("what", answer.line().what())
                .param("keep", answer.keep())
                .param("why", answer.why())
                .update();
    }

    List<Campaign.Answer> answers(long campaign) {
        return jdbc.sql("""
                select staff, coalesce(granted, 0) as granted, what, keep, why
                  from entitlement_answer
                 where campaign = :campaign
                 order by line
                """)
                .param("campaign", campaign)
                .query((row, _) -> new Campaign.Answer(
                        new Campaign.Line(row.getString("staff"), row.getLong("granted"), row.getString("what")),
                        row.getBoolean("keep"),
                        row.getString("why")))
                .list();
    }

    /** Keeps an answer that is not signed yet, in the place of what was kept for the line before. */
    void draft(long campaign, Campaign.Answer answer, String by, Instant at) {
        var _ = jdbc.sql("""
                insert into entitlement_draft (campaign, key, keep, why, said_by, said_at)
                values (:campaign, :key, :keep, :why, :by, :at)
                on conflict (campaign, key) do update
                   set keep = excluded.keep, why = excluded.why, said_by = excluded.said_by, said_at = excluded.said_at
                """)
                .param("campaign", campaign)
                .param("key", answer.line().key())
                .param("keep", answer.keep())
                .param("why", answer.why())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was answered and not signed yet, for those of these lines that have an answer. */
    Map<String, Campaign.Answer> drafts(long campaign, List<Campaign.Line> lines) {
        var byKey = new HashMap<String, Campaign.Line>();
        lines.forEach(line -> byKey.put(line.key(), line));
        var found = new HashMap<String, Campaign.Answer>();
        jdbc.sql("select key, keep, why from entitlement_draft where campaign = :campaign")
                .param("campaign", campaign)
                .query(row -> {
                    var line = byKey.get(row.getString("key"));
                    if (line != null) {
                        found.put(line.key(), new Campaign.Answer(line, row.getBoolean("keep"), row.getString("why")));
                    }
                });
        return found;
    }

    /** Forgets what was not signed. */
    void clearDrafts(long campaign) {
        var _ = jdbc.sql("delete from entitlement_draft where campaign = :campaign")
                .param("campaign", campaign)
                .update();
    }

    private static Campaign row(ResultSet row, Map<Long, List<Campaign.Signed>> signatures) throws SQLException {
        var number = row.getLong("number");
        return new Campaign(
                number,
                row.getString("unit"),
                Campaign.Ground.valueOf(row.getString("ground")),
                row.getObject("due", LocalDate.class),
                Campaign.State.valueOf(row.getString("state")),
                RequestSql.instant(row, "opened_at"),
                List.of((String[]) row.getArray("rest").getArray()),
                signatures.getOrDefault(number, List.of()));
    }
}
