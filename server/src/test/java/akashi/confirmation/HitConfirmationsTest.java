package akashi.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.SignedInTest;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.confirmation.HitConfirmation.Verdict;
import akashi.document.RecordId;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.usage.Proved;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

@SignedInTest
class HitConfirmationsTest {
    private static final AtomicLong ENTRY = new AtomicLong(System.nanoTime());

    private final HitConfirmations confirmations;
    private final OpenConfirmations open;
    private final Operations operations;
    private final MovableClock clock;
    private final TestForce force;
    private final TestAskers askers;
    private final Accounts accounts;
    private final MockMvc mvc;

    HitConfirmationsTest(
            HitConfirmations confirmations,
            OpenConfirmations open,
            Operations operations,
            MovableClock clock,
            Organization organization,
            Accounts accounts,
            MockMvc mvc) {
        this.confirmations = confirmations;
        this.open = open;
        this.operations = operations;
        this.clock = clock;
        this.force = new TestForce(organization);
        this.askers = new TestAskers(organization, clock);
        this.accounts = accounts;
        this.mvc = mvc;
    }

    @Test
    void theRegisteringUnitAnswersOnceAndTheAskerSeesIt() {
        var asker = askers.of(force.officer(TestForce.HACHI, PostClass.OFFICER));
        var registrar = askers.of(force.officer(TestForce.HIRO, PostClass.STATION_SUPERVISOR));
        var wish = wish();

        var asked = confirmations.ask(asker, wish);

        assertThat(confirmations.ask(asker, wish).seq()).isEqualTo(asked.seq());
        assertThat(asked.asked().due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(confirmations.queue(registrar))
                .extracting(HitConfirmation::seq)
                .contains(asked.seq());
        assertThat(confirmations.queue(asker)).extracting(HitConfirmation::seq).doesNotContain(asked.seq());
        assertThat(confirmations.asked(asker)).extracting(HitConfirmation::seq).containsExactly(asked.seq());
        assertThat(confirmations.reply(asker, asked.seq(), Verdict.VALID, ""))
                .isInstanceOf(HitConfirmations.Replied.NotYours.class);
        assertThat(confirmations.reply(registrar, asked.seq(), Verdict.VALID, "原票で確認"))
                .isInstanceOf(HitConfirmations.Replied.Done.class);
        assertThat(confirmations.reply(registrar, asked.seq(), Verdict.LAPSED, ""))
                .isInstanceOfSatisfying(
                        HitConfirmations.Replied.Already.class,
                        already -> assertThat(verdict(already.confirmation())).isEqualTo(Verdict.VALID));
        assertThat(confirmations.ofInquiry(wish.inquiry()))
                .singleElement()
                .satisfies(one -> assertThat(verdict(one)).isEqualTo(Verdict.VALID));
    }

    @Test
    void whatWaitsIsCountedForItsUnitAndLateIsSaid() {
        var asker = askers.of(force.officer(TestForce.HACHI, PostClass.OFFICER));
        var registrar = askers.of(force.officer(TestForce.HIRO, PostClass.STATION_SUPERVISOR));
        open.count();
        int before = waiting();

        var asked = confirmations.ask(asker, wish());

        assertThat(waiting()).isEqualTo(before + 1);
        assertThat(asked.late(clock.instant())).isFalse();
        assertThat(asked.late(clock.instant().plus(Duration.ofMinutes(11)))).isTrue();
        assertThat(confirmations.reply(registrar, asked.seq(), Verdict.NOT_SAME, ""))
                .isInstanceOf(HitConfirmations.Replied.Done.class);
        assertThat(waiting()).isEqualTo(before);
        open.count();
        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void pagesShowTheQueueAndTakeTheReply() throws Exception {
        var member = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var asked = confirmations.ask(askers.of(member), wish());
        var browser = signedIn(force.officer(TestForce.HIRO, PostClass.STATION_SUPERVISOR));
        var path = "/hit-confirmations/" + asked.seq();

        assertThat(browser.open("/hit-confirmations").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains(path, "盗車-TEST-2026-00001", "至急");
        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("有効", "失効・解除済み", "別人・別物");
        assertThat(browser.send(path).getStatus()).isEqualTo(422);
        assertThat(browser.send(path, "verdict", "VALID", "note", "x".repeat(401))
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.send(path, "verdict", "VALID", "note", "<b>原票</b>").getStatus())
                .isEqualTo(303);
        assertThat(browser.send(path, "verdict", "LAPSED").getStatus()).isEqualTo(422);
        assertThat(browser.page()).contains("別の職員が先に回答しました").doesNotContain("<b>原票");

        var other = signedIn(member);
        assertThat(other.open(path).getStatus()).isEqualTo(200);
        assertThat(other.page()).contains("有効").doesNotContain("name=\"verdict\"");
        assertThat(signedIn(force.officer(TestForce.GENERAL, PostClass.CIVILIAN))
                        .open(path)
                        .getStatus())
                .isEqualTo(404);
    }

    private int waiting() {
        return open.all().getOrDefault(force.unit(TestForce.HIRO), 0);
    }

    private static Verdict verdict(HitConfirmation confirmation) {
        var reply = confirmation.reply();
        assertThat(reply).isNotNull();
        return java.util.Objects.requireNonNull(reply).verdict();
    }

    private Browser signedIn(TestForce.Member member) throws Exception {
        return Browser.of(mvc, accounts, member);
    }

    private HitConfirmations.Wish wish() {
        var entry = ENTRY.incrementAndGet();
        var version = operations.byCode(new OperationCode("stolen-vehicle")).orElseThrow();
        return new HitConfirmations.Wish(
                new Proved(1, "test", entry, clock.instant()),
                new HitConfirmation.About(
                        "1-" + entry,
                        1,
                        version.code(),
                        version.hash(),
                        new RecordId(UUID.randomUUID()),
                        1,
                        "盗車-TEST-2026-00001",
                        force.unit(TestForce.HIRO)),
                true,
                false,
                Duration.ofMinutes(10),
                "PC-014");
    }
}
