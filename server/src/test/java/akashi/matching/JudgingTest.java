package akashi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.organization.PostClass;
import akashi.usage.PastUse;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

class JudgingTest extends Arriving {
    private static final AtomicInteger NEXT = new AtomicInteger(10_000);
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private final PairSql pairs;
    private final WaitingCounts counts;
    private final Accounts accounts;
    private final MockMvc mvc;
    private final Uses uses;
    private final UsageLog log;

    JudgingTest(
            Site site, PairSql pairs, WaitingCounts counts, Accounts accounts, MockMvc mvc, Uses uses, UsageLog log) {
        super(site);
        this.pairs = pairs;
        this.counts = counts;
        this.accounts = accounts;
        this.mvc = mvc;
        this.uses = uses;
        this.log = log;
    }

    /** A bicycle stolen at one station and found at another, not yet judged. */
    private record Bicycles(Made theft, Made found, Pair pair, String number) {
        String path() {
            return "/matches/" + pair.seq();
        }
    }

    private Bicycles bicycles() {
        var number = "青森 X-" + NEXT.incrementAndGet();
        var theft = arrives("bicycle", "theft", TestForce.HACHI, theft(number));
        var found = arrives("bicycle", "found", TestForce.HIRO, foundBicycle(number, "不明"));
        work();
        return new Bicycles(theft, found, waiting(theft, found).getFirst(), number);
    }

    @Test
    void bothUnitsHaveThePairInTheirQueueWithItsExplanation() throws Exception {
        var bicycles = bicycles();
        for (var unit : List.of(TestForce.HACHI, TestForce.HIRO)) {
            var browser = signedIn(unit, PostClass.DETECTIVE);
            assertThat(browser.open("/matches").getStatus()).isEqualTo(200);
            assertThat(browser.page())
                    .contains(
                            bicycles.path(),
                            bicycles.theft().number(),
                            bicycles.found().number(),
                            "data-key=\"1\"");
            assertThat(browser.open(bicycles.path()).getStatus()).isEqualTo(200);
            assertThat(browser.page()).contains("番号", "＝ 同じ", "同一である", "data-key=\"2\"", "弘前署", "八戸署");
        }
        assertThat(signedIn(TestForce.GENERAL, PostClass.CIVILIAN)
                        .open(bicycles.path())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aPairJudgedNotTheSameIsNotProposedAgainUntilARecordChanges() throws Exception {
        var bicycles = bicycles();
        var browser = signedIn(TestForce.HIRO, PostClass.DETECTIVE);
        assertThat(judge(browser, bicycles, "NOT_SAME", "車体の刻印が違う").getStatus()).isEqualTo(303);
        assertThat(waiting(bicycles.theft(), bicycles.found())).isEmpty();

        corrected(
                bicycles.found(),
                1,
                at(TestForce.HIRO, PostClass.STATION_SUPERVISOR),
                with(foundBicycle(bicycles.number(), "不明"), "store", "弘前署第二置場"));
        work();
        assertThat(waiting(bicycles.theft(), bicycles.found()))
                .as("nothing that is compared has changed")
                .isEmpty();

        corrected(
                bicycles.found(),
                2,
                at(TestForce.HIRO, PostClass.STATION_SUPERVISOR),
                with(foundBicycle(bicycles.number(), "GX-" + NEXT.incrementAndGet()), "store", "弘前署第二置場"));
        work();
        assertThat(waiting(bicycles.theft(), bicycles.found())).hasSize(1);
        assertThat(pairs.said(bicycles.pair().seq())).singleElement().satisfies(said -> {
            assertThat(said.word()).isEqualTo(Pair.Word.NOT_SAME);
            assertThat(said.reason()).isEqualTo("車体の刻印が違う");
        });
    }

    @Test
    void aVerdictNeedsAReasonAChoiceAndWhatIsShownNow() throws Exception {
        var bicycles = bicycles();
        var browser = signedIn(TestForce.HIRO, PostClass.DETECTIVE);
        assertThat(judge(browser, bicycles, "SAME", "  ").getStatus()).isEqualTo(422);
        assertThat(browser.page()).contains("理由を3字以上");
        assertThat(judge(browser, bicycles, "MAYBE", "分からない").getStatus()).isEqualTo(422);
        assertThat(browser.send(bicycles.path(), "version", "99", "verdict", "SAME", "reason", "古い画面")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("今の内容を確かめてください");
        assertThat(judge(browser, bicycles, "SAME", "<b>所有者</b>が確認").getStatus())
                .isEqualTo(303);
        assertThat(judge(browser, bicycles, "NOT_SAME", "遅れて届いた").getStatus()).isEqualTo(422);
        assertThat(browser.open(bicycles.path()).getStatus()).isEqualTo(200);
        assertThat(browser.page()).doesNotContain("<b>所有者").contains("&lt;b&gt;所有者");
    }

    @Test
    void whoOnlyLooksThingsUpDoesNotJudge() throws Exception {
        var bicycles = bicycles();
        var browser = signedIn(TestForce.HIRO, PostClass.BOX_OFFICER);
        assertThat(browser.open(bicycles.path()).getStatus()).isEqualTo(200);
        assertThat(browser.page()).doesNotContain("value=\"SAME\"");
        assertThat(browser.send(bicycles.path(), "version", "1", "verdict", "SAME", "reason", "見れば分かる")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aLinkIsShownToWhoeverMaySeeBothAndUndoneWithAReason() throws Exception {
        var bicycles = bicycles();
        var browser = signedIn(TestForce.HACHI, PostClass.STATION_SUPERVISOR);
        assertThat(judge(browser, bicycles, "SAME", "被害者が確認した").getStatus()).isEqualTo(303);
        var record = "/records/bicycle/" + bicycles.theft().number() + "?purpose=stop-and-question&case=110-1122-0345";
        assertThat(browser.open(record).getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("結び付いた記録", bicycles.found().number());
        assertThat(pairs.links(bicycles.theft().id())).hasSize(1);

        assertThat(browser.open(bicycles.path()).getStatus()).isEqualTo(200);
        assertThat(browser.send(bicycles.path() + "/undo", "version", version(browser), "reason", "")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.send(bicycles.path() + "/undo", "version", version(browser), "reason", "別の自転車だった")
                        .getStatus())
                .isEqualTo(303);

        assertThat(pairs.links(bicycles.theft().id())).isEmpty();
        assertThat(browser.open(record).getStatus()).isEqualTo(200);
        assertThat(browser.page()).doesNotContain("結び付いた記録");
        work();
        assertThat(waiting(bicycles.theft(), bicycles.found()))
                .as("nothing has changed since")
                .isEmpty();
        assertThat(browser.open(bicycles.path()).getStatus()).isEqualTo(200);
        assertThat(browser.send(bicycles.path() + "/undo", "version", version(browser), "reason", "取消しが誤りだった")
                        .getStatus())
                .isEqualTo(303);
        assertThat(waiting(bicycles.theft(), bicycles.found()))
                .as("taken back, it waits again")
                .hasSize(1);
    }

    @Test
    void linksAreNeverFollowedFurther() throws Exception {
        var first = bicycles();
        var second = arrives("bicycle", "found", TestForce.HIRO, foundBicycle(first.number(), "不明"));
        work();
        var other = waiting(first.theft(), second).getFirst();
        var browser = signedIn(TestForce.HACHI, PostClass.STATION_SUPERVISOR);
        assertThat(judge(browser, first, "SAME", "一台目の確認").getStatus()).isEqualTo(303);
        assertThat(judge(browser, new Bicycles(first.theft(), second, other, ""), "SAME", "二台目の確認")
                        .getStatus())
                .isEqualTo(303);

        assertThat(pairs.links(first.theft().id())).hasSize(2);
        assertThat(pairs.links(second.id())).hasSize(1);
    }

    @Test
    void aLinkSomebodyProposesIsConfirmedBySomebodyElse() throws Exception {
        var theft = arrives("bicycle", "theft", TestForce.HACHI, theft("青森 X-" + NEXT.incrementAndGet()));
        var lost = arrives(
                "lost-property", "loss", TestForce.HACHI, loss("article.kind", "bicycle", "article.features", "赤い自転車"));
        var proposer = signedIn(TestForce.HACHI, PostClass.DETECTIVE);
        assertThat(proposer.open("/matches/link").getStatus()).isEqualTo(200);
        assertThat(propose(proposer, theft.number(), "遺-なし-2026-000001").getStatus())
                .isEqualTo(422);
        assertThat(proposer.page()).contains("二つ見つかりません");
        var sent = propose(proposer, theft.number(), lost.number());
        assertThat(sent.getStatus()).isEqualTo(303);
        var path = String.valueOf(sent.getHeader("Location"));
        assertThat(proposer.open(path).getStatus()).isEqualTo(200);
        assertThat(proposer.page()).contains("ほかの職員が確かめます").doesNotContain("value=\"SAME\"");
        assertThat(proposer.send(path, "version", version(proposer), "verdict", "SAME", "reason", "自分で確定")
                        .getStatus())
                .isEqualTo(422);

        var other = signedIn(TestForce.HACHI, PostClass.STATION_SUPERVISOR);
        assertThat(other.open(path).getStatus()).isEqualTo(200);
        assertThat(other.page()).contains("職員の申出", "届出人が同じ");
        assertThat(other.send(path, "version", version(other), "verdict", "SAME", "reason", "届出人に確認")
                        .getStatus())
                .isEqualTo(303);
        assertThat(pairs.links(theft.id())).hasSize(1);
    }

    @Test
    void nobodyProposesALinkBetweenRecordsOfOthers() throws Exception {
        var theft = arrives("bicycle", "theft", TestForce.HIRO, theft("青森 X-" + NEXT.incrementAndGet()));
        var lost = arrives("lost-property", "loss", TestForce.HIRO, loss("article.kind", "bicycle"));
        var proposer = signedIn(TestForce.HACHI, PostClass.DETECTIVE);
        assertThat(proposer.open("/matches/link").getStatus()).isEqualTo(200);
        assertThat(propose(proposer, theft.number(), lost.number()).getStatus()).isEqualTo(422);
        assertThat(proposer.page()).contains("どちらの記録も自所属のものではありません");
    }

    @Test
    void everyLookAndEveryVerdictIsAUse() throws Exception {
        var bicycles = bicycles();
        var member = force.officer(TestForce.HACHI, PostClass.DETECTIVE);
        var browser = signedIn(member);
        assertThat(browser.open("/matches").getStatus()).isEqualTo(200);
        assertThat(judge(browser, bicycles, "SAME", "確認した").getStatus()).isEqualTo(303);

        var latest = latest(member, "MATCH_VERDICT");
        assertThat(latest).extracting(PastUse::act).contains("MATCHES", "MATCH_LOOK", "MATCH_VERDICT");
        assertThat(latest)
                .filteredOn(use -> !use.act().equals("MATCHES"))
                .allSatisfy(use -> assertThat(use.seen().records())
                        .extracting(ref -> ref.id())
                        .contains(
                                bicycles.theft().id().value().toString(),
                                bicycles.found().id().value().toString()));
    }

    /** The entry of a change joins the log right after its commit. */
    private List<PastUse> latest(TestForce.Member member, String last) {
        var asker = askers.of(member);
        List<PastUse> latest = List.of();
        for (int n = 0; n < 200 && latest.stream().noneMatch(use -> use.act().equals(last)); n++) {
            latest = log.release(
                            Use.of("MY_USES", asker.actor()),
                            uses.latestOf(asker.staffNumber(), List.of("MATCHES", "MATCH_LOOK", "MATCH_VERDICT"), 20))
                    .value();
        }
        return latest;
    }

    @Test
    void whatWaitsIsCountedForBothUnits() {
        counts.count();
        int before = counts.now().pairs().getOrDefault(force.unit(TestForce.HIRO), 0);
        var _ = bicycles();
        counts.count();
        assertThat(counts.now().pairs().getOrDefault(force.unit(TestForce.HIRO), 0))
                .isEqualTo(before + 1);
        assertThat(counts.now().pairs().getOrDefault(force.unit(TestForce.HACHI), 0))
                .isPositive();
    }

    private static org.springframework.mock.web.MockHttpServletResponse propose(
            Browser browser, String number, String other) throws Exception {
        return browser.send(
                "/matches/link",
                "operation",
                "bicycle",
                "number",
                number,
                "otherOperation",
                "lost-property",
                "otherNumber",
                other,
                "reason",
                "届出人が同じ");
    }

    private org.springframework.mock.web.MockHttpServletResponse judge(
            Browser browser, Bicycles bicycles, String verdict, String reason) throws Exception {
        assertThat(browser.open(bicycles.path()).getStatus()).isEqualTo(200);
        var matcher = VERSION.matcher(browser.page());
        var version = matcher.find() ? matcher.group(1) : "1";
        return browser.send(bicycles.path(), "version", version, "verdict", verdict, "reason", reason);
    }

    private static String version(Browser browser) {
        var matcher = VERSION.matcher(browser.page());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Browser signedIn(String unit, PostClass post) throws Exception {
        return signedIn(force.officer(unit, post));
    }

    private Browser signedIn(TestForce.Member member) throws Exception {
        return Browser.of(mvc, accounts, member);
    }
}
