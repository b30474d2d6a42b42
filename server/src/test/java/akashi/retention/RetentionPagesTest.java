package akashi.retention;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.FreshDatabase;
import akashi.ModuleTest;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.tlog.TreeCheck;
import akashi.usage.Proved;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ModuleTest(with = {"web", "account", "access", "reorganization", "prefecture", "proof"})
@Import({TestDevices.class, FreshDatabase.Setup.class})
@ExtendWith(TreeCheck.class)
class RetentionPagesTest {
    private final Accounts accounts;
    private final Erasures erasures;
    private final TestForce force;
    private final MockMvc mvc;
    private final Past past;

    RetentionPagesTest(
            Accounts accounts,
            Organization organization,
            Erasures erasures,
            MockMvc mvc,
            UsageLog log,
            JdbcClient jdbc) {
        this.erasures = erasures;
        this.accounts = accounts;
        this.force = new TestForce(organization, jdbc);
        this.mvc = mvc;
        this.past = new Past(log, jdbc);
    }

    @Test
    void onePersonProposesAnotherTypesTheNumberAndItIsErased() throws Exception {
        var who = Past.somebody();
        var old = past.due(who);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        assertThat(keeper.open("/retention").getStatus()).isEqualTo(200);
        assertThat(keeper.page()).contains("保存と消去", "2024年5月", "href=\"/retention/new\"");
        assertThat(keeper.open("/retention/new").getStatus()).isEqualTo(200);
        assertThat(keeper.page()).contains("value=\"RETENTION\" checked");
        assertThat(ScopeForm.first(false).is(Scope.Kind.CASE))
                .as("the first there is to choose, where nothing is past its time")
                .isTrue();
        var proposed = send(keeper, "/retention/new", "kind", "RETENTION", "through", "2024-05");
        var path = String.valueOf(proposed.getHeader("Location"));
        assertThat(path).matches("/retention/[0-9]+");
        var _ = keeper.open(path);
        assertThat(keeper.page()).contains("承認待ち", "ほかの人の承認が要ります").doesNotContain("消去を承認する</button>");
        assertThat(keeper.send(path + "/approve", "count", "1").getStatus()).isEqualTo(404);

        var manager = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        assertThat(manager.open(path).getStatus()).isEqualTo(200);
        assertThat(manager.page()).contains("消去を承認する", "<strong>1件</strong>");
        assertThat(manager.send(path + "/approve", "count", "2").getStatus()).isEqualTo(422);
        assertThat(manager.page()).contains("件数が違います");
        assertThat(manager.send(path + "/approve", "count", "１").getStatus()).isEqualTo(422);
        assertThat(past.whole(old)).isTrue();
        assertThat(manager.send(path + "/approve", "count", "1").getHeader("Location"))
                .isEqualTo(path);
        assertThat(manager.send(path + "/approve", "count", "1").getStatus()).isEqualTo(422);
        assertThat(manager.page()).contains("ほかの人が先に変えました");
    }

    @Test
    void nobodyApprovesTheOwnProposal() throws Exception {
        var who = Past.somebody();
        var proved = past.due(who);
        var manager = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        var _ = manager.open("/retention/new");
        var path = String.valueOf(send(manager, "/retention/new", "kind", "OPERATOR", "operator", who)
                .getHeader("Location"));
        var _ = manager.open(path);

        assertThat(manager.send(path + "/approve", "count", "1").getStatus()).isEqualTo(422);

        assertThat(manager.page()).contains("申し出た人は承認できません");
        assertThat(past.whole(proved)).isTrue();
        assertThat(manager.send(path + "/withdraw").getHeader("Location")).isEqualTo(path);
        var _ = manager.open(path);
        assertThat(manager.page()).contains("取り下げました", "取下げ");
    }

    @Test
    void aHoldIsSetSeenAndLifted() throws Exception {
        var who = Past.somebody();
        var _ = past.due(who);
        var auditor = signedIn(PostClass.AUDITOR);
        assertThat(auditor.open("/retention/holds/new").getStatus()).isEqualTo(200);
        assertThat(auditor.page()).contains("value=\"CASE\" checked").doesNotContain("value=\"RETENTION\"");
        var set =
                send(auditor, "/retention/holds/new", "ground", "AUDIT", "kind", "CASE", "caseReference", "110-" + who);
        var path = String.valueOf(set.getHeader("Location"));
        assertThat(auditor.open(path).getStatus()).isEqualTo(200);
        assertThat(auditor.page()).contains("保全中", "監査・検査", "110-" + who, "保全を解く");

        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var _ = keeper.open("/retention/new");
        var refused = send(keeper, "/retention/new", "kind", "OPERATOR", "operator", who);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(keeper.page()).contains("保全により残すものは 1件");
        var _ = keeper.open(path);
        assertThat(keeper.page()).doesNotContain("保全を解く");
        assertThat(keeper.send(path + "/lift", "paper", "監第9号").getStatus()).isEqualTo(404);

        assertThat(auditor.send(path + "/lift", "paper", "x").getStatus()).isEqualTo(422);
        assertThat(auditor.send(path + "/lift", "paper", "監第9号").getHeader("Location"))
                .isEqualTo(path);
        assertThat(auditor.send(path + "/lift", "paper", "監第9号").getStatus()).isEqualTo(422);
        var _ = auditor.open("/retention");
        assertThat(auditor.page()).contains("解除済み");
    }

    @Test
    void whatIsWrongIsSaidAndHostileTextStaysText() throws Exception {
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var _ = keeper.open("/retention/new");
        for (var wrong : new String[][] {
            {"kind", "", "決め方を選んで"},
            {"kind", "RETENTION", "消去できる月を選んで", "through", "2999-01"},
            {"kind", "RETENTION", "消去できる月を選んで", "through", "<b>"},
            {"kind", "ENTRIES", "同じ台帳に", "first", "1-5", "last", "2-9"},
            {"kind", "ENTRIES", "同じ台帳に", "first", "1-9", "last", "1-5"},
            {"kind", "OPERATOR", "職員番号は英数字", "operator", "<script>alert(1)</script>"},
            {"kind", "RECORD", "この番号の記録はありません", "operation", "none", "record", "x"},
            {"kind", "CASE", "番号を200文字以内", "caseReference", ""},
            {"kind", "CASE", "番号を200文字以内", "caseReference", "a\u0000b"},
            {"kind", "RECORD", "この番号の記録はありません", "operation", "stolen-vehicle", "record", "\u0000x"},
        }) {
            var fields = new ArrayList<>(List.of(wrong));
            var said = fields.remove(2);
            assertThat(send(keeper, "/retention/new", fields.toArray(String[]::new))
                            .getStatus())
                    .isEqualTo(422);
            assertThat(keeper.page()).contains(said).doesNotContain("<script>alert", "<b>");
            assertThat(keeper.page()).doesNotMatch("(?s).*\\[retention\\.[a-z0-9.-]+\\].*");
        }
        assertThat(keeper.send("/retention/new", "kind", "CASE", "caseReference", "110-1", "reason", "x")
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeper.page()).contains("理由を3文字以上");
        assertThat(keeper.send(
                                "/retention/new",
                                "kind",
                                "CASE",
                                "caseReference",
                                "1",
                                "reason",
                                "x\u0000yz",
                                "paper",
                                "abc")
                        .getStatus())
                .isEqualTo(422);
        assertThat(send(keeper, "/retention/holds/new", "kind", "CASE", "caseReference", "110-1")
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeper.page()).contains("保全の根拠を選んで");
        assertThat(send(keeper, "/retention/holds/new", "ground", "AUDIT", "kind", "RETENTION", "through", "2024-05")
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeper.open("/retention/999999").getStatus()).isEqualTo(404);
        assertThat(keeper.open("/retention/holds/999999").getStatus()).isEqualTo(404);
    }

    @Test
    void theOperatorReadsWhatBecameOfTheKeys() throws Exception {
        var member = force.officer(TestForce.GENERAL, PostClass.OFFICER);
        var officer = Browser.of(mvc, accounts, member);
        var due = past.due(member.staffNumber());
        erased(Scope.through(Past.MAY));
        var ordered = past.use(member.staffNumber(), "110-" + member.staffNumber(), "record-1");
        erased(Scope.caseReference("110-" + member.staffNumber()));
        var lost = past.use(member.staffNumber(), "110-2", "record-2");
        past.owner("delete from usage_private where id = (select private_id from usage_leaf where log = " + lost.log()
                + " and idx = " + lost.index() + ")");

        assertThat(pageOf(officer, due)).contains("保存期間が満了し、令和").doesNotContain("命令により");
        assertThat(pageOf(officer, ordered)).contains("命令により、令和").doesNotContain("保存期間が満了");
        assertThat(pageOf(officer, lost)).contains("消去した記録がありません");
        var _ = officer.send("/language", "language", "en", "target", "/");
        assertThat(pageOf(officer, ordered)).contains("Erased by order on 2");
        assertThat(pageOf(officer, lost)).contains("no erasure accounts for it");
    }

    private static String pageOf(Browser officer, Proved entry) throws Exception {
        assertThat(officer.open("/ledger/" + entry.number()).getStatus()).isEqualTo(200);
        return officer.page();
    }

    private void erased(Scope scope) {
        var ruling = new Use.Ruling("test", "1", true);
        var proposal = erasures.propose(scope, "期間が満ちた", "総情第12号", Past.officer("P1"), ruling);
        var erasure =
                erasures.one(((Erasures.Proposal.Proposed) proposal).number()).orElseThrow();
        assertThat(erasures.approve(erasure, erasure.counts().planned(), Past.officer("A1"), ruling))
                .isEqualTo(Erasures.Approval.APPROVED);
        erasures.carryOut(erasure.number());
    }

    @Test
    void thePagesAreGuarded() throws Exception {
        for (var post : new PostClass[] {PostClass.OFFICER, PostClass.UNIT_HEAD}) {
            var browser = signedIn(post);
            for (var path : new String[] {"/retention", "/retention/new", "/retention/holds/new", "/retention/1"}) {
                assertThat(browser.open(path).getStatus()).as(path).isEqualTo(404);
            }
        }
        assertThat(signedIn(PostClass.AUDITOR).open("/retention/new").getStatus())
                .isEqualTo(404);
    }

    @Test
    void englishIsComplete() throws Exception {
        var _ = past.due(Past.somebody());
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var _ = keeper.open("/retention");
        var _ = keeper.send("/language", "language", "en", "target", "/retention");
        assertThat(keeper.open("/retention").getStatus()).isEqualTo(200);
        assertThat(keeper.page()).contains("Retention and erasure", "2024-05", "Set a hold");
        assertThat(Pattern.compile("\\[retention\\.").matcher(keeper.page()).find())
                .isFalse();
    }

    private static MockHttpServletResponse send(Browser browser, String path, String... fields) throws Exception {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("reason", "期間が満ちたため", "paper", "総情第12号"));
        return browser.send(path, all.toArray(String[]::new));
    }

    private Browser signedIn(PostClass postClass) throws Exception {
        var member = force.officer(TestForce.GENERAL, postClass);
        return Browser.of(mvc, accounts, member);
    }
}
