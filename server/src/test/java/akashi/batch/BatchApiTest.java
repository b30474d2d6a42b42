package akashi.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akashi.TestForce;
import akashi.TestRecords;
import akashi.account.ApiBrowser;
import akashi.batch.Batch.State;
import akashi.organization.PostClass;
import akashi.usage.PastUse;
import akashi.usage.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists as JSON: what the pages do with them, with the same entries and the same refusals. */
class BatchApiTest extends Listing {
    private static final String BATCHES = "/api/v1/batches";

    BatchApiTest(Site site) {
        super(site);
    }

    @Test
    void aListIsRequestedApprovedAndAskedItemByItem() throws Exception {
        var member = member(PostClass.DETECTIVE);
        var second = member(PostClass.STATION_SUPERVISOR);
        var api = api(member);
        var stolen = TestRecords.plate();
        var other = TestRecords.plate();
        var _ = records.stolenVehicle(TestForce.HIRO, stolen);

        assertThat(api.post(BATCHES, wish(stolen, other))).as(api.text()).isEqualTo(201);
        assertThat(api.json().path("state").asString()).isEqualTo("WAITING");
        var path = BATCHES + "/" + api.json().path("batch").asLong();

        var head = api(second);
        assertThat(head.get(BATCHES)).isEqualTo(200);
        var row = row(head, path);
        assertThat(row.path("mayDecide").asBoolean()).isTrue();
        assertThat(row.path("items").asInt()).isEqualTo(2);
        assertThat(head.text()).doesNotContain(stolen);
        assertThat(head.get(path)).isEqualTo(200);
        assertThat(head.json().at("/lines/0/key").asString()).isEqualTo(stolen);
        assertThat(head.json().path("proof").asString()).matches("[0-9]+-[0-9]+");
        var shown = head.json();
        assertThat(head.post(path + "/approve", seen(shown))).as(head.text()).isEqualTo(200);
        assertThat(head.json().path("state").asString()).isEqualTo("APPROVED");

        assertThat(api.post(path + "/run", Map.of("version", 2))).as(api.text()).isEqualTo(200);
        var batch = batch(shown.path("batch").asLong());
        await().until(() -> batch(batch.seq()).state() == State.DONE);
        assertThat(api.get(path)).isEqualTo(200);
        assertThat(api.json().path("done").asInt()).isEqualTo(2);
        assertThat(api.json().at("/lines/0/result/outcome").asString()).isEqualTo("FOUND");
        assertThat(api.json().at("/lines/1/result/outcome").asString()).isEqualTo("NONE");
        assertThat(api.json().at("/decided/by").asString()).isEqualTo(second.staffNumber());
        assertThat(erased(batch)).isTrue();
        var entries = entries(askers.of(member), batch);
        assertThat(entries)
                .hasSize(2)
                .extracting(use -> use.proved().number())
                .contains(api.json().at("/lines/0/result/number").asString());

        var answer =
                "/api/v1/inquiries/" + api.json().at("/lines/0/result/number").asString();
        assertThat(head.get(answer)).as("another's answer").isEqualTo(404);
        assertThat(api.get(answer)).as(api.text()).isEqualTo(200);
        assertThat(api.json().at("/results/0/outcome").asString()).isEqualTo("FOUND");
        assertThat(api.post(answer + "/hits/1/content", null)).isEqualTo(200);
        assertThat(acts(member, "BATCH_RUN")).contains("BATCH_REQUEST", "BATCH_RUN", "BATCHES");
        assertThat(acts(second, "BATCH_APPROVE")).contains("BATCHES", "BATCH_LOOK", "BATCH_APPROVE");
    }

    @Test
    void whoHasNoRightAsksNothingAndSeesNothing() throws Exception {
        var officer = member(PostClass.OFFICER);
        var api = api(officer);
        assertThat(api.post(BATCHES, wish(TestRecords.plate()))).isEqualTo(403);
        assertThat(api.problem()).isEqualTo("batch-refused");
        assertThat(api.json().at("/reasons/0/text").asString()).isNotEmpty().doesNotContain("[");
        assertThat(requests(officer)).isZero();
        assertThat(acts(officer, "BATCH_REQUEST")).as("the refusal").contains("BATCH_REQUEST");

        var batch = asked(askers.of(member(PostClass.DETECTIVE)), plates(1));
        var elsewhere = api(force.officer(TestForce.HIRO, PostClass.UNIT_HEAD));
        for (var stranger : List.of(api, elsewhere)) {
            nothingThere(stranger, batch, List.of("/approve", "/refuse"));
        }
        assertThat(batch(batch.seq()).state()).isEqualTo(State.WAITING);
        assertThat(api.get(BATCHES + "/999999999")).isEqualTo(404);
        assertThat(api.get(BATCHES + "/x")).isEqualTo(400);
    }

    @Test
    void somebodyElsesListLooksLikeNone() throws Exception {
        var batch = approved(askers.of(member(PostClass.DETECTIVE)), plates(1));
        var colleague = api(member(PostClass.DETECTIVE));
        nothingThere(colleague, batch, List.of("/run", "/stop", "/withdraw"));
        assertThat(colleague.put(BATCHES + "/" + batch.number(), wish(TestRecords.plate())))
                .isEqualTo(404);
        assertThat(colleague.get(BATCHES)).isEqualTo(200);
        assertThat(row(colleague, BATCHES + "/" + batch.number())
                        .path("mayLook")
                        .asBoolean())
                .isFalse();
        assertThat(batch(batch.seq()).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void nobodyDecidesAboutTheOwnRequest() throws Exception {
        var api = api(member(PostClass.UNIT_HEAD));
        assertThat(api.post(BATCHES, wish(TestRecords.plate()))).isEqualTo(201);
        var path = BATCHES + "/" + api.json().path("batch").asLong();
        assertThat(api.get(path)).isEqualTo(200);
        assertThat(api.json().path("mayDecide").asBoolean()).isFalse();
        var shown = api.json();

        assertThat(api.post(path + "/approve", seen(shown))).isEqualTo(409);
        assertThat(api.problem()).isEqualTo("batch-not-possible");
        assertThat(api.json().path("why").asString()).contains("自分の申請は承認できません");
        assertThat(api.post(path + "/refuse", Map.of("version", 1, "reason", "必要がない")))
                .isEqualTo(409);
        assertThat(api.post(path + "/run", Map.of("version", 1))).isEqualTo(409);
        assertThat(api.problem()).isEqualTo("batch-stale");
        assertThat(batch(shown.path("batch").asLong()).state()).isEqualTo(State.WAITING);
    }

    @Test
    void onlyTheListThatWasShownIsApprovedAndEveryStepOnce() throws Exception {
        var api = api(member(PostClass.DETECTIVE));
        var head = api(member(PostClass.UNIT_HEAD));
        assertThat(api.post(BATCHES, wish(TestRecords.plate()))).isEqualTo(201);
        var path = BATCHES + "/" + api.json().path("batch").asLong();
        assertThat(head.get(path)).isEqualTo(200);
        var shown = head.json();
        var better = wish(TestRecords.plate());
        better.put("version", 1);
        assertThat(api.put(path, better)).as(api.text()).isEqualTo(200);
        assertThat(api.json().path("version").asInt()).isEqualTo(2);
        assertThat(api.put(path, better)).as("again").isEqualTo(409);
        assertThat(api.json().path("latest").asInt()).isEqualTo(2);

        assertThat(head.post(path + "/approve", seen(shown))).as("as it was").isEqualTo(409);
        assertThat(head.problem()).isEqualTo("batch-stale");
        assertThat(head.post(path + "/approve", Map.of("version", 2))).isEqualTo(409);
        assertThat(head.post(
                        path + "/approve",
                        Map.of("version", 2, "digest", shown.path("digest").asString())))
                .isEqualTo(409);
        assertThat(head.get(path)).isEqualTo(200);
        var now = head.json();
        assertThat(head.post(path + "/approve", seen(now))).isEqualTo(200);
        assertThat(head.post(path + "/approve", seen(now))).as("again").isEqualTo(409);
        better.put("version", 3);
        better.put("kind", "person");
        better.put("operations", List.of("wanted"));
        better.put("items", List.of(Map.of("name", "乗客 花子")));
        assertThat(api.put(path, better)).as("another kind").isEqualTo(400);
        assertThat(api.json().at("/errors/0/field").asString()).isEqualTo("kind");
        assertThat(api.post(path + "/withdraw", Map.of("version", 3))).isEqualTo(200);
        assertThat(api.post(path + "/withdraw", Map.of("version", 3))).isEqualTo(409);
        assertThat(api.post(path + "/run", Map.of("version", 4))).isEqualTo(409);
        assertThat(api.post(path + "/stop", null)).isEqualTo(409);
        assertThat(api.get(path)).isEqualTo(200);
        assertThat(api.json().path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(erased(batch(shown.path("batch").asLong()))).isTrue();
    }

    @Test
    void aSubmitThatComesTwiceStandsTwiceAndNothingIsAsked() throws Exception {
        var member = member(PostClass.DETECTIVE);
        var api = api(member);
        var wish = wish(TestRecords.plate());
        assertThat(api.post(BATCHES, wish)).isEqualTo(201);
        long first = api.json().path("batch").asLong();
        assertThat(api.post(BATCHES, wish)).isEqualTo(201);
        assertThat(api.json().path("batch").asLong()).isNotEqualTo(first);
        assertThat(requests(member)).isEqualTo(2);
        assertThat(entries(askers.of(member), batch(first))).isEmpty();
    }

    @Test
    void aRefusalNeedsAReason() throws Exception {
        var batch = asked(askers.of(member(PostClass.DETECTIVE)), plates(1));
        var head = api(member(PostClass.UNIT_HEAD));
        var path = BATCHES + "/" + batch.number() + "/refuse";
        for (var reason : List.of("", " x ", "見".repeat(401), "行\n替え")) {
            assertThat(head.post(path, Map.of("version", 1, "reason", reason))).isEqualTo(400);
            assertThat(head.problem()).isEqualTo("batch-faults");
            assertThat(head.json().at("/errors/0/field").asString()).isEqualTo("reason");
        }
        assertThat(head.post(path, "{\"version\":1,\"reason\":\"\\ud800半分の字\"}"))
                .isEqualTo(400);
        assertThat(head.problem()).isEqualTo("batch-faults");
        assertThat(head.post(path, Map.of("version", 1, "reason", "目的に照らして広すぎる")))
                .isEqualTo(200);
        assertThat(erased(batch)).isTrue();
    }

    @Test
    void aListThatIsNoLongerTheOneApprovedIsNotAsked() throws Exception {
        var member = member(PostClass.DETECTIVE);
        var batch = approved(askers.of(member), plates(1));
        var api = api(member);
        site.jdbc()
                .sql("update batch_request set operations = '{no-such}' where seq = :seq")
                .param("seq", batch.seq())
                .update();
        assertThat(api.post(BATCHES + "/" + batch.number() + "/run", Map.of("version", batch.version())))
                .isEqualTo(409);
        assertThat(api.problem()).isEqualTo("batch-not-possible");
        assertThat(api.json().path("why").asString()).contains("承認された名簿と今の名簿が違う");
    }

    @Test
    void everyFaultIsNamedByItsPlaceAndNothingIsStored() throws Exception {
        var member = member(PostClass.DETECTIVE);
        var api = api(member);
        assertThat(api.post(BATCHES, wish("青森 330 さ 12-34", "青森330", "青森３３０さ１２３４", "")))
                .isEqualTo(400);
        assertThat(api.json().path("lines")).hasSize(3);
        assertThat(api.json().path("lines").findValuesAsString("line")).containsExactly("2", "3", "4");
        assertThat(api.text()).contains("1行目と同じです").doesNotContain("青森330", "[batch");
        var mixed = wish();
        mixed.put("items", List.of(Map.of("plate", TestRecords.plate(), "name", "見本 太郎")));
        assertThat(api.post(BATCHES, mixed)).isEqualTo(400);
        assertThat(api.json().at("/lines/0/code").asString()).isEqualTo("batch.fault.columns");
        assertThat(api.post(BATCHES, Map.of())).isEqualTo(400);
        assertThat(api.json().path("errors").findValuesAsString("field"))
                .contains("kind", "purpose", "caseReference", "operation");
        for (var kind : List.of("phone", "VEHICLE", "<script>")) {
            var odd = wish(TestRecords.plate());
            odd.put("kind", kind);
            assertThat(api.post(BATCHES, odd)).as(kind).isEqualTo(400);
            assertThat(api.json().path("errors").findValuesAsString("field")).contains("kind");
        }
        var many = new ArrayList<String>();
        for (int i = 0; i <= site.reader().most(); i++) {
            many.add(TestRecords.plate());
        }
        assertThat(api.post(BATCHES, wish(many.toArray(String[]::new)))).isEqualTo(400);
        assertThat(api.json().at("/lines/0/code").asString()).isEqualTo("batch.fault.most");
        assertThat(api.post(BATCHES, wish("x".repeat(70_000)))).isEqualTo(400);
        for (var body : List.of("null", "[]", "{\"items\":[null]}", "{\"items\":[7]}", "{\"list\":\"a\"}", "{")) {
            assertThat(api.post(BATCHES, body)).as(body).isEqualTo(400);
            assertThat(api.problem()).as(body).isEqualTo("unreadable");
        }
        assertThat(requests(member)).isZero();
    }

    private void nothingThere(ApiBrowser api, Batch batch, List<String> steps) throws Exception {
        var path = BATCHES + "/" + batch.number();
        assertThat(api.get(path)).isEqualTo(404);
        for (var step : steps) {
            var body = Map.of("version", batch.version(), "digest", batch.digest(), "reason", "試しに");
            assertThat(api.post(path + step, body)).as(step).isEqualTo(404);
            assertThat(api.problem()).isEqualTo("not-found");
        }
    }

    private ApiBrowser api(TestForce.Member member) throws Exception {
        return new ApiBrowser(browser(member));
    }

    /** A list of plates. */
    private static Map<String, Object> wish(String... plates) {
        var items =
                List.of(plates).stream().map(plate -> Map.of("plate", plate)).toList();
        return new TreeMap<>(Map.of(
                "kind",
                "vehicle",
                "operations",
                List.of("stolen-vehicle"),
                "purpose",
                "stop-and-question",
                "caseReference",
                CASE,
                "items",
                items));
    }

    /** What an approval names of what was shown. */
    private static Map<String, Object> seen(JsonNode shown) {
        return Map.of(
                "version",
                shown.path("version").asInt(),
                "digest",
                shown.path("digest").asString());
    }

    private static JsonNode row(ApiBrowser api, String path) {
        return api.json()
                .path("requests")
                .valueStream()
                .filter(one -> path.equals(BATCHES + "/" + one.path("batch").asLong()))
                .findFirst()
                .orElseThrow();
    }

    /** Acts of somebody's latest uses; the entry of a change joins the log right after its commit. */
    private List<String> acts(TestForce.Member member, String last) {
        return await().until(
                        () -> site
                                .log()
                                .release(
                                        Use.of("MY_USES", askers.of(member).actor()),
                                        site.uses().latestOf(member.staffNumber(), List.of(), 100))
                                .value()
                                .stream()
                                .map(PastUse::act)
                                .toList(),
                        acts -> acts.contains(last));
    }
}
