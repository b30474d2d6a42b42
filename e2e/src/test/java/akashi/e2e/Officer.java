package akashi.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/** A sample officer who asks over the JSON API. */
final class Officer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Program program;
    private final HttpClient client;
    private String csrfHeader = "X-CSRF-TOKEN";
    private String csrfToken = "";

    private Officer(Program program) {
        this.program = program;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(PATIENCE)
                .build();
    }

    static Officer signIn(Program program) throws IOException, InterruptedException {
        var officer = new Officer(program);
        var reply = officer.post(
                "/api/v1/session",
                "{\"staffNumber\":\"%s\",\"password\":\"%s\"}".formatted(Tour.OFFICER, Tour.PASSWORD));
        if (reply.statusCode() != 201) {
            throw new IOException("Sign-in was answered " + reply.statusCode());
        }
        var opened = JSON.readTree(reply.body());
        officer.csrfHeader = opened.get("csrfHeader").asString();
        officer.csrfToken = opened.get("csrfToken").asString();
        return officer;
    }

    /** Asks about a plate; the answer's place in the log, or empty when the program said it cannot answer now. */
    OptionalLong ask(String plate) throws IOException, InterruptedException {
        var reply = post("/api/v1/inquiries", """
                {"kind":"vehicle","keys":{"plate":"%s"},"operations":["stolen-vehicle"],"purpose":"stop-and-question","caseReference":"%s"}""".formatted(plate, Tour.CASE));
        return switch (reply.statusCode()) {
            case 200 -> OptionalLong.of(JSON.readTree(reply.body()).get("index").asLong());
            case 503 -> OptionalLong.empty();
            default -> throw new IOException("An inquiry was answered " + reply.statusCode() + ": " + reply.body());
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(program.url(path)))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (!csrfToken.isEmpty()) {
            request.header(csrfHeader, csrfToken);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
