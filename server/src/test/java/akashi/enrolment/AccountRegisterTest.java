package akashi.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.DoorTest;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.usage.Actor;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DoorTest
@Import({TestDevices.class, MovableClock.Setup.class})
class AccountRegisterTest {
    private static final String PASSWORD = Browser.PASSWORD;
    private static final String OTHER = "しらかみ-ぶなの森-水の音";

    private final Accounts accounts;
    private final OpeningCodes codes;
    private final TransactionTemplate transaction;
    private final TestForce force;
    private final MovableClock clock;
    private final MockMvc mvc;
    private final JdbcClient jdbc;

    AccountRegisterTest(
            Accounts accounts,
            OpeningCodes codes,
            TransactionTemplate transaction,
            Organization organization,
            MovableClock clock,
            MockMvc mvc,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.codes = codes;
        this.transaction = transaction;
        this.force = new TestForce(organization);
        this.clock = clock;
        this.mvc = mvc;
        this.jdbc = jdbc;
    }

    @Test
    void theHeadIssuesACodeAndOnlyItsHolderKnowsThePassword() throws Exception {
        var officer = force.officer(TestForce.HACHI_BOX, PostClass.BOX_OFFICER);
        var head = signedIn(TestForce.HACHI, PostClass.UNIT_HEAD);
        assertThat(head.open("/accounts").getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("利用者ID台帳", officer.staffNumber(), "href=\"/accounts\"");
        var before = uses("ACCOUNT_CODE");
        var code = issued(head, officer.staffNumber());
        var _ = head.open("/accounts/one?staffNumber=" + officer.staffNumber());
        assertThat(head.page()).contains("符号を発行済み").doesNotContain(code);

        var holder = new Browser(mvc);
        var _ = holder.open("/sign-in");
        assertThat(holder.page()).contains("href=\"/open\"");
        var _ = holder.open("/open");
        assertThat(open(holder, officer.staffNumber(), code, PASSWORD).getHeader("Location"))
                .isEqualTo("/sign-in");
        var _ = holder.signIn(officer.staffNumber(), PASSWORD);
        assertThat(open(new Browser(mvc), officer.staffNumber(), code, OTHER).getStatus())
                .isNotEqualTo(303);
        assertThat(uses("ACCOUNT_CODE")).isEqualTo(before + 1);
        var _ = head.open("/accounts/one?staffNumber=" + officer.staffNumber());
        assertThat(head.page()).contains("利用中");
    }

    @Test
    void aCodeOpensNobodyElsesAccountAndIsCounted() throws Exception {
        var officer = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var other = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var head = signedIn(TestForce.HACHI, PostClass.UNIT_HEAD);
        var code = issued(head, officer.staffNumber());
        var browser = new Browser(mvc);
        var _ = browser.open("/open");

        assertThat(open(browser, other.staffNumber(), code, PASSWORD).getStatus())
                .isEqualTo(401);
        assertThat(browser.page()).contains("職員番号か符号が違います").doesNotContain(code);
        assertThat(open(browser, officer.staffNumber(), "<b>", PASSWORD).getStatus())
                .isEqualTo(401);
        assertThat(open(browser, officer.staffNumber(), "", PASSWORD).getStatus())
                .isEqualTo(422);
        assertThat(open(browser, officer.staffNumber(), code, "short").getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("短すぎます");
        assertThat(send(browser, officer.staffNumber(), code, PASSWORD, OTHER).getStatus())
                .isEqualTo(422);
        for (var i = 0; i < 5; i++) {
            var _ = open(browser, officer.staffNumber(), "wrong", PASSWORD);
        }
        assertThat(open(browser, officer.staffNumber(), code, PASSWORD).getStatus())
                .isEqualTo(401);
        assertThat(browser.page()).contains("まで受け付けません");
        assertThat(accounts.has(officer.id())).isFalse();
    }

    @Test
    void aLaterCodeEndsTheOneBeforeAndOpensALostAccountAnew() throws Exception {
        var officer = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var running = Browser.of(mvc, accounts, officer);
        clock.move(Duration.ofMinutes(1));
        var general = signedIn(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
        var first = issued(general, officer.staffNumber());
        var second = issued(general, officer.staffNumber());
        var browser = new Browser(mvc);
        var _ = browser.open("/open");

        assertThat(open(browser, officer.staffNumber(), first, OTHER).getStatus())
                .isEqualTo(401);
        assertThat(open(browser, officer.staffNumber(), second, OTHER).getStatus())
                .isEqualTo(303);
        assertThat(running.open("/password").getHeader("Location")).isEqualTo("/sign-in");
        var _ = new Browser(mvc).signIn(officer.staffNumber(), OTHER);
    }

    @Test
    void aCodeEndsAfterSeventyTwoHoursAndWithTheAccount() throws Exception {
        var officer = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var code = issued(signedIn(TestForce.HACHI, PostClass.UNIT_HEAD), officer.staffNumber());
        clock.move(Duration.ofHours(73));
        var browser = new Browser(mvc);
        var _ = browser.open("/open");
        assertThat(open(browser, officer.staffNumber(), code, PASSWORD).getStatus())
                .isEqualTo(403);
        assertThat(browser.page()).contains("72時間");

        var head = signedIn(TestForce.HACHI, PostClass.UNIT_HEAD);
        var again = issued(head, officer.staffNumber());
        assertThat(close(head, officer.staffNumber(), "").getStatus()).isEqualTo(422);
        assertThat(close(head, officer.staffNumber(), "退職 令8警第3号").getStatus()).isEqualTo(303);
        assertThat(open(browser, officer.staffNumber(), again, PASSWORD).getStatus())
                .isEqualTo(401);
    }

    @Test
    void aCodeEndsInTheTransactionThatClosesTheAccountOrNotAtAll() throws Exception {
        var officer = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var code = issued(signedIn(TestForce.HACHI, PostClass.UNIT_HEAD), officer.staffNumber());
        var now = clock.instant();
        assertThatThrownBy(() -> codes.closing(officer.id(), now)).isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            accounts.close(officer.id(), "令8警第4号", Actor.system("test"));
            status.setRollbackOnly();
        });

        var browser = new Browser(mvc);
        var _ = browser.open("/open");
        assertThat(open(browser, officer.staffNumber(), code, PASSWORD).getStatus())
                .isEqualTo(303);
    }

    @Test
    void codesAreTheDutyOfTheOwnHeadAndNobodysOwn() throws Exception {
        var officer = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var _ = assertRefused(signedIn(TestForce.HIRO, PostClass.UNIT_HEAD), officer.staffNumber());
        var _ = assertRefused(signedIn(TestForce.HACHI, PostClass.STATION_SUPERVISOR), officer.staffNumber());
        var _ = assertRefused(signedIn(TestForce.GENERAL, PostClass.INFORMATION_MANAGEMENT), officer.staffNumber());
        var plain = signedIn(TestForce.HACHI, PostClass.OFFICER);
        assertThat(plain.open("/accounts").getStatus()).isEqualTo(404);

        var member = force.officer(TestForce.HACHI, PostClass.UNIT_HEAD);
        var head = Browser.of(mvc, accounts, member);
        var _ = head.open("/accounts/one?staffNumber=" + member.staffNumber());
        assertThat(head.page()).doesNotContain("符号を発行する");
        assertThat(head.send("/accounts/code", "staffNumber", member.staffNumber())
                        .getStatus())
                .isEqualTo(422);
        assertThat(close(head, member.staffNumber(), "退職 令8警第3号").getStatus()).isEqualTo(422);
        assertThat(head.open("/accounts?unit=" + TestForce.HIRO).getStatus()).isEqualTo(404);
        assertThat(head.open("/accounts/one?staffNumber=nobody").getStatus()).isEqualTo(404);
    }

    @Test
    void nobodyOffDutyGetsACode() throws Exception {
        var officer = force.officer(TestForce.HACHI, PostClass.OFFICER);
        force.suspend(officer);
        var head = signedIn(TestForce.HACHI, PostClass.UNIT_HEAD);
        var _ = head.open("/accounts");

        assertThat(head.send("/accounts/code", "staffNumber", officer.staffNumber())
                        .getStatus())
                .isEqualTo(422);
        assertThat(head.page()).contains("いま勤務していない");
    }

    private Browser assertRefused(Browser browser, String staffNumber) throws Exception {
        var _ = browser.open("/password");
        assertThat(browser.send("/accounts/code", "staffNumber", staffNumber).getStatus())
                .isEqualTo(404);
        return browser;
    }

    private static String issued(Browser head, String staffNumber) throws Exception {
        assertThat(head.open("/accounts/one?staffNumber=" + staffNumber).getStatus())
                .isEqualTo(200);
        assertThat(head.send("/accounts/code", "staffNumber", staffNumber).getStatus())
                .isEqualTo(200);
        var code = Pattern.compile("id=\"code\">([0-9A-Z-]{24})<").matcher(head.page());
        assertThat(code.find()).as(head.page()).isTrue();
        return code.group(1);
    }

    private static MockHttpServletResponse close(Browser head, String staffNumber, String paper) throws Exception {
        return head.send("/accounts/close", "staffNumber", staffNumber, "paper", paper);
    }

    private static MockHttpServletResponse open(Browser browser, String staffNumber, String code, String password)
            throws Exception {
        return send(browser, staffNumber, code, password, password);
    }

    private static MockHttpServletResponse send(
            Browser browser, String staffNumber, String code, String next, String again) throws Exception {
        return browser.send("/open", "staffNumber", staffNumber, "code", code, "next", next, "again", again);
    }

    private Browser signedIn(String unit, PostClass postClass) throws Exception {
        var member = force.officer(unit, postClass);
        return Browser.of(mvc, accounts, member);
    }

    private long uses(String act) {
        return jdbc.sql("select count(*) as n from usage_pending where act = :act")
                .param("act", act)
                .query((row, _) -> row.getLong("n"))
                .single();
    }
}
