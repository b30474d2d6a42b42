package akashi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akashi.WholeTest;
import akashi.account.Accounts;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.terminal.Terminals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the running application answers about lists is what its document says. */
@WholeTest
class ListContractTest {
    private static final String INQUIRIES = "/api/v1/inquiries";
    private static final String BATCHES = "/api/v1/batches";

    private final Contract contract = new Contract();
    private final Cast cast;
    private final Registering registering;

    ListContractTest(Accounts accounts, Terminals terminals, Organization organization, @LocalServerPort int port) {
        this.cast = new Cast(accounts, terminals, organization, port);
        this.registering = new Registering(contract, cast);
    }

    @Test
    void aListFromRequestToResults() throws Exception {
        var plate = Cast.plate();
        var _ = registering.registered(Cast.stolenVehicle(plate));
        var detective = cast.signedIn(PostClass.DETECTIVE);
        var head = cast.signedIn(PostClass.STATION_SUPERVISOR);
        var asked = detective.post(BATCHES, Cast.list(plate, Cast.plate()));
        contract.holds("POST /api/v1/batches", asked);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        var one = BATCHES + "/" + asked.json().get("batch").asLong();
        var better = Cast.list(plate);
        better.put("version", 1);
        var changed = detective.put(one, better);
        contract.holds("PUT /api/v1/batches/{batch}", changed);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        var again = detective.put(one, better);
        contract.holds("PUT /api/v1/batches/{batch}", again);
        assertThat(again.problem()).isEqualTo("batch-stale");
        var requests = head.get(BATCHES);
        contract.holds("GET /api/v1/batches", requests);
        assertThat(requests.json().get("requests").isEmpty()).isFalse();
        var shown = head.get(one);
        contract.holds("GET /api/v1/batches/{batch}", shown);
        var seen = Map.of("version", 2, "digest", shown.json().get("digest").asString());
        var own = detective.post(one + "/approve", seen);
        contract.holds("POST /api/v1/batches/{batch}/approve", own);
        assertThat(own.problem()).isEqualTo("not-found");
        var approved = head.post(one + "/approve", seen);
        contract.holds("POST /api/v1/batches/{batch}/approve", approved);
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        var begun = detective.post(one + "/run", Map.of("version", 3));
        contract.holds("POST /api/v1/batches/{batch}/run", begun);
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        var done = await().until(() -> detective.get(one), reply -> reply.text().contains("\"state\":\"DONE\""));
        contract.holds("GET /api/v1/batches/{batch}", done);
        assertThat(done.json().at("/lines/0/result/outcome").asString()).isEqualTo("FOUND");
        var answer = detective.get(
                INQUIRIES + "/" + done.json().at("/lines/0/result/number").asString());
        contract.holds("GET /api/v1/inquiries/{number}", answer);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var closed = head.get(INQUIRIES + "/1-999999999");
        contract.holds("GET /api/v1/inquiries/{number}", closed);
        assertThat(closed.problem()).isEqualTo("inquiry-not-open");
    }

    @Test
    void listsThatAreFaultyRefusedStoppedOrTakenBack() throws Exception {
        var detective = cast.signedIn(PostClass.DETECTIVE);
        var head = cast.signedIn(PostClass.STATION_SUPERVISOR);
        var faulty = detective.post(BATCHES, Cast.list("青森 さ"));
        contract.holds("POST /api/v1/batches", faulty);
        assertThat(faulty.problem()).isEqualTo("batch-faults");
        var barred = cast.signedIn(PostClass.CIVILIAN).post(BATCHES, Cast.list(Cast.plate()));
        contract.holds("POST /api/v1/batches", barred);
        assertThat(barred.problem()).isEqualTo("batch-refused");
        var one = BATCHES
                + "/"
                + detective
                        .post(BATCHES, Cast.list(Cast.plate()))
                        .json()
                        .get("batch")
                        .asLong();
        var silent = head.post(one + "/refuse", Map.of("version", 1));
        contract.holds("POST /api/v1/batches/{batch}/refuse", silent);
        assertThat(silent.problem()).isEqualTo("batch-faults");
        var early = detective.post(one + "/run", Map.of("version", 1));
        contract.holds("POST /api/v1/batches/{batch}/run", early);
        assertThat(early.problem()).isEqualTo("batch-stale");
        var stopped = detective.send("POST", one + "/stop", null);
        contract.holds("POST /api/v1/batches/{batch}/stop", stopped);
        assertThat(stopped.problem()).isEqualTo("batch-stale");
        var refused = head.post(one + "/refuse", Map.of("version", 1, "reason", "目的に照らして広すぎる"));
        contract.holds("POST /api/v1/batches/{batch}/refuse", refused);
        assertThat(refused.status()).as(refused.text()).isEqualTo(200);
        contract.holds("GET /api/v1/batches/{batch}", detective.get(one));
        var two = BATCHES
                + "/"
                + head.post(BATCHES, Cast.list(Cast.plate()))
                        .json()
                        .get("batch")
                        .asLong();
        var own = head.post(
                two + "/approve",
                Map.of(
                        "version",
                        1,
                        "digest",
                        head.get(two).json().get("digest").asString()));
        contract.holds("POST /api/v1/batches/{batch}/approve", own);
        assertThat(own.problem()).isEqualTo("batch-not-possible");
        var back = head.post(two + "/withdraw", Map.of("version", 1));
        contract.holds("POST /api/v1/batches/{batch}/withdraw", back);
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        for (var path : List.of("/x", "/999999999")) {
            contract.holds("GET /api/v1/batches/{batch}", detective.get(BATCHES + path));
        }
    }
}
