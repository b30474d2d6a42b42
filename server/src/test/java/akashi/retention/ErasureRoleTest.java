package akashi.retention;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.FreshDatabase;
import akashi.ModuleTest;
import akashi.account.TestDevices;
import akashi.tlog.TreeCheck;
import akashi.usage.UsageLog;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What the application's own role in the database may not do, whatever the program asks. */
@ModuleTest(with = {"web", "account", "access"})
@Import({TestDevices.class, FreshDatabase.Setup.class})
@ExtendWith(TreeCheck.class)
@TestPropertySource(
        properties = {"akashi.retention.most=90", "akashi.retention.pause=P1D"}) // the job is called by hand
class ErasureRoleTest {
    private final Past past;

    ErasureRoleTest(UsageLog log, JdbcClient jdbc) {
        this.past = new Past(log, jdbc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from usage_private",
                "truncate usage_private",
                "update retention_erasure set state = 'APPROVED', decided_by = 'x'",
                "insert into retention_piece values (gen_random_uuid(), 1, 1, '0', 1, now())",
                "delete from retention_hold",
                "update retention_hold set lifted_at = now()",
                "insert into retention_planned values (1, 1, 0, '2024-05-01', gen_random_uuid(), null)",
                "select * from retention_planned",
                "select retention_unchanged(1)",
                "create or replace function retention_holding(smallint, bigint, text, bytea, bytea) returns int"
                        + " language sql as 'select null::int'",
            })
    void theApplicationsRoleCannotGoRoundTheFunctions(String attempt) {
        assertThatThrownBy(() -> past.as("akashi_app", attempt)).hasMessageStartingWith("42501");
    }
}
