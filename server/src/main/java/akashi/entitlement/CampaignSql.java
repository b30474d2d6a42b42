package akashi.entitlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recertifications and what was answered in them. */
@Repository
class CampaignSql {
    private final JdbcClient jdbc;

    CampaignSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Number of the new one, or nothing where one is open for the unit. */
    List<Long> open(String unit, Campaign.Ground ground, LocalDate due, String by, Instant at) {
        return jdbc.sql("""
                insert into entitlement_campaign (unit, ground, due, opened_by, opened_at)
                values (:unit, :ground, :due, :by, :at)
                on conflict (unit) where state = 'OPEN' do nothing
                returning number
                """)
                .param("unit", unit)
                .param("ground", ground.name())
                .param("due", due)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("number"))
                .list();
    }

    List<Campaign> latest(int limit) {
        return jdbc.sql("""
                select number, unit, ground, due, state, opened_at, ended_by, ended_at, lines, taken, digest
                  from entitlement_campaign
                 order by state = 'OPEN' desc, due, number desc
                 limit :limit
                """).param("limit", limit).query(CampaignSql::row).list();
    }

    Optional<Campaign> one(long number) {
        return jdbc.sql("""
                select number, unit, ground, due, state, opened_at, ended_by, ended_at, lines, taken, digest
                  from entitlement_campaign
                 where number = :number
                """).param("number", number).query(CampaignSql::row).optional();
    }

    /** Units for which one was opened since. */
    List<String> unitsSince(Instant since) {
        return jdbc.sql("select distinct unit from entitlement_campaign where opened_at >= :since")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getString("unit"))
                .list();
    }

    /** False if it has ended. */
    boolean sign(long number, Campaign.Signed signed) {
        return jdbc.sql("""
                update entitlement_campaign
                   set state = 'SIGNED', ended_by = :by, ended_at = :at, lines = :lines, taken = :taken, digest = :digest
                 where number = :number and state = 'OPEN'
                """)
                        .param("number", number)
                        .param("by", signed.by())
                        .param("at", signed.at().atOffset(ZoneOffset.UTC))
                        .param("lines", signed.lines())
                        .param("taken", signed.taken())
                        .param("digest", signed.digest())
                        .update()
                == 1;
    }

    /** False if it has ended. */
    boolean move(long number, Instant at) {
        return jdbc.sql("""
                update entitlement_campaign
                   set state = 'MOVED', ended_by = 'system:entitlement', ended_at = :at
                 where number = :number and state = 'OPEN'
                """)
                        .param("number", number)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void answer(long campaign, int line, Campaign.Answer answer) {
        var granted = answer.line().granted();
        var _ = jdbc.sql("""
                insert into entitlement_answer (campaign, line, staff, granted, what, keep, why)
                values (:campaign, :line, :staff, nullif(:granted, 0), :what, :keep, :why)
                """)
                .param("campaign", campaign)
                .param("line", line)
                .param("staff", answer.line().staff())
                .param("granted", granted)
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

    private static Campaign row(ResultSet row, int n) throws SQLException {
        return new Campaign(
                row.getLong("number"),
                row.getString("unit"),
                Campaign.Ground.valueOf(row.getString("ground")),
                row.getObject("due", LocalDate.class),
                Campaign.State.valueOf(row.getString("state")),
                RequestSql.instant(row, "opened_at"),
                signed(row));
    }

    private static Campaign.@Nullable Signed signed(ResultSet row) throws SQLException {
        var digest = row.getString("digest");
        return digest == null
                ? null
                : new Campaign.Signed(
                        row.getString("ended_by"),
                        RequestSql.instant(row, "ended_at"),
                        row.getInt("lines"),
                        row.getInt("taken"),
                        digest);
    }
}
