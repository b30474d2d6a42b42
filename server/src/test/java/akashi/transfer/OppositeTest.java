package akashi.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.reorganization.ImportFile;
import akashi.tlog.TreeCheck;
import akashi.usage.Actor;
import akashi.usage.Use;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A wrong transfer is put right by the order that undoes it, whenever it is found to be wrong. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class})
@ExtendWith(TreeCheck.class)
class OppositeTest {
    private static final Use.Ruling RULING = new Use.Ruling("test", "1", true);

    private final Transfers transfers;
    private final Organization organization;
    private final Accounts accounts;
    private final MovableClock clock;
    private final TestForce force;
    private final Actor enterer;
    private final Actor applier;
    private final MockMvc mvc;

    OppositeTest(
            Transfers transfers,
            Organization organization,
            Accounts accounts,
            MovableClock clock,
            JdbcClient jdbc,
            MockMvc mvc) {
        this.transfers = transfers;
        this.organization = organization;
        this.accounts = accounts;
        this.clock = clock;
        this.force = new TestForce(organization, jdbc);
        this.mvc = mvc;
        var askers = new TestAskers(organization, clock);
        this.enterer = askers.of(force.officer(TestForce.GENERAL, PostClass.INFORMATION_MANAGEMENT))
                .actor();
        this.applier = askers.of(force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER))
                .actor();
    }

    @Test
    void aTransferOfTodayIsPutRightAtMidnight() {
        var mover = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var home = post(mover);
        var away = post(force.officer(TestForce.HIRO, PostClass.OFFICER));
        var order = applied(mover.staffNumber() + ",異動," + away + "," + today() + ",警部補");
        assertThat(post(mover)).isEqualTo(away);

        var opposite = opposed(order);
        assertThat(transfers.preview(opposite).rows()).hasSize(1);
        assertThat(opposite.undoes()).isEqualTo(order.number());
        assertThat(transfers.oppose(order, "", enterer, RULING))
                .isEqualTo(new Transfers.Entry.Needless("transfer.opposite.waits"));
        apply(opposite);

        assertThat(post(mover)).as("what was in force today stays").isEqualTo(away);
        clock.move(Duration.ofDays(1));
        assertThat(post(mover)).isEqualTo(home);
        assertThat(rank(mover)).isEqualTo("巡査部長");
        assertThat(transfers.oppose(order, "", enterer, RULING))
                .isEqualTo(new Transfers.Entry.Needless("transfer.opposite.nothing"));
        clock.move(Duration.ofDays(-1));
    }

    @Test
    void aPlannedTransferDoesNotHappenAndOneThatHappenedIsPutRightFromTheDayItIsFound() {
        var planned = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var home = post(planned);
        var away = post(force.officer(TestForce.HIRO, PostClass.OFFICER));
        var day = today().plusDays(10);
        apply(opposed(applied(planned.staffNumber() + ",異動," + away + "," + day + ",")));
        assertThat(post(planned, day)).isEqualTo(home);
        assertThat(post(planned, day.plusDays(30))).isEqualTo(home);

        var found = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var origin = post(found);
        var order = applied(found.staffNumber() + ",異動," + away + "," + today() + ",");
        clock.move(Duration.ofDays(4));
        apply(opposed(order));
        assertThat(post(found)).isEqualTo(origin);
        assertThat(post(found, today().minusDays(1)))
                .as("what was in force stays")
                .isEqualTo(away);
        clock.move(Duration.ofDays(-4));
    }

    @Test
    void aStopAndAFurtherPostAreTakenBackForOnePersonOnly() {
        var stopped = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var other = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var further = post(force.officer(TestForce.HIRO, PostClass.OFFICER));
        var order = applied(
                stopped.staffNumber() + ",停職,," + today() + ",",
                other.staffNumber() + ",停職,," + today() + ",",
                stopped.staffNumber() + ",兼務," + further + "," + today() + ",");
        assertThat(transfers.oppose(order, "NOBODY", enterer, RULING))
                .isEqualTo(new Transfers.Entry.Needless("transfer.opposite.person"));

        var opposite = transfers.oppose(order, stopped.staffNumber(), enterer, RULING);

        assertThat(opposite).isInstanceOf(Transfers.Entry.Entered.class);
        apply(transfers.one(((Transfers.Entry.Entered) opposite).number()).orElseThrow());
        assertThat(mayAct(stopped)).isFalse();
        clock.move(Duration.ofDays(1));
        assertThat(mayAct(stopped)).isTrue();
        assertThat(mayAct(other)).isFalse();
        assertThat(organization.roster().appointmentsOf(stopped.id())).hasSize(1);
        clock.move(Duration.ofDays(-1));
    }

    @Test
    void thePageOffersItInOnePressAndAnotherPersonApplies() throws Exception {
        var mover = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var away = post(force.officer(TestForce.HIRO, PostClass.OFFICER));
        var order = applied(mover.staffNumber() + ",異動," + away + "," + today() + ",");
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var path = "/transfers/" + order.number();
        assertThat(keeper.open(path).getStatus()).isEqualTo(200);
        assertThat(keeper.page()).contains("この異動が誤りだったとき", "元に戻す発令を作る");

        var sent = keeper.send(path + "/opposite", "staff", "");

        assertThat(sent.getStatus()).as(keeper.page()).isEqualTo(303);
        var opposite = String.valueOf(sent.getHeader("Location"));
        assertThat(keeper.open(opposite).getStatus()).isEqualTo(200);
        assertThat(keeper.page())
                .contains("元に戻す発令を作りました", "別の担当者", "八戸署", path + "\"")
                .doesNotContain("/apply\"");
        assertThat(keeper.send(path + "/opposite", "staff", "").getStatus()).isEqualTo(422);
        assertThat(keeper.page()).contains("適用を待っています", "role=\"alert\"");
        var manager = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        assertThat(manager.open(opposite).getStatus()).isEqualTo(200);
        assertThat(manager.page()).contains(opposite + "/apply\"");
        assertThat(signedIn(PostClass.AUDITOR).open(path).getStatus()).isEqualTo(200);
    }

    private Transfer applied(String... lines) {
        var text = "職員番号,発令,職コード,発令日,階級\n" + String.join("\n", lines) + "\n";
        var entered = transfers.enter(
                new ImportFile("発令.csv", text.getBytes(StandardCharsets.UTF_8)), "警務第9号", enterer, RULING);
        assertThat(entered).isInstanceOf(Transfers.Entry.Entered.class);
        var order = transfers.one(((Transfers.Entry.Entered) entered).number()).orElseThrow();
        apply(order);
        return transfers.one(order.number()).orElseThrow();
    }

    private Transfer opposed(Transfer order) {
        var entered = transfers.oppose(order, "", enterer, RULING);
        assertThat(entered).isInstanceOf(Transfers.Entry.Entered.class);
        return transfers.one(((Transfers.Entry.Entered) entered).number()).orElseThrow();
    }

    private void apply(Transfer order) {
        var digest = transfers.preview(order).digest();
        assertThat(transfers.apply(order, digest, applier, RULING)).isInstanceOf(Transfers.Application.Applied.class);
    }

    private boolean mayAct(TestForce.Member member) {
        return organization.roster().person(member.id()).orElseThrow().duty().mayAct();
    }

    private String rank(TestForce.Member member) {
        var person = organization.roster().person(member.id()).orElseThrow();
        return person.rank().written();
    }

    private String post(TestForce.Member member) {
        return post(member, today());
    }

    private String post(TestForce.Member member, LocalDate day) {
        var roster = organization.roster(day);
        return roster.principalOf(member.id())
                .flatMap(held -> roster.post(held.post()))
                .orElseThrow()
                .code();
    }

    private LocalDate today() {
        return organization.roster().date();
    }

    private Browser signedIn(PostClass postClass) throws Exception {
        var member = force.officer(TestForce.GENERAL, postClass);
        return Browser.of(mvc, accounts, member);
    }
}
