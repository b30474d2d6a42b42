package akashi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program in the place of a browser that is signed in: asks and sends JSON, with the token of its session. */
public final class ApiBrowser {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Browser browser;

    public ApiBrowser(Browser browser) {
        this.browser = browser;
    }

    /** Asks; gives the status. */
    public int get(String path) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get(URI.create(path))).getStatus();
    }

    public int post(String path, @Nullable Object body) throws Exception {
        return send(HttpMethod.POST, path, body);
    }

    public int put(String path, Object body) throws Exception {
        return send(HttpMethod.PUT, path, body);
    }

    /** What came back last. */
    public JsonNode json() {
        return JSON.readTree(browser.page());
    }

    /** The same as a text. */
    public String text() {
        return browser.page();
    }

    /** Name of the problem that came back last. */
    public String problem() {
        return json().path("type").asString("").replace("urn:akashi:problem:", "");
    }

    private int send(HttpMethod method, String path, @Nullable Object body) throws Exception {
        assertThat(get("/api/v1/session")).isEqualTo(200);
        var session = json();
        var request = MockMvcRequestBuilders.request(method, URI.create(path))
                .header(
                        session.path("csrfHeader").asString(),
                        session.path("csrfToken").asString())
                .header("Sec-Fetch-Site", "same-origin")
                .contentType(MediaType.APPLICATION_JSON);
        if (body != null) {
            request.content(body instanceof String text ? text : JSON.writeValueAsString(body));
        }
        return browser.perform(request).getStatus();
    }
}
