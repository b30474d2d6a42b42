package akashi.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.tlog.TreeCheck;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** Recertifications begun, gone through and signed, by pages, database and decisions. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class, Holders.Setup.class})
@ExtendWith(TreeCheck.class)
class CampaignPagesTest {
    private static final String PATH = "/entitlements/campaigns";

    private final Campaigns campaigns;
    private final Signing signing;
    private final Organization organization;
    private final Holders holders;
    private final JdbcClient jdbc;

    CampaignPagesTest(
            Campaigns campaigns, Signing signing, Organization organization, Holders holders, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.signing = signing;
        this.organization = organization;
        this.holders = holders;
        this.jdbc = jdbc;
    }

    /** What other tests left open stands in nobody's way. */
    @BeforeEach
    void endOthers() {
        var _ = jdbc.sql("""
                update entitlement_campaign set state = 'MOVED', ended_by = 'test', ended_at = now()
                 where state in ('OPEN', 'REST')
                """).update();
    }

    @Test
    void theHeadGoesThroughTheUnitAndSomebodyAboveThroughTheHead() throws Exception {
        var version = holders.closedTo(PostClass.CIVILIAN);
        var holder = holders.granted(version, TestForce.HIRO);
        var stopped = holders.force.officer(TestForce.HIRO, PostClass.DETECTIVE);
        var head = holders.force.officer(TestForce.HIRO, PostClass.UNIT_HEAD);
        var manager = holders.force.officer(TestForce.GENERAL, PostClass.INFORMATION_MANAGEMENT);
        var keeper = holders.browser(manager);
        var path = begun(keeper, TestForce.HIRO);
        var campaign = one(path);
        assertThat(campaign.overdue(campaign.due())).isFalse();
        assertThat(campaign.overdue(campaign.due().plusDays(1))).isTrue();
        assertThat(tasks(path, "")).isEqualTo(1);

        var browser = holders.browser(head);
        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(browser.page())
                .contains(holder.staffNumber(), stopped.staffNumber(), "確かめて署名する", "標準の権限一式", "この人はすべて続ける")
                .doesNotContain("answer-" + head.staffNumber())
                .doesNotMatch(Holders.UNTRANSLATED);
        assertThat(keeper.open(path).getStatus()).isEqualTo(200);
        assertThat(keeper.page()).doesNotContain("確かめて署名する</button>");
        assertThat(keeper.open(PATH + ".csv").getContentAsString(StandardCharsets.UTF_8))
                .contains(campaign.due().toString(), "点検中");
        assertThat(keeper.open(PATH + ".csv?late=true").getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain(campaign.due().toString());
        var lines = signing.lines(campaign, holders.askers.of(head));
        var digest = Signing.digest(lines, List.of());
        assertThat(browser.send(path + "/sign", "digest", digest).getStatus()).isEqualTo(422);
        assertThat(browser.page()).contains("答えていない行", "role=\"alert\"");

        assertThat(browser.send(path + "/save", "all", holder.staffNumber()).getStatus())
                .isEqualTo(303);
        var _ = browser.open(path);
        assertThat(browser.page()).contains("まだ署名されていません");
        assertThat(signing.saved(campaign, lines).values())
                .allMatch(Campaign.Answer::keep)
                .hasSize((int) lines.stream()
                        .filter(line -> line.staff().equals(holder.staffNumber()))
                        .count());
        assertThat(holders.right(holder, version)).isTrue();

        var answers = new ArrayList<>(List.of("digest", "0"));
        for (var line : lines) {
            var take = line.staff().equals(stopped.staffNumber()) || line.granted() != 0;
            answers.addAll(List.of("answer-" + line.key(), take ? "take" : "keep"));
        }
        assertThat(sent(browser, path + "/sign", answers).getStatus()).isEqualTo(422);
        assertThat(browser.page()).contains("一覧が変わりました");
        answers.set(1, digest);
        assertThat(sent(browser, path + "/sign", answers).getStatus()).isEqualTo(422);
        assertThat(browser.page()).contains("理由を3文字以上", "value=\"take\" required checked");
        lines.forEach(line -> answers.addAll(List.of("why-" + line.key(), "担当を外れたため")));
        assertThat(sent(browser, path + "/save", answers).getStatus()).isEqualTo(303);
        assertThat(holders.right(holder, version)).as("kept, not signed").isTrue();

        assertThat(sent(browser, path + "/sign", answers).getStatus())
                .as(browser.page())
                .isEqualTo(303);

        assertThat(holders.right(holder, version)).isFalse();
        assertThat(signing.saved(campaign, lines)).isEmpty();
        var left = one(path);
        assertThat(left.state()).isEqualTo(Campaign.State.REST);
        assertThat(left.rest()).contains(head.staffNumber());
        assertThat(tasks(path, "")).isZero();
        assertThat(tasks(path, "/head")).isEqualTo(1);
        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(browser.page())
                .contains("署名（所属の職員の分）", "取り上げる", "担当を外れたため", "上位の長")
                .doesNotContain("確かめて署名する</button>")
                .doesNotMatch(Holders.UNTRANSLATED);
        assertThat(browser.open(path + ".csv").getContentAsString(StandardCharsets.UTF_8))
                .contains(holder.staffNumber(), "取り上げる", "担当を外れたため")
                .doesNotContain(head.staffNumber())
                .doesNotMatch(Holders.UNTRANSLATED);
        var rest = signing.lines(left, holders.askers.of(manager));
        assertThat(rest).extracting(Campaign.Line::staff).contains(head.staffNumber());
        var restAnswers = new ArrayList<>(List.of("digest", Signing.digest(rest, List.of())));
        rest.forEach(line -> restAnswers.addAll(List.of("answer-" + line.key(), "keep")));
        assertThat(sent(browser, path + "/sign", restAnswers).getStatus())
                .as("nobody certifies their own")
                .isEqualTo(422);
        assertThat(browser.page()).contains("対象の本人ではない");
        assertThat(sent(browser, path + "/save", restAnswers).getStatus()).isEqualTo(422);

        assertThat(keeper.open(path).getStatus()).isEqualTo(200);
        assertThat(keeper.page()).contains("確かめて署名する</button>", "残る所属長自身の権利");
        assertThat(sent(keeper, path + "/sign", restAnswers).getStatus())
                .as(keeper.page())
                .isEqualTo(303);

        assertThat(one(path).state()).isEqualTo(Campaign.State.SIGNED);
        assertThat(one(path).signatures())
                .extracting(Campaign.Signed::by)
                .containsExactly(head.staffNumber(), manager.staffNumber());
        assertThat(tasks(path, "/head")).isZero();
        assertThat(sent(keeper, path + "/sign", restAnswers).getStatus()).isIn(404, 422);
        var elsewhere = holders.browser(holders.force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        assertThat(elsewhere.open(path).getStatus()).isEqualTo(404);
        var _ = browser.open("/entitlements");
        var _ = browser.send("/language", "language", "en", "target", "/entitlements");
        for (var page : new String[] {path, "/entitlements", "/entitlements/unused", PATH, PATH + "?late=true"}) {
            assertThat(browser.open(page).getStatus()).isEqualTo(200);
            assertThat(browser.page()).doesNotMatch(Holders.UNTRANSLATED);
        }
    }

    @Test
    void theHeadOfAUnitAboveSignsForTheHeadBelow() throws Exception {
        var director = holders.force.officer("AT-HQ", PostClass.UNIT_HEAD);
        var head = holders.force.officer(TestForce.CRIME, PostClass.SECTION_HEAD);
        var path = begun(
                holders.browser(holders.force.officer(TestForce.GENERAL, PostClass.INFORMATION_MANAGEMENT)),
                TestForce.CRIME);
        var campaign = one(path);
        assertThat(campaign.state()).as("nobody but the head holds anything").isEqualTo(Campaign.State.REST);
        assertThat(signing.fit(campaign, holders.askers.of(head))).isFalse();
        assertThat(signing.fit(campaign, holders.askers.of(holders.force.officer(TestForce.HIRO, PostClass.UNIT_HEAD))))
                .isFalse();
        assertThat(signing.fit(campaign, holders.askers.of(director))).isTrue();
        var lines = signing.lines(campaign, holders.askers.of(director));
        var answers = new ArrayList<>(List.of("digest", Signing.digest(lines, List.of())));
        lines.forEach(line -> answers.addAll(List.of("answer-" + line.key(), "keep")));
        var browser = holders.browser(director);
        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(sent(browser, path + "/sign", answers).getStatus())
                .as(browser.page())
                .isEqualTo(303);
        assertThat(one(path).state()).isEqualTo(Campaign.State.SIGNED);
    }

    @Test
    void whatCannotBeBegunIsRefusedWithTheChoiceKept() throws Exception {
        var keeper = holders.browser(holders.force.officer(TestForce.GENERAL, PostClass.INFORMATION_MANAGEMENT));
        assertThat(keeper.open(PATH).getStatus()).isEqualTo(200);
        assertThat(keeper.page()).contains("点検を始める").doesNotMatch(Holders.UNTRANSLATED);
        var soon = organization.roster().date().plusDays(1).toString();
        for (var wrong : List.of(
                List.of("この所属コードはありません", "unit", "NO-SUCH"),
                List.of("所属長のいる所属を選んで", "unit", TestForce.HACHI_BOX),
                List.of("この所属コードはありません", "which", "some"),
                List.of("日以上", "unit", TestForce.HACHI, "due", soon),
                List.of("期限を日付で", "unit", TestForce.HACHI, "due", "x"))) {
            var fields = new ArrayList<>(wrong.subList(1, wrong.size()));
            if (!fields.contains("due")) {
                fields.addAll(List.of("due", due()));
            }
            assertThat(sent(keeper, PATH, fields).getStatus())
                    .as(wrong.getFirst())
                    .isEqualTo(422);
            assertThat(keeper.page())
                    .contains(wrong.getFirst(), "notice notice-hit\" role=\"alert\"")
                    .doesNotMatch(Holders.UNTRANSLATED);
        }
        assertThat(keeper.page()).contains("value=\"" + TestForce.HACHI + "\" checked");
        var _ = begun(keeper, TestForce.HACHI);
        assertThat(sent(keeper, PATH, List.of("unit", TestForce.HACHI, "due", due()))
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeper.page()).contains("すでに行われています");
        assertThat(sent(keeper, PATH, List.of("which", "all", "ground", "YEARLY", "due", due()))
                        .getStatus())
                .isEqualTo(303);
        var _ = keeper.open(PATH);
        assertThat(keeper.page()).contains("所属で点検を始めました", "年1回").doesNotMatch(Holders.UNTRANSLATED);
        assertThat(campaigns.latest()).extracting(Campaign::unit).contains(TestForce.HIRO, TestForce.GENERAL);
        assertThat(keeper.open(PATH + "?late=true").getStatus()).isEqualTo(200);
        assertThat(keeper.page()).contains("期限を過ぎた点検はありません");
    }

    private String begun(Browser keeper, String unit) throws Exception {
        var _ = keeper.open(PATH);
        var path = String.valueOf(
                sent(keeper, PATH, List.of("unit", unit, "due", due())).getHeader("Location"));
        assertThat(path).as(keeper.page()).matches(PATH + "/[0-9]+");
        return path;
    }

    private Campaign one(String path) {
        return campaigns.one(Long.parseLong(path.substring(PATH.length() + 1))).orElseThrow();
    }

    private String due() {
        return organization.roster().date().plusDays(30).toString();
    }

    /** Open tasks about a recertification. */
    private int tasks(String path, String ending) {
        return jdbc.sql("select count(*) from notice_task where key = :key and done_at is null")
                .param("key", "entitlement/campaign/" + path.substring(PATH.length() + 1) + ending)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static MockHttpServletResponse sent(Browser browser, String path, List<String> fields) throws Exception {
        return browser.send(path, fields.toArray(String[]::new));
    }
}
