package akashi.api;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.WholeTest;
import akashi.account.Accounts;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.terminal.Terminals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever is sent: a problem of a known type and never a fault of the program, and nothing of it stands in the log.
 * {@code -Dseed=N} repeats the drawn part.
 */
@WholeTest
class HostileInputTest {
    /** Stands in every hostile text, so that it is found where it must not be. */
    private static final String MARK = Hostile.MARK;

    private static final String INQUIRIES = "POST /api/v1/inquiries";
    private static final String REGISTER = "POST /api/v1/records/{operation}";
    private static final String READ = "GET /api/v1/records/{operation}/{number}";
    private static final Map<String, String> TEXTS = Hostile.TEXTS;

    /** Where something is taken from whoever is signed in. */
    private static final List<String> TAKING = List.of(
            "/api/v1/inquiries",
            "/api/v1/records/stolen-vehicle",
            "/api/v1/inquiries/1-1/choices",
            "/api/v1/inquiries/1-1/confirmations",
            "/api/v1/inquiries/1-1/results",
            "/api/v1/batches",
            "/api/v1/batches/1/refuse",
            "/api/v1/matches/1/verdict");

    private final Contract contract = new Contract();
    private final Cast cast;
    private final LogOfTheRun log = new LogOfTheRun();

    HostileInputTest(Accounts accounts, Terminals terminals, Organization organization, @LocalServerPort int port) {
        this.cast = new Cast(accounts, terminals, organization, port);
    }

    @BeforeEach
    void theLogIsHeard() {
        LoggerFactory.getLogger("akashi.control").warn("{} is heard", MARK);
        assertThat(log.lines()).anyMatch(line -> line.contains(MARK));
        log.lines().clear();
    }

    @AfterEach
    void nothingTypedIsInTheLog() {
        log.close();
        assertThat(log.lines()).noneMatch(line -> line.contains(MARK));
        assertThat(log.errors()).isEmpty();
    }

    @Test
    void everyFieldOfAQuestion() throws Exception {
        var officer = cast.signedIn(PostClass.OFFICER);
        for (var place : List.of(
                "/kind",
                "/keys/plate",
                "/keys/chassis",
                "/keys/licence",
                "/keys/residenceCard",
                "/keys/bicycle",
                "/keys/serial",
                "/keys/phone",
                "/keys/person/name",
                "/keys/person/kana",
                "/keys/person/romaji",
                "/keys/person/birth",
                "/keys/person/sex",
                "/operations/0",
                "/purpose",
                "/caseReference",
                "/note",
                "/requester/staffNumber",
                "/requester/callSign",
                "/requester/channel",
                "/requestId")) {
            for (var text : TEXTS.entrySet()) {
                var body = Hostile.tree(Cast.aboutPlate(Cast.plate()));
                if (place.startsWith("/keys")) {
                    body.putObject("keys");
                    body.remove("operations");
                }
                Hostile.put(body, place, text.getValue());
                answered(INQUIRIES, place + ": " + text.getKey(), officer.post("/api/v1/inquiries", body));
            }
        }
    }

    @Test
    void everyFieldThatFollowsAnAnswer() throws Exception {
        var officer = cast.signedIn(PostClass.OFFICER);
        var number = officer.post("/api/v1/inquiries", Cast.aboutPlate(Cast.plate()))
                .json()
                .get("number")
                .asString();
        var below = "/api/v1/inquiries/" + number;
        for (var text : TEXTS.entrySet()) {
            var typed = text.getValue();
            answered(
                    "POST /api/v1/inquiries/{number}/choices",
                    text.getKey(),
                    officer.post(below + "/choices", Map.of("operation", typed, "hit", 1, "reason", typed)));
            answered(
                    "POST /api/v1/inquiries/{number}/results",
                    text.getKey(),
                    officer.post(
                            below + "/results", Map.of("outcome", "NOT_SAME", "caseReference", typed, "note", typed)));
            answered(
                    "POST /api/v1/inquiries/{number}/results",
                    text.getKey(),
                    officer.post(below + "/results", Map.of("outcome", "NOT_SAME", "note", typed)));
            answered(
                    "POST /api/v1/inquiries/{number}/results",
                    text.getKey(),
                    officer.post(below + "/results", Map.of("outcome", typed)));
            for (var address : List.of(
                    "/api/v1/inquiries/{}/hits/1/content",
                    "/api/v1/inquiries/1-1/hits/{}/content",
                    "/api/v1/inquiries/{}/choices")) {
                var path = Hostile.address(address, typed);
                if (path != null) {
                    notFound(path, officer.send("POST", path, "{\"operation\":\"a\",\"hit\":1,\"reason\":\"abc\"}"));
                }
            }
        }
    }

    @Test
    void everyFieldOfAListAndItsSteps() throws Exception {
        var detective = cast.signedIn(PostClass.DETECTIVE);
        var head = cast.signedIn(PostClass.STATION_SUPERVISOR);
        var batch = detective
                .post("/api/v1/batches", Cast.list(Cast.plate()))
                .json()
                .get("batch")
                .asString();
        var one = "/api/v1/batches/" + batch;
        for (var text : TEXTS.entrySet()) {
            var typed = text.getValue();
            for (var place : List.of(
                    "/kind",
                    "/operations/0",
                    "/purpose",
                    "/caseReference",
                    "/note",
                    "/items/0/plate",
                    "/items/0/name",
                    "/items/0/kana",
                    "/items/0/birth",
                    "/items/0/sex")) {
                var body = Hostile.tree(Cast.list(Cast.plate()));
                if (!place.startsWith("/items/0/plate")) {
                    var person = body.deepCopy();
                    person.put("kind", "person").putArray("operations").add("wanted");
                    person.putArray("items").addObject().put("name", "見本 太郎");
                    Hostile.put(person, place, typed);
                    listed(place + ": " + text.getKey(), detective, person);
                }
                Hostile.put(body, place, typed);
                listed(place + ": " + text.getKey(), detective, body);
            }
            answered(
                    "POST /api/v1/batches/{batch}/approve",
                    text.getKey(),
                    head.post(one + "/approve", Map.of("version", 1, "digest", typed)));
            answered(
                    "POST /api/v1/batches/{batch}/refuse",
                    text.getKey(),
                    head.post(one + "/refuse", Map.of("version", 77, "reason", typed)));
            for (var address : List.of("/api/v1/batches/{}", "/api/v1/matches/{}", "/api/v1/matches/hits/{}")) {
                var path = Hostile.address(address, typed);
                if (path != null) {
                    notFound(path, detective.get(path));
                }
            }
        }
    }

    /** Whatever is taken can be looked at again. */
    private void listed(String what, Client client, ObjectNode body) throws Exception {
        var reply = client.post("/api/v1/batches", body);
        answered("POST /api/v1/batches", what, reply);
        if (reply.status() == 201) {
            answered(
                    "GET /api/v1/batches/{batch}",
                    what,
                    client.get("/api/v1/batches/" + reply.json().get("batch").asLong()));
        }
    }

    @Test
    void everyFieldOfADocument() throws Exception {
        var detective = cast.signedIn(PostClass.DETECTIVE);
        var places = new ArrayList<>(List.of(
                "/request",
                "/document",
                "/sourceForm",
                "/reason",
                "/ending",
                "/cautions/0/code",
                "/cautions/0/source",
                "/cautions/0/noted",
                "/values/no-such-input/0"));
        Hostile.tree(Cast.stolenVehicle(""))
                .get("values")
                .propertyNames()
                .forEach(input -> places.add("/values/" + input + "/0"));
        for (var place : places) {
            for (var text : TEXTS.entrySet()) {
                var body = Hostile.tree(Cast.stolenVehicle(Cast.plate()));
                Hostile.put(body, place, text.getValue());
                answered(
                        REGISTER, place + ": " + text.getKey(), detective.post("/api/v1/records/stolen-vehicle", body));
            }
        }
        var named = Hostile.tree(Cast.stolenVehicle(Cast.plate()));
        TEXTS.values()
                .forEach(text ->
                        ((ObjectNode) named.get("values")).putArray(text).add("1"));
        answered(REGISTER, "names of inputs", detective.post("/api/v1/records/stolen-vehicle", named));
    }

    @Test
    void everyFieldOfAReadingAndOfAChange() throws Exception {
        var supervisor = cast.signedIn(PostClass.STATION_SUPERVISOR);
        var number = cast.signedIn(PostClass.DETECTIVE)
                .post("/api/v1/records/stolen-vehicle", Cast.stolenVehicle(Cast.plate()))
                .json()
                .get("number")
                .asString();
        var one = "/api/v1/records/stolen-vehicle/" + Client.encoded(number);
        for (var text : TEXTS.entrySet()) {
            for (var query : List.of(
                    "purpose={}",
                    "purpose=stop-and-question&case={}",
                    "purpose=stop-and-question&reason={}",
                    "asOf={}")) {
                var path = Hostile.address(one + "?" + query, text.getValue());
                if (path != null) {
                    answered(READ, query + ": " + text.getKey(), supervisor.get(path));
                }
                var history = Hostile.address(one + "/history?" + query, text.getValue());
                if (history != null) {
                    answered(
                            "GET /api/v1/records/{operation}/{number}/history",
                            query + ": " + text.getKey(),
                            supervisor.get(history));
                }
            }
            for (var address : List.of(
                    "/api/v1/records/{}/1",
                    "/api/v1/records/stolen-vehicle/{}",
                    "/api/v1/receipts/{}",
                    "/api/v1/operations/{}",
                    "/api/v1/operations/stolen-vehicle?version={}",
                    "/api/v1/organization/units?asOf={}")) {
                var path = Hostile.address(address, text.getValue());
                if (path != null) {
                    notFound(path, supervisor.get(path));
                }
            }
            answered(
                    "PUT /api/v1/records/{operation}/{number}",
                    text.getKey(),
                    supervisor.put(one, Map.of("version", 1, "reason", text.getValue())));
            answered(
                    "POST /api/v1/records/{operation}/{number}/end",
                    text.getKey(),
                    supervisor.post(
                            one + "/end", Map.of("version", 1, "ending", text.getValue(), "reason", text.getValue())));
            answered(
                    "POST /api/v1/records/{operation}/{number}/confirm",
                    text.getKey(),
                    supervisor.post(one + "/confirm", Map.of("version", 77, "reason", text.getValue())));
        }
    }

    @Test
    void signingIn() throws Exception {
        for (var text : TEXTS.entrySet()) {
            for (var body : List.of(
                    Map.of("staffNumber", text.getValue(), "password", "x"),
                    Map.of("staffNumber", "nobody-" + MARK, "password", text.getValue()))) {
                answered("POST /api/v1/session", text.getKey(), cast.stranger().post("/api/v1/session", body));
            }
        }
    }

    @Test
    void brokenJsonAndWrongShapes() throws Exception {
        var officer = cast.signedIn(PostClass.OFFICER);
        for (var body : List.of(
                "",
                MARK,
                "{\"keys\":{\"plate\":\"" + MARK,
                "{\"" + MARK + "\":1}",
                "null",
                "[]",
                "\"" + MARK + "\"",
                "{\"keys\":\"" + MARK + "\"}",
                "{\"keys\":{\"plate\":{\"" + MARK + "\":[]}}}",
                "{\"keys\":{\"plate\":[\"" + MARK + "\"]}}",
                "{\"operations\":\"" + MARK + "\"}",
                "{\"operations\":[null]}",
                "{\"wide\":\"" + MARK + "\"}",
                "{\"requester\":{\"calledBack\":\"" + MARK + "\"}}",
                "{\"kind\":\"person\",\"kind\":{}}",
                "{\"purpose\":" + "9".repeat(5_000) + "}",
                "{\"purpose\":1e999999999}",
                "{\"keys\":".repeat(20_000) + "1" + "}".repeat(20_000),
                "[".repeat(100_000),
                "{\"note\":\"" + MARK + "x".repeat(2_000_000) + "\"}",
                "\uFEFF{\"note\":\"" + MARK + "\"}",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;" + MARK
                        + "</a>")) {
            for (var path : TAKING) {
                refused(path + " " + beginning(body), officer.send("POST", path, body));
            }
            refused(beginning(body), cast.stranger().send("POST", "/api/v1/session", body));
        }
        for (var body : List.of(
                "{\"values\":{\"plate\":null}}",
                "{\"values\":{\"plate\":[null]}}",
                "{\"values\":{\"plate\":\"" + MARK + "\"}}",
                "{\"values\":[]}",
                "{\"cautions\":[null]}",
                "{\"cautions\":{}}",
                "{\"cautions\":[{\"noted\":\"" + MARK + "\"}]}",
                "{\"cautions\":[{\"noted\":\"+999999999-12-31\"}]}",
                "{\"version\":" + Long.MAX_VALUE + "}",
                "{\"version\":\"" + MARK + "\"}",
                "{\"request\":\"" + "-".repeat(36) + "\"}")) {
            var named = body.replaceFirst("\\{", "{\"document\":\"notice\",");
            refused(body, cast.signedIn(PostClass.DETECTIVE).send("POST", "/api/v1/records/stolen-vehicle", named));
        }
    }

    @Test
    void whateverIsDrawn() throws Exception {
        var seed = Long.getLong("seed", 20261122L);
        var random = new Random(seed);
        var officer = cast.signedIn(PostClass.OFFICER);
        var detective = cast.signedIn(PostClass.DETECTIVE);
        for (var n = 0; n < 300; n++) {
            var asks = random.nextBoolean();
            var body = Hostile.tree(asks ? Cast.aboutPlate(Cast.plate()) : Cast.stolenVehicle(Cast.plate()));
            for (var spoilt = 0; spoilt <= random.nextInt(3); spoilt++) {
                Hostile.spoil(body, random);
            }
            var as = "seed " + seed + ", number " + n;
            if (asks) {
                answered(INQUIRIES, as, officer.post("/api/v1/inquiries", body));
            } else {
                answered(REGISTER, as, detective.post("/api/v1/records/stolen-vehicle", body));
            }
        }
    }

    /** Whatever the document allows, but no fault of the program. */
    private void answered(String operation, String what, Client.Reply reply) {
        assertThat(reply.status())
                .as("%s, %s: %s", operation, what, reply.text())
                .isLessThan(500);
        contract.holds(operation, reply);
    }

    /** A problem of a known type. */
    private void refused(String what, Client.Reply reply) {
        assertThat(reply.status()).as("%s: %s", what, reply.text()).isBetween(400, 499);
        assertThat(contract.document()
                        .at("/components/schemas/ProblemType/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .as(what)
                .contains("urn:akashi:problem:" + reply.problem());
    }

    /** As {@link #refused}; an address that is none is refused by the server itself, which quotes nothing of it. */
    private void notFound(String path, Client.Reply reply) {
        if (reply.mediaType().equals("text/html")) {
            assertThat(reply.status()).as(path).isEqualTo(400);
            assertThat(reply.text()).startsWith("<!doctype html>").doesNotContain(MARK, "org.apache");
        } else {
            refused(path, reply);
        }
    }

    private static String beginning(String body) {
        return body.length() > 80 ? body.substring(0, 80) : body;
    }
}
