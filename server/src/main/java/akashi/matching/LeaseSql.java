package akashi.matching;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which node works at a job. Time is the database's, so that clocks of nodes do not matter. */
@Repository
class LeaseSql {
    private final JdbcClient jdbc;

    LeaseSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes or renews the lease; false while another holder has it. */
    boolean take(String job, UUID holder, Duration span) {
        return jdbc.sql("""
                insert into matching_lease (job, holder, until)
                values (:job, :holder, clock_timestamp() + make_interval(secs => :seconds))
                on conflict (job) do update set holder = excluded.holder, until = excluded.until
                 where matching_lease.holder = excluded.holder or matching_lease.until < clock_timestamp()
                """)
                        .param("job", job)
                        .param("holder", holder)
                        .param("seconds", (double) span.toSeconds())
                        .update()
                == 1;
    }

    /** Gives it back, for the next node. */
    void leave(String job, UUID holder) {
        jdbc.sql("update matching_lease set until = '-infinity' where job = :job and holder = :holder")
                .param("job", job)
                .param("holder", holder)
                .update();
    }
}
