package akashi.api;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.WholeTest;
import akashi.account.Accounts;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.terminal.Terminals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is measured and traced says how the program does, and nothing of whom it was asked about. */
@WholeTest
class ObservationTest {
    private static final String TYPED = "Qz7Kw";

    private final Cast cast;
    private final ObservationRegistry observations;
    private final MeterRegistry meters;

    ObservationTest(
            Accounts accounts,
            Terminals terminals,
            Organization organization,
            @LocalServerPort int port,
            ObservationRegistry observations,
            MeterRegistry meters) {
        this.cast = new Cast(accounts, terminals, organization, port);
        this.observations = observations;
        this.meters = meters;
    }

    @Test
    void metersAndSpansCarryPatternsOnly() throws Exception {
        var seen = new Spans();
        observations.observationConfig().observationHandler(seen);
        var detective = cast.signedIn(PostClass.DETECTIVE);
        var plate = Cast.plate();
        var registered = detective.post("/api/v1/records/stolen-vehicle", Cast.stolenVehicle(plate));
        var number = registered.json().get("number").asString();
        var path = "/api/v1/records/stolen-vehicle/" + Client.encoded(number);
        for (var address : List.of(
                path + "?purpose=stop-and-question&case=" + Cast.CASE,
                path + "?purpose=" + TYPED,
                "/api/v1/receipts/" + TYPED,
                "/api/v1/" + TYPED,
                "/records/stolen-vehicle/" + TYPED + "?purpose=" + TYPED,
                "/" + TYPED)) {
            var _ = detective.get(address);
        }
        var _ = detective.post("/api/v1/inquiries", Cast.aboutPlate(plate));
        var _ = detective.post("/api/v1/inquiries", Cast.aboutPlate(TYPED));
        var _ = detective.send("POST", "/api/v1/inquiries", "{\"wide\":\"" + TYPED + "\"}");
        var _ = detective.send("POST", "/api/v1/inquiries/1-1/hits/" + TYPED + "/content", null);

        var measured = meters.getMeters().stream()
                .flatMap(meter -> meter.getId().getTags().stream())
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .toList();
        assertThat(measured).anyMatch(tag -> tag.startsWith("uri=/api/v1/records/{operation}"));
        assertThat(seen.texts).anyMatch(text -> text.contains("/api/v1/records/{operation}"));
        for (var secret : List.of(
                TYPED,
                plate,
                plate.replace(" ", ""),
                number,
                Client.encoded(number),
                Cast.CASE,
                "見本 花子",
                "090-0000-0001")) {
            assertThat(measured).as(secret).noneMatch(tag -> tag.contains(secret));
            assertThat(seen.texts).as(secret).noneMatch(text -> text.contains(secret));
        }
    }

    @Test
    void figuresAreNotForEverybodyAndHealthSaysNoMoreThanUp() throws Exception {
        var stranger = cast.stranger();
        for (var path : List.of("/actuator", "/actuator/prometheus", "/actuator/env", "/actuator/metrics")) {
            assertThat(stranger.get(path).status()).as(path).isIn(303, 401, 403, 404);
        }
        for (var path : List.of("/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness")) {
            var health = stranger.get(path);
            assertThat(health.json().at("/status").asString()).as(path).isEqualTo("UP");
            assertThat(health.text()).as(path).doesNotContain("components", "details", "database");
        }
        assertThat(stranger.get("/actuator/health/db").status()).isEqualTo(404);
        assertThat(cast.signedIn(PostClass.OFFICER).get("/actuator/env").status())
                .isEqualTo(404);
    }

    @Test
    void figuresNeedTheirTokenWhoeverIsSignedIn() throws Exception {
        for (var post : List.of(PostClass.OFFICER, PostClass.UNIT_HEAD, PostClass.INFORMATION_MANAGEMENT)) {
            var reply = cast.signedIn(post).get("/actuator/prometheus");
            assertThat(reply.status()).as(post.name()).isEqualTo(404);
            assertThat(reply.text()).as(post.name()).doesNotContain("jvm_");
        }
        var wrong = cast.stranger().bearing("not-the-token-of-this-test");
        assertThat(wrong.get("/actuator/prometheus").status()).isEqualTo(404);
        var monitoring = cast.stranger().bearing("the-token-of-the-whole-test");
        assertThat(monitoring.get("/actuator/prometheus").text()).contains("jvm_");
        assertThat(monitoring.get("/api/v1/session").status())
                .as("opens nothing else")
                .isEqualTo(401);
    }

    /** Names, attributes and errors of everything observed. */
    private static final class Spans implements ObservationHandler<Observation.Context> {
        private final Set<String> texts = new ConcurrentSkipListSet<>();

        @Override
        public void onStop(Observation.Context context) {
            add(context.getName());
            add(context.getContextualName());
            context.getAllKeyValues().forEach(value -> texts.add(value.getKey() + "=" + value.getValue()));
        }

        @Override
        public void onError(Observation.Context context) {
            add(context.getError());
        }

        @Override
        public void onEvent(Observation.Event event, Observation.Context context) {
            texts.add(event.getName() + " " + event.getContextualName());
        }

        private void add(@org.jspecify.annotations.Nullable Object text) {
            if (text != null) {
                texts.add(text.toString());
            }
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }
}
