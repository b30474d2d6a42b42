package akashi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akashi.WholeTest;
import akashi.account.Accounts;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.terminal.Terminals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the running application answers about pairs to judge is what its document says. */
@WholeTest
class PairContractTest {
    private static final String INQUIRIES = "/api/v1/inquiries";
    private static final String MATCHES = "/api/v1/matches";

    private final Contract contract = new Contract();
    private final Cast cast;
    private final Registering registering;

    PairContractTest(Accounts accounts, Terminals terminals, Organization organization, @LocalServerPort int port) {
        this.cast = new Cast(accounts, terminals, organization, port);
        this.registering = new Registering(contract, cast);
    }

    @Test
    void aPairFromArrivalToUndoing() throws Exception {
        var number = Cast.bicycle();
        var theft = registering.arrived("theft", Cast.theft(number));
        var _ = registering.arrived("found", Cast.foundBicycle(number));
        var detective = cast.signedIn(PostClass.DETECTIVE);
        var queue = await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> detective.get(MATCHES), reply -> waiting(reply, theft) > 0);
        contract.holds("GET /api/v1/matches", queue);
        var one = MATCHES + "/" + waiting(queue, theft);
        var pair = detective.get(one);
        contract.holds("GET /api/v1/matches/{pair}", pair);
        assertThat(pair.json().get("compared").isEmpty()).as(pair.text()).isFalse();
        contract.holds(
                "GET /api/v1/matches/{pair}", cast.signedIn(PostClass.CIVILIAN).get(one));
        contract.holds("GET /api/v1/matches/{pair}", detective.get(MATCHES + "/999999999"));
        contract.holds("GET /api/v1/matches/{pair}", detective.get(MATCHES + "/x"));
        int version = pair.json().get("version").asInt();

        var silent = detective.post(one + "/verdict", Map.of("version", version, "verdict", "SAME"));
        contract.holds("POST /api/v1/matches/{pair}/verdict", silent);
        assertThat(silent.problem()).isEqualTo("match-input");
        var unread = cast.signedIn(PostClass.CIVILIAN)
                .post(one + "/verdict", Map.of("version", version, "verdict", "SAME", "reason", "番号が同じ"));
        contract.holds("POST /api/v1/matches/{pair}/verdict", unread);
        assertThat(unread.problem()).isEqualTo("match-not-possible");
        var verdict = Map.of("version", version, "verdict", "SAME", "reason", "被害者が確認した");
        var judged = detective.post(one + "/verdict", verdict);
        contract.holds("POST /api/v1/matches/{pair}/verdict", judged);
        assertThat(judged.status()).as(judged.text()).isEqualTo(200);
        var stale = detective.post(one + "/verdict", verdict);
        contract.holds("POST /api/v1/matches/{pair}/verdict", stale);
        assertThat(stale.problem()).isEqualTo("match-stale");
        contract.holds("GET /api/v1/matches/{pair}", detective.get(one));
        contract.holds("GET /api/v1/matches", detective.get(MATCHES));
        var undone = detective.post(
                one + "/undo", Map.of("version", judged.json().get("version").asInt(), "reason", "別の自転車だった"));
        contract.holds("POST /api/v1/matches/{pair}/undo", undone);
        assertThat(undone.status()).as(undone.text()).isEqualTo(200);
        for (var hit : List.of("999999999", "x")) {
            contract.holds("GET /api/v1/matches/hits/{hit}", detective.get(MATCHES + "/hits/" + hit));
            contract.holds(
                    "POST /api/v1/matches/hits/{hit}/note",
                    detective.send("POST", MATCHES + "/hits/" + hit + "/note", null));
        }
    }

    @Test
    void aRecordThatCameAfterAnInquiry() throws Exception {
        var number = Cast.bicycle();
        var officer = cast.signedIn(PostClass.OFFICER);
        var question = Cast.aboutPlate("");
        question.put("keys", Map.of("bicycle", number));
        question.put("operations", List.of("bicycle"));
        var asked = officer.post(INQUIRIES, question);
        assertThat(asked.json().at("/results/0/outcome").asString()).isEqualTo("NO_RECORD");
        var inquiry = asked.json().get("number").asString();
        var _ = registering.arrived("theft", Cast.theft(number));

        var queue = await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> officer.get(MATCHES), reply -> later(reply, inquiry) > 0);
        contract.holds("GET /api/v1/matches", queue);
        var one = MATCHES + "/hits/" + later(queue, inquiry);
        var hit = officer.get(one);
        contract.holds("GET /api/v1/matches/hits/{hit}", hit);
        assertThat(hit.status()).as(hit.text()).isEqualTo(200);
        var noted = officer.send("POST", one + "/note", null);
        contract.holds("POST /api/v1/matches/hits/{hit}/note", noted);
        assertThat(noted.status()).isEqualTo(204);
        contract.holds("GET /api/v1/matches/hits/{hit}", officer.get(one));
    }

    /** Number of the pair that waits with this record; 0 where there is none. */
    private static long waiting(Client.Reply queue, String record) {
        return queue.json()
                .get("waiting")
                .valueStream()
                .filter(row -> row.at("/first/number").asString().equals(record)
                        || row.at("/second/number").asString().equals(record))
                .mapToLong(row -> row.get("pair").asLong())
                .findFirst()
                .orElse(0);
    }

    /** Number of the later hit of this inquiry; 0 where there is none. */
    private static long later(Client.Reply queue, String inquiry) {
        return queue.json()
                .get("later")
                .valueStream()
                .filter(row -> row.get("inquiry").asString().equals(inquiry))
                .mapToLong(row -> row.get("hit").asLong())
                .findFirst()
                .orElse(0);
    }
}
