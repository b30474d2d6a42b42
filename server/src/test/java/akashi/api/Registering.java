package akashi.api;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.organization.PostClass;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Registers what questions, lists and pairs of the tests are about, as the API's document says. */
final class Registering {
    private static final String VEHICLES = "/api/v1/records/stolen-vehicle";
    private static final String BICYCLES = "/api/v1/records/bicycle";

    private final Contract contract;
    private final Cast cast;

    Registering(Contract contract, Cast cast) {
        this.contract = contract;
        this.cast = cast;
    }

    /** Registers and confirms a stolen vehicle; gives its number. */
    String registered(Map<String, Object> vehicle) throws Exception {
        var detective = cast.signedIn(PostClass.DETECTIVE);
        var done = detective.post(VEHICLES, vehicle);
        contract.holds("POST /api/v1/records/{operation}", done);
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        var number = done.json().get("number").asString();
        confirm(VEHICLES + "/" + Client.encoded(number), 1);
        return number;
    }

    /** Registers a document about a bicycle that counts; gives its number. */
    String arrived(String document, Map<String, List<String>> values) throws Exception {
        var done = cast.signedIn(PostClass.DETECTIVE)
                .post(
                        BICYCLES,
                        Map.of(
                                "request",
                                UUID.randomUUID().toString(),
                                "document",
                                document,
                                "sourceForm",
                                "原票1号",
                                "values",
                                values));
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        var number = done.json().get("number").asString();
        if (done.json().get("standing").asString().equals("WAITING")) {
            confirm(BICYCLES + "/" + Client.encoded(number), 1);
        }
        return number;
    }

    void confirm(String record, int version) throws Exception {
        var confirmed =
                cast.signedIn(PostClass.STATION_SUPERVISOR).post(record + "/confirm", Map.of("version", version));
        contract.holds("POST /api/v1/records/{operation}/{number}/confirm", confirmed);
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
    }
}
