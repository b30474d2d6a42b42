package akashi.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.operation.OperationVersion;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.tlog.TreeCheck;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;

/** Rights asked for and decided, by pages, database and decisions. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class, Holders.Setup.class})
@ExtendWith(TreeCheck.class)
class RequestPagesTest {
    private static final String ALERT = "notice notice-hit\" role=\"alert\"";

    private final Requests requests;
    private final Organization organization;
    private final Holders holders;

    RequestPagesTest(Requests requests, Organization organization, Holders holders) {
        this.requests = requests;
        this.organization = organization;
        this.holders = holders;
    }

    @Test
    void theHeadAsksTheManagerGrantsAndTheRegisterShowsTheChain() throws Exception {
        var one = holders.force.officer(TestForce.HACHI, PostClass.CIVILIAN);
        var other = holders.force.officer(TestForce.HACHI_BOX, PostClass.CIVILIAN);
        var version = holders.closedTo(PostClass.CIVILIAN);
        var head = holders.browser(holders.force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        assertThat(head.open("/entitlements").getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("申請する").doesNotMatch(Holders.UNTRANSLATED);
        assertThat(holders.right(one, version)).isFalse();

        assertThat(ask(head, version, "staff", one.staffNumber() + "、" + other.staffNumber())
                        .getStatus())
                .as(head.page())
                .isEqualTo(303);

        var request = requests.latest().getFirst();
        assertThat(holders.right(one, version)).isFalse();
        var _ = head.open("/entitlements");
        assertThat(head.page()).contains("承認待ち", "取り下げる").doesNotContain("承認して付与する");
        var decide = "/entitlements/" + request.number() + "/decide";
        assertThat(head.send(decide, "answer", "grant").getStatus()).isEqualTo(404);
        var manager = holders.browser(holders.force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER));
        var _ = manager.open("/entitlements");
        assertThat(manager.page()).contains("承認して付与する", one.staffNumber()).doesNotMatch(Holders.UNTRANSLATED);
        assertThat(manager.send(decide, "answer", "grant").getStatus()).isEqualTo(303);

        assertThat(holders.right(one, version)).isTrue();
        assertThat(holders.right(other, version)).isTrue();
        var _ = manager.open("/entitlements");
        assertThat(manager.page()).contains("権限を付与しました", "が承認し、付与").doesNotMatch(Holders.UNTRANSLATED);
        var _ = manager.open("/rights?unit=" + TestForce.HACHI);
        assertThat(manager.page()).contains(request.paper());
        assertThat(manager.send(decide, "answer", "refuse", "why", "やはり認めない").getStatus())
                .isEqualTo(422);
        assertThat(manager.page()).contains("すでに処理されています", ALERT);
    }

    @Test
    void nobodyDecidesWhatTheyAskedForOrWhatIsForThem() throws Exception {
        var version = holders.closedTo(PostClass.SYSTEM_GENERAL_MANAGER);
        var manager = holders.force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
        var browser = holders.browser(manager);
        var officer = holders.force.officer(TestForce.HIRO, PostClass.CIVILIAN);
        assertThat(ask(browser, version, "staff", manager.staffNumber()).getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("自分のための申請");
        assertThat(ask(browser, version, "staff", officer.staffNumber()).getStatus())
                .isEqualTo(303);
        var own = requests.latest().getFirst();
        var _ = browser.open("/entitlements");
        assertThat(browser.send("/entitlements/" + own.number() + "/decide", "answer", "grant")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("申請した者と、対象の職員は承認できません", ALERT);
        assertThat(holders.right(officer, version)).isFalse();

        var asking = holders.browser(holders.force.officer(TestForce.GENERAL, PostClass.SECTION_HEAD));
        assertThat(ask(asking, version, "staff", manager.staffNumber()).getStatus())
                .as(asking.page())
                .isEqualTo(303);
        var forManager = requests.latest().getFirst();
        var _ = browser.open("/entitlements");
        var _ = browser.send("/entitlements/" + forManager.number() + "/decide", "answer", "grant");
        assertThat(holders.right(manager, version)).isFalse();
        var another = holders.browser(holders.force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER));
        var _ = another.open("/entitlements");
        assertThat(another.send("/entitlements/" + own.number() + "/decide", "answer", "refuse", "why", "否")
                        .getStatus())
                .isEqualTo(422);
        assertThat(another.page())
                .contains("理由を3文字以上", ALERT, "value=\"否\"", "aria-invalid=\"true\"")
                .doesNotContain("notice-done");
        var _ = another.send("/entitlements/" + own.number() + "/decide", "answer", "refuse", "why", "必要がない");
        var _ = another.send("/entitlements/" + forManager.number() + "/decide", "answer", "grant");
        assertThat(holders.right(manager, version)).isTrue();
        var _ = another.open("/entitlements");
        assertThat(another.page()).contains("が不承認", "必要がない");
        assertThat(ask(browser, version, "staff", officer.staffNumber()).getStatus())
                .isEqualTo(303);
        var last = requests.latest().getFirst();
        assertThat(another.send("/entitlements/" + last.number() + "/withdraw").getStatus())
                .isEqualTo(422);
        var _ = browser.open("/entitlements");
        assertThat(browser.send("/entitlements/" + last.number() + "/withdraw").getStatus())
                .isEqualTo(303);
        assertThat(requests.one(last.number()).orElseThrow().state()).isEqualTo(Request.State.WITHDRAWN);
    }

    @Test
    void badRequestsAreNamed() throws Exception {
        var version = holders.closedTo(PostClass.CIVILIAN);
        var head = holders.browser(holders.force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        var own = holders.force.officer(TestForce.HACHI, PostClass.CIVILIAN).staffNumber();
        var foreign = holders.force.officer(TestForce.HIRO, PostClass.CIVILIAN).staffNumber();
        var partTimer = holders.force.partTimer(TestForce.HACHI).staffNumber();
        for (var wrong : List.of(
                List.of("1人以上50人まで", "staff", " "),
                List.of("有効な職員番号", "staff", "NOBODY"),
                List.of("所属の職員でない者", "staff", own + " " + foreign),
                List.of("理由を3文字以上", "staff", own, "reason", "x"),
                List.of("2年以内", "staff", own, "lastDay", "2001-01-01"),
                List.of("操作・範囲・期間", "staff", own, "lastDay", "x"),
                List.of("操作・範囲・期間", "staff", own, "act", "x"),
                List.of("非常勤", "staff", partTimer, "scope", "PREFECTURE", "act", "EXISTENCE"))) {
            assertThat(ask(head, version, wrong.subList(1, wrong.size()).toArray(String[]::new))
                            .getStatus())
                    .as(wrong.getFirst())
                    .isEqualTo(422);
            assertThat(head.page()).doesNotMatch(Holders.UNTRANSLATED);
        }
        assertThat(requests.latest().stream().filter(request -> request.staff().contains(own)))
                .isEmpty();
        assertThat(holders.browser(holders.force.officer(TestForce.HACHI, PostClass.OFFICER))
                        .open("/entitlements")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatCameOnPaperIsEnteredByOneSignedByAnotherAndDecidedByAThird() throws Exception {
        var version = holders.closedTo(PostClass.CIVILIAN);
        var civilian = holders.force.officer(TestForce.HACHI, PostClass.CIVILIAN);
        var head = holders.force.officer(TestForce.HACHI, PostClass.UNIT_HEAD);
        var clerk = holders.force.officer(TestForce.GENERAL, PostClass.INFORMATION_MANAGEMENT);
        var browser = holders.browser(clerk);
        for (var wrong : List.of(
                List.of("番号と件名", "paper", "", "signer", head.staffNumber()),
                List.of("署名した所属長", "paper", "八戸地第3号", "signer", "NOBODY"),
                List.of("署名した所属長", "paper", "八戸地第3号", "signer", civilian.staffNumber()),
                List.of("署名した所属長", "paper", "八戸地第3号", "signer", clerk.staffNumber()))) {
            var fields = new ArrayList<>(List.of("staff", civilian.staffNumber()));
            fields.addAll(wrong.subList(1, wrong.size()));
            assertThat(ask(browser, version, fields.toArray(String[]::new)).getStatus())
                    .as(wrong.getFirst())
                    .isEqualTo(422);
            assertThat(browser.page()).contains(wrong.getFirst(), ALERT).doesNotMatch(Holders.UNTRANSLATED);
        }

        assertThat(ask(
                                browser,
                                version,
                                "staff",
                                civilian.staffNumber(),
                                "paper",
                                "八戸地第3号 権利の申請",
                                "signer",
                                head.staffNumber())
                        .getStatus())
                .as(browser.page())
                .isEqualTo(303);

        var request = requests.latest().getFirst();
        assertThat(request.requested().by()).isEqualTo(head.staffNumber());
        assertThat(request.concerns(clerk.staffNumber())).isTrue();
        var _ = browser.open("/entitlements");
        assertThat(browser.page()).contains("八戸地第3号", "取り下げる").doesNotContain("承認して付与する");
        var manager = holders.browser(holders.force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER));
        var _ = manager.open("/entitlements");
        assertThat(manager.send("/entitlements/" + request.number() + "/decide", "answer", "grant")
                        .getStatus())
                .isEqualTo(303);
        assertThat(holders.right(civilian, version)).isTrue();
        var _ = manager.open("/rights?unit=" + TestForce.HACHI);
        assertThat(manager.page()).contains(request.paper());
    }

    private MockHttpServletResponse ask(Browser browser, OperationVersion version, String... fields) throws Exception {
        var today = organization.roster().date();
        var all = new ArrayList<>(List.of(
                "operation",
                version.code().value(),
                "act",
                "CONTENT",
                "scope",
                "OWN_UNIT",
                "from",
                today.toString(),
                "lastDay",
                today.plusMonths(6).toString(),
                "staff",
                "",
                "reason",
                "捜査本部の事務のため",
                "paper",
                "",
                "signer",
                ""));
        for (int n = 0; n < fields.length; n += 2) {
            all.set(all.indexOf(fields[n]) + 1, fields[n + 1]);
        }
        var _ = browser.open("/entitlements");
        return browser.send("/entitlements", all.toArray(String[]::new));
    }
}
