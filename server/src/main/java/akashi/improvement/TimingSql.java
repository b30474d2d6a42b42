package akashi.improvement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Times of answers, in buckets. */
@Repository
class TimingSql {
    private final JdbcClient jdbc;

    TimingSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Timings.Cell cell, long answers) {
        jdbc.sql("""
                insert into improvement_timing as t (operation, day, bucket, answers)
                values (:operation, :day, :bucket, :answers)
                on conflict (operation, day, bucket) do update set answers = t.answers + excluded.answers
                """)
                .param("operation", cell.operation())
                .param("day", cell.day())
                .param("bucket", cell.bucket())
                .param("answers", answers)
                .update();
    }

    /** Answers by bucket within these days. */
    Map<Integer, Long> within(String operation, LocalDate from, LocalDate to) {
        var found = new HashMap<Integer, Long>();
        jdbc.sql("""
                select bucket, sum(answers)::bigint as answers
                  from improvement_timing
                 where operation = :operation and day between :from and :to
                 group by bucket
                """)
                .param("operation", operation)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    found.put(row.getInt("bucket"), row.getLong("answers"));
                });
        return found;
    }
}
