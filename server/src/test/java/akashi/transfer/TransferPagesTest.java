package akashi.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.organization.PostId;
import akashi.tlog.TreeCheck;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Transfer orders through pages and database: entered, looked at, applied by another, and all that is refused. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class})
@ExtendWith(TreeCheck.class)
class TransferPagesTest {
    private static final String UNTRANSLATED = "(?s).*\\[[a-z]+\\.[a-zA-Z0-9.-]+.*";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String HEADER = "職員番号,発令,職コード,発令日,階級,訂正\n";

    private final Accounts accounts;
    private final Organization organization;
    private final TestForce force;
    private final MockMvc mvc;

    TransferPagesTest(Accounts accounts, Organization organization, MockMvc mvc, JdbcClient jdbc) {
        this.accounts = accounts;
        this.organization = organization;
        this.force = new TestForce(organization, jdbc);
        this.mvc = mvc;
    }

    @Test
    void oneEntersAnotherAppliesAndThePostMovesOnItsDay() throws Exception {
        var mover = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var place = force.officer(TestForce.HIRO, PostClass.DETECTIVE);
        var day = today().plusDays(30);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var path = entered(keeper, mover.staffNumber() + ",異動," + postOf(place) + "," + day + ",警部補,");
        assertThat(keeper.open(path).getStatus()).isEqualTo(200);
        assertThat(keeper.page())
                .contains("適用待ち", "八戸署", "弘前署", "登録した本人は適用できません")
                .doesNotContain("確かめて適用する</button>")
                .doesNotMatch(UNTRANSLATED);
        assertThat(keeper.send(path + "/apply", "digest", digest(keeper)).getStatus())
                .isEqualTo(422);

        var manager = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        assertThat(manager.open(path).getStatus()).isEqualTo(200);
        assertThat(manager.send(path + "/apply", "digest", "0").getStatus()).isEqualTo(422);
        assertThat(manager.page()).contains("確かめた後に組織または権限が変わりました");
        assertThat(manager.send(path + "/apply", "digest", digest(manager)).getStatus())
                .isEqualTo(303);

        assertThat(manager.open(path).getStatus()).isEqualTo(200);
        assertThat(manager.page()).contains("適用済み", "午前0時に自動的に").doesNotMatch(UNTRANSLATED);
        assertThat(unitOf(mover, today())).isEqualTo(force.unit(TestForce.HACHI));
        assertThat(unitOf(mover, day.minusDays(1))).isEqualTo(force.unit(TestForce.HACHI));
        assertThat(unitOf(mover, day)).isEqualTo(force.unit(TestForce.HIRO));
        assertThat(organization
                        .roster(day)
                        .person(mover.id())
                        .orElseThrow()
                        .rank()
                        .written())
                .isEqualTo("警部補");
        assertThat(manager.send(path + "/apply", "digest", digest(manager)).getStatus())
                .isEqualTo(422);
        assertThat(manager.page()).contains("ほかの人が先に処理しました");
        assertThat(manager.send(path + "/withdraw").getStatus()).isEqualTo(422);
        var csv = manager.open(path + "/people.csv").getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains(mover.staffNumber(), "弘前署");
        assertThat(manager.open("/transfers").getStatus()).isEqualTo(200);
        assertThat(manager.page()).contains("発令日待ちあり").doesNotMatch(UNTRANSLATED);
        assertThat(manager.open(path + "?search=nobody").getStatus()).isEqualTo(200);
        assertThat(manager.page()).contains("この発令にありません");
    }

    @Test
    void whatOnlyTakesAwayIsAppliedAtOnceByWhoeverEntersIt() throws Exception {
        var officer = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var session = Browser.of(mvc, accounts, officer);
        assertThat(session.open("/rights/mine").getStatus()).isEqualTo(200);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);

        var path = entered(keeper, officer.staffNumber() + ",停職,," + today() + ",,");
        var _ = keeper.open(path);
        assertThat(keeper.page()).contains("利用できない").doesNotMatch(UNTRANSLATED);
        assertThat(keeper.send(path + "/apply", "digest", digest(keeper)).getStatus())
                .isEqualTo(303);

        assertThat(session.open("/rights/mine").getStatus()).isNotEqualTo(200);
        assertThat(organization.roster().person(officer.id()).orElseThrow().duty())
                .isEqualTo(akashi.organization.DutyState.SUSPENSION);
        assertThat(organization
                        .roster(today().minusDays(1))
                        .person(officer.id())
                        .orElseThrow()
                        .duty())
                .isEqualTo(akashi.organization.DutyState.ON_DUTY);
    }

    @Test
    void secondmentAndLeavingStopOnTheirDayAndLeavingEndsThePosts() throws Exception {
        var seconded = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var leaving = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);

        var path = entered(
                keeper,
                seconded.staffNumber() + ",出向,," + today() + ",,",
                leaving.staffNumber() + ",退職,," + today().plusDays(1) + ",,");
        var _ = keeper.open(path);
        assertThat(keeper.send(path + "/apply", "digest", digest(keeper)).getStatus())
                .isEqualTo(303);

        assertThat(organization
                        .roster()
                        .person(seconded.id())
                        .orElseThrow()
                        .duty()
                        .mayAct())
                .isFalse();
        assertThat(organization.roster().principalOf(leaving.id())).isPresent();
        assertThat(organization.roster(today().plusDays(1)).principalOf(leaving.id()))
                .isEmpty();
    }

    @Test
    void aLateCorrectionHoldsFromItsDay() throws Exception {
        var mover = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var place = force.officer(TestForce.HIRO, PostClass.OFFICER);
        var past = today().minusDays(10);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        refused(keeper, mover.staffNumber() + ",異動," + postOf(place) + "," + past + ",,", "今日（", "訂正");

        var path = entered(keeper, mover.staffNumber() + ",異動," + postOf(place) + "," + past + ",,○");
        var manager = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        var _ = manager.open(path);
        assertThat(manager.page()).contains("さかのぼる訂正");
        assertThat(manager.send(path + "/apply", "digest", digest(manager)).getStatus())
                .isEqualTo(303);

        assertThat(unitOf(mover, past.minusDays(1))).isEqualTo(force.unit(TestForce.HACHI));
        assertThat(unitOf(mover, past)).isEqualTo(force.unit(TestForce.HIRO));
        assertThat(unitOf(mover, today())).isEqualTo(force.unit(TestForce.HIRO));
        assertThat(manager.open(path).getStatus()).isEqualTo(200);
    }

    @Test
    void aConcurrentPostIsShownToGoOnUntilItIsEnded() throws Exception {
        var mover = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var other = force.officer(TestForce.HIRO, PostClass.STATION_SUPERVISOR);
        var box = force.officer(TestForce.HACHI_BOX, PostClass.BOX_OFFICER);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var manager = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        applied(keeper, manager, mover.staffNumber() + ",兼務," + postOf(other) + "," + today() + ",,");
        var away = today().plusDays(5);

        var path = entered(keeper, mover.staffNumber() + ",異動," + postOf(box) + "," + away + ",,");
        var _ = manager.open(path);
        assertThat(manager.page()).contains("兼務が続きます: 弘前署");
        refused(keeper, box.staffNumber() + ",兼務免," + postOf(other) + "," + away + ",,", "兼ねていません");
        applied(keeper, manager, mover.staffNumber() + ",兼務免," + postOf(other) + "," + away + ",,");

        assertThat(organization.roster(away.minusDays(1)).appointmentsOf(mover.id()))
                .hasSize(2);
        assertThat(organization.roster(away).appointmentsOf(mover.id())).hasSize(1);
    }

    @Test
    void badLinesAreNamedAndNothingIsKept() throws Exception {
        var mover = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var place = force.officer(TestForce.HIRO, PostClass.OFFICER);
        var later = today().plusDays(3);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        refused(keeper, "X99999,異動," + postOf(place) + "," + later + ",,", "職員番号「X99999」の職員はいません");
        refused(keeper, mover.staffNumber() + ",異動,NO-SUCH," + later + ",,", "職コード「NO-SUCH」はありません");
        refused(keeper, mover.staffNumber() + ",異動,," + later + ",,", "職コードが必要です");
        var one = mover.staffNumber() + ",異動," + postOf(place) + "," + later + ",,";
        refused(keeper, one + "\n" + one, "2つの本務が発令されています（もう1つは2行目）");
        var stop = mover.staffNumber() + ",停職,," + later + ",,";
        refused(keeper, stop + "\n" + mover.staffNumber() + ",休職,," + later + ",,", "2つの勤務状態");
        refused(keeper, mover.staffNumber() + ",昇格,," + later + ",,", "次のどれかにしてください: 異動");
        refused(keeper, mover.staffNumber() + ",異動," + postOf(place) + ",令和8年13月1日,,", "発令日");
        assertThat(enter(keeper, "警務第1号", "所属コード,所属名,種別,開始日\nZZ,試験,課,2030-04-01\n".getBytes(StandardCharsets.UTF_8))
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeper.page()).contains("発令の一覧ではありません");
        assertThat(enter(keeper, "警務第1号", HEADER.getBytes(StandardCharsets.UTF_8))
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeper.page()).contains("発令の行がありません");
        assertThat(enter(keeper, " ", one.getBytes(StandardCharsets.UTF_8)).getStatus())
                .isEqualTo(422);
        assertThat(keeper.page()).contains("発令文書番号を");
        assertThat(enter(keeper, "警務第1号", new byte[0]).getStatus()).isEqualTo(422);
        assertThat(keeper.page()).contains("発令の一覧（CSV）を選んで");
        assertThat(unitOf(mover, later)).isEqualTo(force.unit(TestForce.HACHI));
        assertThat(keeper.open("/transfers/999999").getStatus()).isEqualTo(404);
    }

    @Test
    void nobodyAppliesAnOrderAboutThemselves() throws Exception {
        var place = force.officer(TestForce.HIRO, PostClass.DETECTIVE);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var manager = force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
        var browser = Browser.of(mvc, accounts, manager);

        var path = entered(keeper, manager.staffNumber() + ",兼務," + postOf(place) + "," + today() + ",,");
        var _ = browser.open(path);
        assertThat(browser.send(path + "/apply", "digest", digest(browser)).getStatus())
                .isEqualTo(422);

        assertThat(browser.page()).contains("あなた自身への発令");
        assertThat(organization.roster().appointmentsOf(manager.id())).hasSize(1);
        assertThat(browser.send(path + "/withdraw").getStatus()).isEqualTo(303);
        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("取下げ");
    }

    @Test
    void whatNoLongerFitsIsSaidAndNotHalfApplied() throws Exception {
        var mover = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var other = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var place = force.officer(TestForce.HIRO, PostClass.OFFICER);
        var later = today().plusDays(9);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var manager = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        var path = entered(
                keeper,
                other.staffNumber() + ",異動," + postOf(place) + "," + later + ",,",
                mover.staffNumber() + ",異動," + postOf(place) + "," + later + ",,");
        applied(keeper, manager, mover.staffNumber() + ",退職,," + today().plusDays(2) + ",,");

        var _ = manager.open(path);
        assertThat(manager.page()).contains("今の組織に合わない行が").doesNotContain("確かめて適用する</button>");
        assertThat(manager.send(path + "/apply", "digest", digest(manager)).getStatus())
                .isEqualTo(422);

        assertThat(unitOf(other, later)).isEqualTo(force.unit(TestForce.HACHI));
    }

    @Test
    void filesOfOtherEncodingsAreReadAndEnglishIsComplete() throws Exception {
        var officer = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var _ = keeper.open("/transfers");
        var text = HEADER + officer.staffNumber() + ",休職,," + today().plusDays(4) + ",,";
        var sent = enter(keeper, "警務第7号", text.getBytes(Charset.forName("windows-31j")));
        var path = Objects.requireNonNull(sent.getRedirectedUrl());
        var _ = keeper.send("/language", "language", "en", "target", "/transfers");
        assertThat(keeper.open("/transfers").getStatus()).isEqualTo(200);
        assertThat(keeper.page()).contains("Orders entered").doesNotMatch(UNTRANSLATED);
        assertThat(keeper.open(path).getStatus()).isEqualTo(200);
        assertThat(keeper.page())
                .contains("Checked, apply", "May not use anything")
                .doesNotMatch(UNTRANSLATED);
    }

    @Test
    void thePagesAreGuarded() throws Exception {
        for (var post : new PostClass[] {PostClass.OFFICER, PostClass.UNIT_HEAD, PostClass.SECTION_HEAD}) {
            var browser = signedIn(post);
            assertThat(browser.open("/transfers").getStatus()).as(post.name()).isEqualTo(404);
        }
        var auditor = signedIn(PostClass.AUDITOR);
        assertThat(auditor.open("/transfers").getStatus()).isEqualTo(200);
        assertThat(auditor.page()).doesNotContain("multipart/form-data");
        assertThat(enter(auditor, "警務第1号", HEADER.getBytes(StandardCharsets.UTF_8))
                        .getStatus())
                .isEqualTo(404);
    }

    private void applied(Browser keeper, Browser manager, String line) throws Exception {
        var path = entered(keeper, line);
        var _ = manager.open(path);
        assertThat(manager.send(path + "/apply", "digest", digest(manager)).getStatus())
                .as(manager.page())
                .isEqualTo(303);
    }

    private String entered(Browser keeper, String... lines) throws Exception {
        var response = enter(keeper, "警務第1号", (HEADER + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8));
        assertThat(response.getStatus()).as(keeper.page()).isEqualTo(303);
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    private static void refused(Browser keeper, String lines, String... said) throws Exception {
        var response = enter(keeper, "警務第1号", (HEADER + lines).getBytes(StandardCharsets.UTF_8));
        assertThat(response.getStatus()).as(keeper.page()).isEqualTo(422);
        assertThat(keeper.page()).contains(said).doesNotMatch(UNTRANSLATED);
    }

    private static MockHttpServletResponse enter(Browser browser, String paper, byte[] content) throws Exception {
        var _ = browser.open("/transfers");
        var token = TOKEN.matcher(browser.page());
        assertThat(token.find()).isTrue();
        var file = new MockMultipartFile("file", "C:\\発令\\異動.csv", "text/csv", content);
        return browser.perform(multipart("/transfers")
                .file(file)
                .param("paper", paper)
                .param("_csrf", token.group(1))
                .header("Sec-Fetch-Site", "same-origin"));
    }

    private static String digest(Browser browser) {
        var hidden = browser.hidden();
        for (int n = 0; n < hidden.length; n += 2) {
            if (hidden[n].equals("digest")) {
                return hidden[n + 1];
            }
        }
        return "none";
    }

    private String postOf(TestForce.Member member) {
        var roster = organization.roster();
        PostId post = roster.principalOf(member.id()).orElseThrow().post();
        return roster.post(post).orElseThrow().code();
    }

    private akashi.organization.UnitId unitOf(TestForce.Member member, LocalDate day) {
        return organization.roster(day).principalOf(member.id()).orElseThrow().unit();
    }

    private LocalDate today() {
        return organization.roster().date();
    }

    private Browser signedIn(PostClass postClass) throws Exception {
        var member = force.officer(TestForce.GENERAL, postClass);
        return Browser.of(mvc, accounts, member);
    }
}
