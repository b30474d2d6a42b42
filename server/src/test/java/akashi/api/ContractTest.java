package akashi.api;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.WholeTest;
import akashi.account.Accounts;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.terminal.Terminals;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the running application answers is what its document says. */
@WholeTest
class ContractTest {
    private static final String INQUIRIES = "/api/v1/inquiries";
    private static final String RECORDS = "/api/v1/records/stolen-vehicle";

    private final Contract contract = new Contract();
    private final Cast cast;
    private final Registering registering;

    ContractTest(Accounts accounts, Terminals terminals, Organization organization, @LocalServerPort int port) {
        this.cast = new Cast(accounts, terminals, organization, port);
        this.registering = new Registering(contract, cast);
    }

    @Test
    void signingInAndOut() throws Exception {
        var client = cast.signedIn(PostClass.OFFICER);
        var session = client.get("/api/v1/session");
        contract.holds("GET /api/v1/session", session);
        assertThat(session.json().get("rights").isEmpty()).isFalse();
        var ended = client.send("DELETE", "/api/v1/session", null);
        contract.holds("DELETE /api/v1/session", ended);
        assertThat(ended.status()).isEqualTo(204);
        assertThat(client.get("/api/v1/session").problem()).isEqualTo("session");
    }

    @Test
    void whoIsNotSignedInOrSendsNoTokenIsTold() throws Exception {
        var stranger = cast.stranger();
        var opened = stranger.post("/api/v1/session", Map.of("staffNumber", "nobody", "password", "nothing"));
        contract.holds("POST /api/v1/session", opened);
        assertThat(opened.problem()).isEqualTo("credentials");
        for (var path : List.of("/api/v1/organization/units", "/api/v1/openapi.yaml", "/api/v1/receipts/1-1")) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(401);
            assertThat(stranger.get(path).problem()).as(path).isEqualTo("session");
        }
        var asked = stranger.post(INQUIRIES, Cast.aboutPlate(Cast.plate()));
        contract.holds("POST /api/v1/inquiries", asked);
        assertThat(asked.problem()).isEqualTo("session");
        var careless = cast.signedIn(PostClass.OFFICER).withoutToken().post(INQUIRIES, Cast.aboutPlate(Cast.plate()));
        contract.holds("POST /api/v1/inquiries", careless);
        assertThat(careless.problem()).isEqualTo("csrf");
    }

    @Test
    void aHitIsFollowedToItsEnd() throws Exception {
        var plate = Cast.plate();
        var number = registering.registered(Cast.stolenVehicle(plate));
        var officer = cast.signedIn(PostClass.OFFICER);
        var answer = officer.post(INQUIRIES, Cast.aboutPlate(plate));
        contract.holds("POST /api/v1/inquiries", answer);
        assertThat(answer.json().at("/results/0/outcome").asString()).isEqualTo("FOUND");
        assertThat(answer.json().at("/results/0/hits/0/number").asString()).isEqualTo(number);
        var below = INQUIRIES + "/" + answer.json().get("number").asString();

        var content = officer.send("POST", below + "/hits/1/content", null);
        contract.holds("POST /api/v1/inquiries/{number}/hits/{hit}/content", content);
        assertThat(content.status()).isEqualTo(200);
        var confirmation = officer.post(below + "/confirmations", Map.of("hit", 1, "urgent", true));
        contract.holds("POST /api/v1/inquiries/{number}/confirmations", confirmation);
        assertThat(confirmation.status()).isEqualTo(200);
        var result = officer.post(below + "/results", Map.of("outcome", "NOT_SAME", "note", "車台番号が違った"));
        contract.holds("POST /api/v1/inquiries/{number}/results", result);
        assertThat(result.status()).isEqualTo(200);
        var receipt = officer.get(answer.json().get("receipt").asString());
        contract.holds("GET /api/v1/receipts/{number}", receipt);
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.text()).doesNotContain(plate.replace(" ", "") + "\"}]}}");
    }

    @Test
    void candidatesAreChosenFromBeforeAnythingFurther() throws Exception {
        var chassis = Cast.chassis();
        var _ = registering.registered(Cast.stolenVehicle(Cast.plate(), "chassis", chassis));
        var officer = cast.signedIn(PostClass.OFFICER);
        var question = Cast.aboutPlate("");
        question.put("keys", Map.of("chassis", chassis.replace('0', 'O')));
        question.put("kind", "vehicle");
        var answer = officer.post(INQUIRIES, question);
        contract.holds("POST /api/v1/inquiries", answer);
        assertThat(answer.json().at("/results/0/outcome").asString(""))
                .as(answer.text())
                .isEqualTo("NEEDS_CHOICE");
        var below = INQUIRIES + "/" + answer.json().get("number").asString();
        var early = officer.send("POST", below + "/hits/1/content", null);
        contract.holds("POST /api/v1/inquiries/{number}/hits/{hit}/content", early);
        assertThat(early.problem()).isEqualTo("inquiry-choice-first");
        var silent = officer.post(below + "/choices", Map.of("operation", "stolen-vehicle", "hit", 1, "reason", "."));
        contract.holds("POST /api/v1/inquiries/{number}/choices", silent);
        assertThat(silent.problem()).isEqualTo("inquiry-reason");
        var chosen = officer.post(
                below + "/choices", Map.of("operation", "stolen-vehicle", "hit", 1, "reason", "車体の傷が一致した"));
        contract.holds("POST /api/v1/inquiries/{number}/choices", chosen);
        assertThat(chosen.status()).isEqualTo(200);
        assertThat(officer.send("POST", below + "/hits/1/content", null).status())
                .isEqualTo(200);
    }

    @Test
    void misreadRefusedAndUnknownAreProblems() throws Exception {
        var officer = cast.signedIn(PostClass.OFFICER);
        var misread = officer.post(INQUIRIES, Cast.aboutPlate("青森 さ"));
        contract.holds("POST /api/v1/inquiries", misread);
        assertThat(misread.problem()).isEqualTo("inquiry-input");
        assertThat(misread.json().at("/errors/0/field").asString()).isEqualTo("plate");
        var unfounded = Cast.aboutPlate(Cast.plate());
        unfounded.put("purpose", "investigation");
        unfounded.remove("caseReference");
        var refused = officer.post(INQUIRIES, unfounded);
        contract.holds("POST /api/v1/inquiries", refused);
        assertThat(refused.problem()).isEqualTo("inquiry-refused");
        assertThat(refused.json().at("/results/0/reasons").isEmpty()).isFalse();

        for (var wrong : List.of("1-999999999", "x", "0-0", "99999-1")) {
            var receipt = officer.get("/api/v1/receipts/" + wrong);
            contract.holds("GET /api/v1/receipts/{number}", receipt);
            assertThat(receipt.problem()).isEqualTo("not-found");
        }
        for (var below : List.of("/hits/1/content", "/choices", "/confirmations", "/results")) {
            var closed = officer.send(
                    "POST",
                    INQUIRIES + "/1-999999999" + below,
                    switch (below) {
                        case "/choices" -> "{\"operation\":\"stolen-vehicle\",\"hit\":1,\"reason\":\"傷が一致\"}";
                        case "/confirmations" -> "{\"hit\":1,\"urgent\":false}";
                        case "/results" -> "{\"outcome\":\"NOT_SAME\"}";
                        default -> null;
                    });
            contract.holds("POST /api/v1/inquiries/{number}" + below.replace("/1/", "/{hit}/"), closed);
            assertThat(closed.problem()).isIn("inquiry-not-open", "inquiry-input");
        }
    }

    @Test
    void aDocumentsWholeLife() throws Exception {
        var plate = Cast.plate();
        var number = registering.registered(Cast.stolenVehicle(plate));
        var supervisor = cast.signedIn(PostClass.STATION_SUPERVISOR);
        var one = RECORDS + "/" + Client.encoded(number);
        var why = "?purpose=stop-and-question&case=" + Cast.CASE;
        var read = supervisor.get(one + why);
        contract.holds("GET /api/v1/records/{operation}/{number}", read);
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.json().get("version").asInt()).isEqualTo(2);
        var history = supervisor.get(one + "/history" + why);
        contract.holds("GET /api/v1/records/{operation}/{number}/history", history);
        assertThat(history.json().size()).isEqualTo(2);
        assertThat(supervisor.get(one + why + "&asOf=yesterday").problem()).isEqualTo("record-moment");
        assertThat(supervisor.get(one + why + "&asOf=2011-01-01T00:00:00Z").problem())
                .isEqualTo("not-found");
        var purposeless = supervisor.get(one);
        contract.holds("GET /api/v1/records/{operation}/{number}", purposeless);
        assertThat(purposeless.problem()).isEqualTo("record-refused");

        var better = new TreeMap<>(Cast.stolenVehicle(plate));
        better.remove("document");
        better.put("version", 2);
        better.put("reason", "原票と照らして見直した");
        var corrected = supervisor.put(one, better);
        contract.holds("PUT /api/v1/records/{operation}/{number}", corrected);
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        better.put("request", java.util.UUID.randomUUID().toString());
        var stale = supervisor.put(one, better);
        contract.holds("PUT /api/v1/records/{operation}/{number}", stale);
        assertThat(stale.problem()).isEqualTo("record-stale");
        var own = supervisor.post(one + "/confirm", Map.of("version", 3));
        contract.holds("POST /api/v1/records/{operation}/{number}/confirm", own);
        assertThat(own.problem()).isEqualTo("record-not-possible");
        registering.confirm(one, 3);
        var ended = supervisor.post(
                one + "/end",
                Map.of(
                        "version",
                        4,
                        "ending",
                        "found",
                        "reason",
                        "発見し、使用者に還付した",
                        "values",
                        Map.of(
                                "foundOn", List.of("令和8年11月20日"),
                                "foundPlace.prefecture", List.of("青森県"),
                                "foundPlace.municipality", List.of("八戸市"))));
        contract.holds("POST /api/v1/records/{operation}/{number}/end", ended);
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    }

    @Test
    void faultsAndRefusalsOfRecords() throws Exception {
        var detective = cast.signedIn(PostClass.DETECTIVE);
        var faulty = detective.post(
                RECORDS, Map.of("document", "notice", "values", Map.of("stolenFrom", List.of("令和7年2月30日"))));
        contract.holds("POST /api/v1/records/{operation}", faulty);
        assertThat(faulty.problem()).isEqualTo("record-faults");
        var barred = cast.signedIn(PostClass.CIVILIAN).post(RECORDS, Cast.stolenVehicle(Cast.plate()));
        contract.holds("POST /api/v1/records/{operation}", barred);
        assertThat(barred.problem()).isEqualTo("record-refused");
        for (var path : List.of("/api/v1/records/no-such", "/api/v1/records/No%20Such")) {
            var unknown = detective.post(path, Cast.stolenVehicle(Cast.plate()));
            contract.holds("POST /api/v1/records/{operation}", unknown);
            assertThat(unknown.problem()).isEqualTo("not-found");
        }
    }

    @Test
    void operationsAndTheirDefinitions() throws Exception {
        var head = cast.signedIn(PostClass.UNIT_HEAD);
        var all = head.get("/api/v1/operations");
        contract.holds("GET /api/v1/operations", all);
        assertThat(all.status()).isEqualTo(200);
        for (var operation : all.json().get("operations")) {
            var one = head.get("/api/v1/operations/" + operation.get("code").asString() + "?version="
                    + operation.get("version").asString());
            contract.holds("GET /api/v1/operations/{code}", one);
            assertThat(one.json().get("operation")).isEqualTo(operation);
        }
        for (var wrong : List.of("no-such", "No%20Such", "stolen-vehicle?version=x")) {
            var unknown = head.get("/api/v1/operations/" + wrong);
            contract.holds("GET /api/v1/operations/{code}", unknown);
            assertThat(unknown.problem()).isEqualTo("operation-unknown");
        }
    }

    @Test
    void unitsAndTheDocumentItself() throws Exception {
        var head = cast.signedIn(PostClass.UNIT_HEAD);
        var units = head.get("/api/v1/organization/units");
        contract.holds("GET /api/v1/organization/units", units);
        assertThat(units.status()).isEqualTo(200);
        assertThat(units.json().get("units").isEmpty()).isFalse();
        var misread = head.get("/api/v1/organization/units?asOf=" + Client.encoded("令和7年2月30日"));
        contract.holds("GET /api/v1/organization/units", misread);
        assertThat(misread.problem()).isEqualTo("organization-date");
        var yaml = head.get("/api/v1/openapi.yaml");
        assertThat(yaml.mediaType()).isEqualTo("application/yaml");
        assertThat(yaml.text()).startsWith("#").contains("openapi: 3.1.0", "照会");
        var json = head.get("/api/v1/openapi.json");
        assertThat(json.mediaType()).isEqualTo("application/json");
        assertThat(json.json()).isEqualTo(contract.document());
    }

    @Test
    void everyOtherAddressBelowTheApiIsAProblemToo() throws Exception {
        var officer = cast.signedIn(PostClass.OFFICER);
        for (var path : List.of("/api/v1/nothing", "/api/v2/session", "/api/", "/api/v1/inquiries/1-1/hits")) {
            assertThat(officer.get(path).problem()).as(path).isEqualTo("not-found");
        }
        assertThat(officer.get("/api/v1/inquiries").problem()).isEqualTo("method");
    }
}
