package akashi.duty;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.account.TestDevices;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.tlog.TreeCheck;
import akashi.usage.Use;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exceptions ask and remind people: to decide, before they end, and not any more once they are over. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class})
@ExtendWith(TreeCheck.class)
class PermitTasksTest {
    private static final Use.Ruling RULING = new Use.Ruling("test", "1", true);

    private final Permits permits;
    private final Organization organization;
    private final MovableClock clock;
    private final TestForce force;
    private final TestAskers askers;
    private final JdbcClient jdbc;

    PermitTasksTest(Permits permits, Organization organization, MovableClock clock, JdbcClient jdbc) {
        this.permits = permits;
        this.organization = organization;
        this.clock = clock;
        this.force = new TestForce(organization, jdbc);
        this.askers = new TestAskers(organization, clock);
        this.jdbc = jdbc;
    }

    @Test
    void whoDecidesIsAskedAndTheEndIsSaidToHolderAndDecider() {
        var auditor = force.officer(TestForce.GENERAL, PostClass.AUDITOR);
        var manager = force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
        var keeper = force.officer(TestForce.GENERAL, PostClass.INFORMATION_MANAGEMENT);
        var number = asked("AUDITOR_CENTRE", auditor.staffNumber(), keeper);
        assertThat(open(number, "decide")).isEqualTo(1);
        assertThat(classes(number)).containsExactly("SYSTEM_GENERAL_MANAGER");
        permits.look();
        assertThat(open(number, "ends")).isZero();

        assertThat(permits.decide(number, true, "やむを得ない", askers.of(manager), RULING))
                .isTrue();
        assertThat(open(number, "decide")).isZero();
        permits.look();
        assertThat(open(number, "ends")).as("the end is far").isZero();
        clock.move(Duration.ofDays(40 - PermitTasks.AHEAD_DAYS));
        permits.look();
        permits.look();
        assertThat(open(number, "ends")).as("holder and decider, once").isEqualTo(2);

        clock.move(Duration.ofDays(PermitTasks.AHEAD_DAYS + 1));
        permits.look();
        assertThat(open(number, "ends")).isZero();
        clock.move(Duration.ofDays(-41));
    }

    @Test
    void whatEndsEarlyRemindsNobody() {
        var manager = force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
        var keeper = force.officer(TestForce.GENERAL, PostClass.INFORMATION_MANAGEMENT);
        var number = asked("", "", keeper);
        assertThat(permits.decide(number, true, "やむを得ない", askers.of(manager), RULING))
                .isTrue();
        clock.move(Duration.ofDays(40 - PermitTasks.AHEAD_DAYS));
        permits.look();
        assertThat(open(number, "ends")).as("who asked, and who decided").isEqualTo(2);
        assertThat(permits.end(number, askers.of(manager), RULING)).isTrue();
        assertThat(open(number, "ends")).isZero();
        clock.move(Duration.ofDays(PermitTasks.AHEAD_DAYS - 40));
    }

    @Test
    void whatTheGeneralManagerAsksForWaitsForAnother() {
        var manager = force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
        var number = asked("", "", manager);
        assertThat(classes(number)).containsExactly("SECTION_HEAD");
    }

    private long asked(String pair, String about, TestForce.Member by) {
        var today = organization.roster().date();
        var wish = new Permits.Wish(pair, about, "後任の着任までの兼務", "欠員のため", "毎週点検する", today, today.plusDays(40));
        assertThat(permits.request(wish, askers.of(by), RULING)).isEmpty();
        return permits.all().getFirst().number();
    }

    private int open(long number, String what) {
        return jdbc.sql("select count(*) from notice_task where key like :key and done_at is null")
                .param("key", "duty/permit/" + number + "/" + what + "%")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private List<String> classes(long number) {
        return jdbc.sql("select unnest(to_classes) as class from notice_task where key = :key")
                .param("key", "duty/permit/" + number + "/decide")
                .query((row, _) -> row.getString("class"))
                .list();
    }
}
