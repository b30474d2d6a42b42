package akashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.MovableClock;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.calendar.JapaneseDates;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.Eligibility;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DoorTest
@Import({MovableClock.Setup.class, TestDevices.class})
class RightsPagesTest {
    private static final Pattern NUMBER = Pattern.compile("name=\"number\" value=\"(\\d+)\"");

    private final MockMvc mvc;
    private final Accounts accounts;
    private final Operations operations;
    private final MovableClock clock;
    private final TestForce force;
    private final TestAskers askers;
    private final IndividualRights rights;
    private final JdbcClient jdbc;

    RightsPagesTest(
            MockMvc mvc,
            Accounts accounts,
            Operations operations,
            IndividualRights rights,
            Organization organization,
            MovableClock clock,
            JdbcClient jdbc) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.operations = operations;
        this.clock = clock;
        this.rights = rights;
        this.force = new TestForce(organization);
        this.askers = new TestAskers(organization, clock);
        this.jdbc = jdbc;
    }

    @Test
    void theRegisterIsForHeadsAndAUse() throws Exception {
        assertThat(signedIn(officer()).open("/rights").getStatus()).isEqualTo(404);
        var head = signedIn(force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        var before = uses("RIGHTS");
        assertThat(head.open("/rights?unit=" + TestForce.HACHI).getStatus()).isEqualTo(200);

        assertThat(head.page()).contains("業務利用権台帳", "有無照会", "見本 太郎");
        assertThat(uses("RIGHTS")).isGreaterThan(before);
        assertThat(head.open("/rights?unit=NOWHERE").getStatus()).isEqualTo(404);
    }

    @Test
    void aRefusalThatIsRepeatedDoesNotGrowTheLedger() throws Exception {
        var officer = officer();
        var browser = signedIn(officer);
        for (var i = 0; i < 5; i++) {
            assertThat(browser.open("/rights").getStatus()).isEqualTo(404);
            assertThat(browser.open("/rights?unit=NOWHERE" + i).getStatus()).isEqualTo(404);
        }

        assertThat(jdbc.sql("select count(*) as n from usage_leaf where operator = :operator and act = 'RIGHTS'")
                        .param("operator", officer.staffNumber())
                        .query((row, number) -> row.getLong("n"))
                        .single())
                .isOne();
    }

    @Test
    void theRegisterComesAsCsv() throws Exception {
        var head = signedIn(force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        var officer = officer();
        var response = head.open("/rights.csv?operation=" + version().code().value());

        assertThat(response.getContentType()).startsWith("text/csv");
        assertThat(head.page()).startsWith("\uFEFF\"所属\",\"職\"").contains("\"" + officer.staffNumber() + "\"");
    }

    @Test
    void everybodySeesTheOwnRights() throws Exception {
        var browser = signedIn(officer());
        assertThat(browser.open("/rights/mine").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("自分の業務利用権", "有無照会");
        assertThat(browser.open("/api/v1/session").getStatus()).isEqualTo(200);

        assertThat(browser.page()).contains("\"rights\"", "EXISTENCE", "AT-HACHI", "PC-014");
    }

    @Test
    void whoHoldsNoPostIsRefused() throws Exception {
        var member = officer();
        var browser = signedIn(member);
        force.dismissFromPost(member);

        assertThat(browser.open("/rights/mine").getStatus()).isEqualTo(403);
        assertThat(browser.open("/api/v1/session").getStatus()).isEqualTo(403);
    }

    @Test
    void aGrantAndItsRevocationReachARunningSessionWithTheNextRequest() throws Exception {
        var holder = force.officer(TestForce.HACHI, PostClass.AUDITOR);
        var running = signedIn(holder);
        var manager = manager();
        assertThat(grant(holder, Scope.OWN_UNIT, offered(), "青本刑総第77号 付与について")).isEmpty();
        var _ = running.open("/rights/mine");
        assertThat(running.page()).contains("青本刑総第77号");
        var _ = manager.open("/rights?unit=" + TestForce.HACHI);
        assertThat(manager.page()).contains("青本刑総第77号");
        var found = NUMBER.matcher(manager.page()
                .substring(manager.page()
                        .lastIndexOf(
                                holder.staffNumber() + "</span></th>",
                                manager.page().indexOf("在職者"))));
        assertThat(found.find()).isTrue();
        var revoked = manager.send("/rights/revoke", "number", found.group(1), "paper", "青本刑総第78号 取消し");
        assertThat(revoked.getHeader("Location")).isEqualTo("/rights");
        var _ = running.open("/rights/mine");

        assertThat(running.page()).doesNotContain("青本刑総第77号");
        assertThat(uses("RIGHT_GRANT")).isPositive();
        assertThat(uses("RIGHT_REVOKE")).isPositive();
    }

    @Test
    void aStopTakesTheStandardRightAwayAndItsUnitHeadMayStop() throws Exception {
        var holder = officer();
        var head = signedIn(force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        var running = signedIn(holder);
        var _ = running.open("/api/v1/session");
        var before = running.page().split("EXISTENCE", -1).length;
        var _ = head.open("/rights/grant");
        var fields = form(holder.staffNumber(), "署内第3号 停止について");
        fields[7] = "EXISTENCE";
        assertThat(head.send("/rights/grant", fields).getStatus())
                .as(head.page())
                .isEqualTo(303);
        var _ = running.open("/api/v1/session");

        assertThat(running.page().split("EXISTENCE", -1).length).isEqualTo(before - 1);
    }

    @Test
    void whatIsWrongWithAGrantIsSaid() throws Exception {
        var manager = force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
        var browser = signedIn(manager);
        var holder = force.officer(TestForce.HACHI, PostClass.AUDITOR);
        var _ = browser.open("/rights/grant");
        refused(browser, "自分の利用権", form(manager.staffNumber(), "青本刑総第1号"));
        refused(browser, "根拠文書", form(holder.staffNumber(), "..."));
        refused(browser, "職員番号と日付", form("NOBODY", "青本刑総第1号"));
        var past = form(holder.staffNumber(), "青本刑総第1号");
        past[11] = "2025-01-01";
        refused(browser, "日付を確かめて", past);
        var unreadable = form(holder.staffNumber(), "青本刑総第1号");
        unreadable[11] = "<script>";
        refused(browser, "読み取れない", unreadable);
        var unknown = form(holder.staffNumber(), "青本刑総第1号");
        unknown[5] = "no-such-operation";
        refused(browser, "運用されていません", unknown);

        assertThat(browser.page()).doesNotContain("<script>\"");
    }

    @Test
    void partTimersAreGrantedTheirUnitOnly() {
        var holder = force.partTimer(TestForce.HACHI_BOX);

        assertThat(grant(holder, Scope.PREFECTURE, Act.EXISTENCE, "青本刑総第1号")).contains("access.grant.part-time");
    }

    @Test
    void nobodyGrantsOnPaperAlone() throws Exception {
        var manager = manager();
        var _ = manager.open("/rights/grant");
        assertThat(manager.page()).contains("利用権を申請する").doesNotContain("value=\"GRANT\"");
        var fields = form(officer().staffNumber(), "青本刑総第1号");
        fields[1] = "GRANT";

        refused(manager, "別の者の承認", fields);
    }

    @Test
    void thoseNotEntitledDoNotEvenSeeThePage() throws Exception {
        var browser = signedIn(officer());

        assertThat(browser.open("/rights/grant").getStatus()).isEqualTo(404);
        var head = signedIn(force.officer(TestForce.HIRO, PostClass.UNIT_HEAD));
        var _ = head.open("/rights/grant");
        refused(head, "権限がありません", form(officer().staffNumber(), "青本刑総第1号"));
    }

    private void refused(Browser browser, String says, String... fields) throws Exception {
        assertThat(browser.send("/rights/grant", fields).getStatus()).as(says).isEqualTo(422);
        assertThat(browser.page()).contains(says);
    }

    /**
     * A stop of what the definition offers somebody, in the order kind, number, operation, act, scope, from, last day,
     * paper.
     */
    private String[] form(String staffNumber, String paper) {
        return new String[] {
            "kind",
            "STOP",
            "staffNumber",
            staffNumber,
            "operation",
            version().code().value(),
            "act",
            offered().name(),
            "scope",
            Scope.OWN_UNIT.name(),
            "from",
            JapaneseDates.dateOf(clock.instant()).toString(),
            "lastDay",
            "",
            "paper",
            paper
        };
    }

    private Act offered() {
        return version().definition().usage().eligibility().stream()
                .filter(row -> !row.posts().contains(PostClass.AUDITOR))
                .map(Eligibility::act)
                .findFirst()
                .orElseThrow();
    }

    /** As a request that was approved does it. */
    private Optional<String> grant(TestForce.Member holder, Scope scope, Act act, String paper) {
        var by = askers.of(force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER));
        var today = JapaneseDates.dateOf(clock.instant());
        var wish = new IndividualRights.Wish(holder.staffNumber(), version().code(), act, scope, today, null);
        return rights.grant(by, List.of(wish), paper, () -> {});
    }

    private OperationVersion version() {
        return operations.inForce().getFirst();
    }

    private Browser manager() throws Exception {
        return signedIn(force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER));
    }

    private TestForce.Member officer() {
        return force.officer(TestForce.HACHI, PostClass.OFFICER);
    }

    private Browser signedIn(TestForce.Member member) throws Exception {
        return Browser.of(mvc, accounts, member);
    }

    private long uses(String act) {
        return jdbc.sql(
                        "select (select count(*) from usage_pending where act = :act)\n    + (select count(*) from usage_leaf where act = :act) as n")
                .param("act", act)
                .query((row, number) -> row.getLong("n"))
                .single();
    }
}
