package akashi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.organization.PostClass;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

class RematchTest extends Arriving {
    private final Rematch rematch;
    private final LeaseSql leases;
    private final Accounts accounts;
    private final MockMvc mvc;

    RematchTest(Site site, Rematch rematch, LeaseSql leases, Accounts accounts, MockMvc mvc) {
        super(site);
        this.rematch = rematch;
        this.leases = leases;
        this.accounts = accounts;
        this.mvc = mvc;
    }

    @Test
    void whatArrivalMissedIsFoundWhenEverythingIsComparedAnew() throws Exception {
        var theft = arrives("bicycle", "theft", TestForce.HACHI, theft("青森 W-10001"));
        var found = arrives("bicycle", "found", TestForce.HIRO, foundBicycle("青森 W-10001", "不明"));
        site.jdbc().sql("delete from matching_arrival").update();
        work();
        assertThat(waiting(theft, found)).isEmpty();
        finish();

        var manager = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        assertThat(manager.open("/matches/run").getStatus()).isEqualTo(200);
        assertThat(manager.page()).contains("全件突合を始める");
        assertThat(manager.send("/matches/run").getStatus()).isEqualTo(303);
        assertThat(manager.send("/matches/run").getStatus()).isEqualTo(303);
        assertThat(manager.open("/matches/run").getStatus()).isEqualTo(200);
        assertThat(manager.page()).contains("実施中", "すでに突合の途中").doesNotContain("全件突合を始める");
        finish();

        assertThat(waiting(theft, found)).hasSize(1);
        assertThat(manager.open("/matches/run").getStatus()).isEqualTo(200);
        assertThat(manager.page()).doesNotContain("実施中");
        assertThat(rematch.latest().getFirst()).satisfies(run -> {
            assertThat(run.percent()).isEqualTo(100);
            assertThat(run.done()).isGreaterThanOrEqualTo(2);
            assertThat(run.proposed()).isPositive();
        });
    }

    /** A node dies after some pages: the next one goes on behind them, and compares nothing twice. */
    @Test
    void aRunGoesOnWhereItStoppedOnAnotherNode() throws Exception {
        for (int n = 0; n < 120; n++) {
            var _ = arrives("bicycle", "found", TestForce.HIRO, foundBicycle("青森 V-" + (10000 + n), "不明"));
        }
        work();
        finish();
        var manager = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        assertThat(manager.open("/matches/run").getStatus()).isEqualTo(200);
        assertThat(manager.send("/matches/run").getStatus()).isEqualTo(303);
        while (rematch.latest().getFirst().done() == 0) {
            assertThat(rematch.step()).isTrue();
        }
        int done = rematch.latest().getFirst().done();
        var dead = UUID.randomUUID();
        site.jdbc().sql("update matching_lease set until = '-infinity'").update();
        assertThat(leases.take("rematch", dead, Duration.ofHours(1))).isTrue();

        rematch.work();
        assertThat(rematch.latest().getFirst().done()).as("the other node's").isEqualTo(done);
        leases.leave("rematch", dead);
        finish();

        var run = rematch.latest().getFirst();
        assertThat(run.endedAt()).isNotNull();
        assertThat(run.done()).isEqualTo(run.total());
    }

    @Test
    void everyNightEverythingIsComparedOnce() {
        finish();
        clock.move(Duration.ofDays(1));
        rematch.night();
        finish();
        int ran = rematch.latest().size();
        assertThat(rematch.latest().getFirst().by()).isEqualTo(CounterpartMatch.JOB);

        rematch.night();
        assertThat(rematch.latest()).hasSize(ran);
        clock.move(Duration.ofDays(1));
        rematch.night();
        assertThat(rematch.latest().size()).isEqualTo(Math.min(20, ran + 1));
        finish();
    }

    @Test
    void othersThanTheirPostOrderNoRun() throws Exception {
        var officer = signedIn(PostClass.OFFICER);
        assertThat(officer.open("/matches/run").getStatus()).isEqualTo(404);
    }

    private void finish() {
        for (int n = 0; n < 10; n++) {
            rematch.work();
        }
    }

    private Browser signedIn(PostClass post) throws Exception {
        var member = force.officer(TestForce.GENERAL, post);
        return Browser.of(mvc, accounts, member);
    }
}
