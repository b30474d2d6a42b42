package akashi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program that uses the API: keeps the cookie and sends the token it was given. */
final class Client {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final HttpClient http;
    private String csrfHeader = "X-CSRF-TOKEN";
    private String csrfToken = "";
    private String bearer = "";

    Client(int port, String terminal) {
        this.port = port;
        var cookies = new CookieManager();
        var chosen = new HttpCookie("akashi-terminal", terminal);
        chosen.setPath("/");
        chosen.setVersion(0);
        cookies.getCookieStore().add(URI.create("http://127.0.0.1:" + port + "/"), chosen);
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** What came back. */
    record Reply(int status, String mediaType, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        /** Name of the problem, the last part of its type. */
        String problem() {
            assertThat(mediaType).as(text).isEqualTo("application/problem+json");
            return json().at("/type").asString("").replace("urn:akashi:problem:", "");
        }
    }

    Client signIn(String staffNumber, String password) throws IOException, InterruptedException {
        var reply = post("/api/v1/session", Map.of("staffNumber", staffNumber, "password", password));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        csrfHeader = reply.json().at("/csrfHeader").asString();
        csrfToken = reply.json().at("/csrfToken").asString();
        return this;
    }

    /** Sends no token from now on. */
    Client withoutToken() {
        csrfToken = "";
        return this;
    }

    /** Shows this token with every request from now on. */
    Client bearing(String token) {
        bearer = token;
        return this;
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    Reply post(String path, Object body) throws IOException, InterruptedException {
        return send("POST", path, JSON.writeValueAsString(body));
    }

    Reply put(String path, Object body) throws IOException, InterruptedException {
        return send("PUT", path, JSON.writeValueAsString(body));
    }

    /** Sends a text as it is; none where it is null. */
    Reply send(String method, String path, @org.jspecify.annotations.Nullable String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!csrfToken.isEmpty()) {
            request.header(csrfHeader, csrfToken);
        }
        HttpResponse<String> response = http.send(signed(request), BodyHandlers.ofString(StandardCharsets.UTF_8));
        var type = response.headers().firstValue("Content-Type").orElse("");
        return new Reply(response.statusCode(), type.split(";", 2)[0], response.body());
    }

    /** Asks for a file, with headers and bytes as they came. */
    HttpResponse<byte[]> fetch(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
        return http.send(signed(request), BodyHandlers.ofByteArray());
    }

    private HttpRequest signed(HttpRequest.Builder request) {
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return request.build();
    }

    /** A text as part of a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
