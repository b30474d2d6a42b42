package akashi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.ApiBrowser;
import akashi.account.Browser;
import akashi.organization.PostClass;
import akashi.usage.PastUse;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** The queue as JSON: what the pages do with it, with the same entries and the same refusals. */
class MatchApiTest extends Arriving {
    private static final String MATCHES = "/api/v1/matches";
    private static final AtomicInteger NEXT = new AtomicInteger(60_000);

    private final Accounts accounts;
    private final MockMvc mvc;
    private final Uses uses;
    private final UsageLog log;

    MatchApiTest(Site site, Accounts accounts, MockMvc mvc, Uses uses, UsageLog log) {
        super(site);
        this.accounts = accounts;
        this.mvc = mvc;
        this.uses = uses;
        this.log = log;
    }

    /** A bicycle stolen at one station and found at another, not yet judged. */
    private record Bicycles(Made theft, Made found, Pair pair) {
        String path() {
            return MATCHES + "/" + pair.seq();
        }
    }

    private Bicycles bicycles() {
        var number = "青森 X-" + NEXT.incrementAndGet();
        var theft = arrives("bicycle", "theft", TestForce.HACHI, theft(number));
        var found = arrives("bicycle", "found", TestForce.HIRO, foundBicycle(number, "不明"));
        work();
        return new Bicycles(theft, found, waiting(theft, found).getFirst());
    }

    @Test
    void aPairIsExplainedToBothUnitsJudgedAndTakenBack() throws Exception {
        var bicycles = bicycles();
        for (var unit : List.of(TestForce.HACHI, TestForce.HIRO)) {
            var api = api(unit, PostClass.DETECTIVE);
            assertThat(api.get(MATCHES)).isEqualTo(200);
            assertThat(row(api, "waiting", bicycles).toString())
                    .contains(bicycles.theft().number(), bicycles.found().number());
            assertThat(api.json().path("proof").asString()).matches("[0-9]+-[0-9]+");
            assertThat(api.get(bicycles.path())).isEqualTo(200);
            assertThat(api.json().path("compared").findValuesAsString("text")).contains("同じ");
            assertThat(api.json().path("compared").findValuesAsString("part")).contains("番号");
            assertThat(api.json().at("/may/judge").asBoolean()).isTrue();
        }
        var member = force.officer(TestForce.HACHI, PostClass.DETECTIVE);
        var api = api(member);
        assertThat(api.get(bicycles.path())).isEqualTo(200);
        assertThat(api.post(bicycles.path() + "/verdict", verdict(api, "SAME", "被害者が確認した")))
                .as(api.text())
                .isEqualTo(200);
        assertThat(api.json().path("state").asString()).isEqualTo("SAME");
        assertThat(api.get(MATCHES)).isEqualTo(200);
        assertThat(row(api, "judged", bicycles).path("state").asString()).isEqualTo("SAME");

        assertThat(api.get(bicycles.path())).isEqualTo(200);
        assertThat(api.json().at("/said/0/by").asString()).isEqualTo(member.staffNumber());
        assertThat(api.json().at("/may/undo").asBoolean()).isTrue();
        int version = api.json().path("version").asInt();
        assertThat(api.post(bicycles.path() + "/undo", Map.of("version", version, "reason", "別の自転車だった")))
                .isEqualTo(200);
        assertThat(api.json().path("state").asString()).isEqualTo("UNDONE");
        assertThat(site.pairs().links(bicycles.theft().id())).isEmpty();
        assertThat(uses(member, "MATCH_VERDICT"))
                .filteredOn(use -> !use.act().equals("MATCHES"))
                .extracting(PastUse::act)
                .contains("MATCH_LOOK", "MATCH_VERDICT");
        assertThat(uses(member, "MATCH_VERDICT"))
                .filteredOn(use -> !use.act().equals("MATCHES"))
                .allSatisfy(use -> assertThat(use.seen().records())
                        .extracting(ref -> ref.id())
                        .contains(
                                bicycles.theft().id().value().toString(),
                                bicycles.found().id().value().toString()));
    }

    @Test
    void whatIsNotTheAskersOwnLooksLikeNothingThere() throws Exception {
        var bicycles = bicycles();
        var stranger = api(TestForce.GENERAL, PostClass.CIVILIAN);
        assertThat(stranger.get(bicycles.path())).isEqualTo(404);
        assertThat(stranger.problem()).isEqualTo("not-found");
        assertThat(stranger.post(bicycles.path() + "/verdict", Map.of("version", 1, "verdict", "SAME", "reason", "試し")))
                .isEqualTo(404);
        assertThat(stranger.post(bicycles.path() + "/undo", Map.of("version", 1, "reason", "試しに")))
                .isEqualTo(404);
        assertThat(stranger.get(MATCHES)).isEqualTo(200);
        assertThat(stranger.text()).doesNotContain(bicycles.theft().number());
        assertThat(stranger.get(MATCHES + "/999999999")).isEqualTo(404);
        assertThat(stranger.get(MATCHES + "/x")).isEqualTo(400);
        assertThat(stranger.get(MATCHES + "/hits/999999999")).isEqualTo(404);
        assertThat(stranger.post(MATCHES + "/hits/999999999/note", null)).isEqualTo(404);

        var looker = api(TestForce.HIRO, PostClass.BOX_OFFICER);
        assertThat(looker.get(bicycles.path())).isEqualTo(200);
        assertThat(looker.json().at("/may/judge").asBoolean()).isFalse();
        assertThat(looker.post(bicycles.path() + "/verdict", verdict(looker, "SAME", "見れば分かる")))
                .as("who only looks things up does not judge")
                .isEqualTo(404);
        assertThat(waiting(bicycles.theft(), bicycles.found())).hasSize(1);
    }

    @Test
    void whoMayNotReadBothSeesNothingOfThemAndDoesNotJudge() throws Exception {
        var bicycles = bicycles();
        var civilian = api(TestForce.HIRO, PostClass.CIVILIAN);
        assertThat(civilian.get(bicycles.path())).isEqualTo(200);
        assertThat(civilian.json().path("compared").isNull()).isTrue();
        assertThat(civilian.json().at("/first/readable").asBoolean()).isFalse();
        assertThat(civilian.json().at("/first/fields")).isEmpty();
        assertThat(civilian.json().at("/second/fields")).isEmpty();
        assertThat(civilian.post(bicycles.path() + "/verdict", verdict(civilian, "SAME", "番号が同じ")))
                .isEqualTo(409);
        assertThat(civilian.problem()).isEqualTo("match-not-possible");
        assertThat(civilian.json().path("why").asString()).isNotEmpty().doesNotContain("[");
    }

    @Test
    void aVerdictNeedsAChoiceAReasonAndWhatIsShownNow() throws Exception {
        var bicycles = bicycles();
        var path = bicycles.path() + "/verdict";
        var api = api(TestForce.HIRO, PostClass.DETECTIVE);
        for (var word : List.of("MAYBE", "", "same", "x".repeat(70_000))) {
            assertThat(api.post(path, Map.of("version", 1, "verdict", word, "reason", "分からない")))
                    .isEqualTo(400);
            assertThat(api.problem()).isEqualTo("match-input");
            assertThat(api.json().at("/errors/0/field").asString()).isEqualTo("verdict");
        }
        for (var reason : List.of("", "  x ", "見".repeat(401), "鐘\u0007が鳴る", "零\u0000字の入る")) {
            assertThat(api.post(path, Map.of("version", 1, "verdict", "SAME", "reason", reason)))
                    .isEqualTo(400);
            assertThat(api.json().at("/errors/0/field").asString()).isEqualTo("reason");
        }
        assertThat(api.post(path, "{\"version\":1,\"verdict\":\"SAME\",\"reason\":\"\\ud800半分の字\"}"))
                .isEqualTo(400);
        assertThat(api.problem()).isEqualTo("match-input");
        for (var body : List.of("null", "[]", "{\"verdict\":{}}", "{\"version\":\"x\"}", "{\"words\":1}")) {
            assertThat(api.post(path, body)).as(body).isEqualTo(400);
            assertThat(api.problem()).isEqualTo("unreadable");
        }
        assertThat(api.post(path, Map.of("verdict", "SAME", "reason", "版を言わない")))
                .isEqualTo(409);
        assertThat(api.post(path, Map.of("version", 99, "verdict", "SAME", "reason", "古い画面")))
                .isEqualTo(409);
        assertThat(api.problem()).isEqualTo("match-stale");
        int latest = api.json().path("latest").asInt();
        assertThat(latest).isEqualTo(bicycles.pair().version());

        var verdict = Map.of("version", latest, "verdict", "NOT_SAME", "reason", "<b>刻印</b>が違う");
        assertThat(api.post(path, verdict)).isEqualTo(200);
        assertThat(api.post(path, verdict)).as("the same submit again").isEqualTo(409);
        assertThat(site.pairs().said(bicycles.pair().seq())).hasSize(1);
        assertThat(api.post(bicycles.path() + "/undo", Map.of("version", latest, "reason", "取り違えた")))
                .as("about what was before the verdict")
                .isEqualTo(409);
        assertThat(api.post(bicycles.path() + "/undo", Map.of("version", latest + 1, "reason", "")))
                .isEqualTo(400);
        assertThat(api.post(bicycles.path() + "/undo", Map.of("version", latest + 1, "reason", "取り違えた")))
                .isEqualTo(200);
        assertThat(api.json().path("state").asString()).isEqualTo("OPEN");
        assertThat(api.post(bicycles.path() + "/undo", Map.of("version", latest + 2, "reason", "もう一度")))
                .as("nothing to take back")
                .isEqualTo(409);
    }

    @Test
    void nobodyConfirmsALinkTheyProposed() throws Exception {
        var theft = arrives("bicycle", "theft", TestForce.HACHI, theft("青森 X-" + NEXT.incrementAndGet()));
        var lost = arrives("lost-property", "loss", TestForce.HACHI, loss("article.kind", "bicycle"));
        var browser = Browser.of(mvc, accounts, force.officer(TestForce.HACHI, PostClass.DETECTIVE));
        assertThat(browser.open("/matches/link").getStatus()).isEqualTo(200);
        var sent = browser.send(
                "/matches/link",
                "operation",
                "bicycle",
                "number",
                theft.number(),
                "otherOperation",
                "lost-property",
                "otherNumber",
                lost.number(),
                "reason",
                "届出人が同じ");
        var path = "/api/v1" + sent.getHeader("Location");
        var proposer = new ApiBrowser(browser);
        assertThat(proposer.get(path)).as(proposer.text()).isEqualTo(200);
        assertThat(proposer.json().at("/may/own").asBoolean()).isTrue();
        assertThat(proposer.json().path("origin").asString()).isEqualTo("PERSON");
        assertThat(proposer.post(path + "/verdict", verdict(proposer, "SAME", "自分で確定")))
                .isEqualTo(409);
        assertThat(proposer.problem()).isEqualTo("match-not-possible");

        var other = api(TestForce.HACHI, PostClass.STATION_SUPERVISOR);
        assertThat(other.get(path)).isEqualTo(200);
        assertThat(other.post(path + "/verdict", verdict(other, "SAME", "届出人に確認")))
                .isEqualTo(200);
        assertThat(site.pairs().links(theft.id())).hasSize(1);
    }

    @Test
    void whatWasRegisteredAfterAnInquiryIsToldToTheUnitAndNoted() throws Exception {
        var number = "青森 X-" + NEXT.incrementAndGet();
        var officer = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var asking = api(officer);
        assertThat(asking.post(
                        "/api/v1/inquiries",
                        Map.of(
                                "kind",
                                "bicycle",
                                "keys",
                                Map.of("bicycle", number),
                                "purpose",
                                "stop-and-question",
                                "caseReference",
                                "110-1122-0345")))
                .as(asking.text())
                .isEqualTo(200);
        var inquiry = asking.json().path("number").asString();
        clock.move(Duration.ofDays(1));
        var theft = arrives("bicycle", "theft", TestForce.HIRO, theft(number));
        work();

        var api = api(TestForce.HACHI, PostClass.DETECTIVE);
        assertThat(api.get(MATCHES)).isEqualTo(200);
        var told = api.json()
                .path("later")
                .valueStream()
                .filter(one -> one.path("inquiry").asString().equals(inquiry))
                .findFirst()
                .orElseThrow();
        assertThat(told.path("by").asString()).isEqualTo(officer.staffNumber());
        assertThat(told.at("/record/number").isNull()).isTrue();
        var path = MATCHES + "/hits/" + told.path("hit").asLong();
        assertThat(api(TestForce.HIRO, PostClass.DETECTIVE).get(path)).isEqualTo(404);
        assertThat(api.get(path)).isEqualTo(200);
        assertThat(api.json().at("/later/record/number").asString()).isEqualTo(theft.number());
        assertThat(api.json().path("proof").asString()).matches("[0-9]+-[0-9]+");
        assertThat(api.post(path + "/note", null)).isEqualTo(204);
        assertThat(api.post(path + "/note", null)).isEqualTo(204);
        assertThat(api.get(path)).isEqualTo(200);
        assertThat(api.json().at("/later/notedAt").isNull()).isFalse();
    }

    private ApiBrowser api(String unit, PostClass post) throws Exception {
        return api(force.officer(unit, post));
    }

    private ApiBrowser api(TestForce.Member member) throws Exception {
        return new ApiBrowser(Browser.of(mvc, accounts, member));
    }

    /** A verdict about what was shown last. */
    private static Map<String, Object> verdict(ApiBrowser api, String word, String reason) {
        return Map.of("version", api.json().path("version").asInt(), "verdict", word, "reason", reason);
    }

    private static JsonNode row(ApiBrowser api, String list, Bicycles bicycles) {
        return api.json()
                .path(list)
                .valueStream()
                .filter(one -> one.path("pair").asLong() == bicycles.pair().seq())
                .findFirst()
                .orElseThrow();
    }

    /** The entry of a change joins the log right after its commit. */
    private List<PastUse> uses(TestForce.Member member, String last) {
        return await().until(
                        () -> log.release(
                                        Use.of("MY_USES", askers.of(member).actor()),
                                        uses.latestOf(
                                                member.staffNumber(),
                                                List.of("MATCHES", "MATCH_LOOK", "MATCH_VERDICT"),
                                                20))
                                .value(),
                        found -> found.stream().anyMatch(use -> use.act().equals(last)));
    }
}
