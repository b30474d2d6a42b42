package akashi.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sample officer who asks over the JSON API. */
final class Officer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern INDEX = Pattern.compile("\"index\":(\\d+)[,}]");

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

    /**
     * What came back, as far as it came.
     *
     * @param whole whether all of it arrived; otherwise the connection broke in the middle
     */
    record Reply(int status, String type, String text, Duration took, boolean whole) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        /** The place in the log that the answer names, also one that arrived in part. */
        OptionalLong index() {
            var found = INDEX.matcher(text);
            return status == 200 && found.find()
                    ? OptionalLong.of(Long.parseLong(found.group(1)))
                    : OptionalLong.empty();
        }
    }

    /** Somebody who has not signed in. */
    static Officer notYet(Program program) {
        return new Officer(program);
    }

    static String credentials(String staffNumber) {
        return "{\"staffNumber\":\"%s\",\"password\":\"%s\"}".formatted(staffNumber, Tour.PASSWORD);
    }

    static Officer signIn(Program program) throws IOException, InterruptedException {
        return signIn(program, Tour.OFFICER);
    }

    static Officer signIn(Program program, String staffNumber) throws IOException, InterruptedException {
        var officer = notYet(program);
        var reply = officer.send("/api/v1/session", credentials(staffNumber));
        if (reply.status() != 201) {
            throw new IOException("Sign-in was answered " + reply.status());
        }
        officer.csrfHeader = reply.json().get("csrfHeader").asString();
        officer.csrfToken = reply.json().get("csrfToken").asString();
        return officer;
    }

    /** Asks about a plate. */
    Reply ask(String plate) throws IOException, InterruptedException {
        return ask(plate, "");
    }

    /** Asks about a plate under the id of a request; none where it is empty. */
    Reply ask(String plate, String request) throws IOException, InterruptedException {
        var member = request.isEmpty() ? "" : ",\"requestId\":\"" + request + "\"";
        return send("/api/v1/inquiries", """
                {"kind":"vehicle","keys":{"plate":"%s"},"operations":["stolen-vehicle"],"purpose":"stop-and-question","caseReference":"%s"%s}""".formatted(plate, Tour.CASE, member));
    }

    /** Asks what the first hit of an answer says. */
    Reply content(String number) throws IOException, InterruptedException {
        return send("/api/v1/inquiries/" + number + "/hits/1/content", "");
    }

    /**
     * Sends JSON.
     *
     * @throws IOException if not even the beginning of an answer came
     */
    Reply send(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(program.url(path)))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (!csrfToken.isEmpty()) {
            request.header(csrfHeader, csrfToken);
        }
        var begun = System.nanoTime();
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        var arrived = new ByteArrayOutputStream();
        var whole = true;
        try (var body = response.body()) {
            body.transferTo(arrived);
        } catch (IOException broken) {
            whole = false;
        }
        return new Reply(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                arrived.toString(StandardCharsets.UTF_8),
                Duration.ofNanos(System.nanoTime() - begun),
                whole);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
