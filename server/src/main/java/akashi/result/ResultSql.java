package akashi.result;

import akashi.usage.Proved;
import akashi.usage.UseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Results entered after inquiries. */
@Repository
class ResultSql {
    private final JdbcClient jdbc;

    ResultSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose inquiry a result is about, and who enters it. */
    record Entered(int log, long entry, Result result, String person, String unit, UseId use) {}

    /**
     * Adds a result as the newest version; two at once get two versions, or one of them fails and may be sent again.
     */
    void insert(Entered entered) {
        var result = entered.result();
        jdbc.sql("""
                insert into inquiry_result
                       (log, entry, version, outcome, case_reference, entered_at, entered_by, staff_number, unit, use_id)
                select :log, :entry, coalesce(max(version), 0) + 1, :outcome, :case, :at, :person, :staff, :unit, :use
                  from inquiry_result
                 where log = :log and entry = :entry
                """)
                .param("log", entered.log())
                .param("entry", entered.entry())
                .param("outcome", result.outcome().name())
                .param("case", result.caseReference())
                .param("at", result.at().atOffset(ZoneOffset.UTC))
                .param("person", entered.person())
                .param("staff", result.staffNumber())
                .param("unit", entered.unit())
                .param("use", entered.use().value())
                .update();
    }

    /** The newest result of each of these inquiries, by their numbers. */
    Map<String, Result> newest(Collection<Proved> inquiries) {
        return jdbc
                .sql("""
                select distinct on (r.log, r.entry)
                       r.log, r.entry, r.outcome, r.case_reference, r.entered_at, r.staff_number
                  from inquiry_result r
                  join unnest(:logs::int[], :entries::bigint[]) as asked(log, entry)
                    on asked.log = r.log and asked.entry = r.entry
                 order by r.log, r.entry, r.version desc
                """)
                .param("logs", inquiries.stream().map(Proved::log).toArray(Integer[]::new))
                .param("entries", inquiries.stream().map(Proved::index).toArray(Long[]::new))
                .query((row, _) -> Map.entry(row.getInt("log") + "-" + row.getLong("entry"), result(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Result result(ResultSet row) throws SQLException {
        return new Result(
                Result.Outcome.valueOf(row.getString("outcome")),
                row.getString("case_reference"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getString("staff_number"));
    }
}
