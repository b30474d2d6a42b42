package akashi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import akashi.TestForce;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A browser for tests: keeps the session and the token of the page before, and sends what a browser sends. */
public final class Browser {
    /** Of everybody whose account is opened here. */
    public static final String PASSWORD = "なつかしい-津軽海峡-冬景色";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final MockMvc mvc;
    private final List<String> headers = new ArrayList<>();
    private final Map<String, Cookie> cookies = new HashMap<>();
    private String address = "127.0.0.1";
    private @Nullable MockHttpSession session;
    private String token = "";
    private String page = "";

    public Browser(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** That of somebody whose account is opened for it, signed in. */
    public static Browser of(MockMvc mvc, Accounts accounts, TestForce.Member member) throws Exception {
        accounts.open(member.id(), PASSWORD);
        return new Browser(mvc).signIn(member.staffNumber(), PASSWORD);
    }

    /** Sends this header with every request from now on. */
    public Browser with(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    /** Sends every request from this network address. */
    public Browser from(String networkAddress) {
        address = networkAddress;
        return this;
    }

    /** Signs in and expects to be let in. */
    public Browser signIn(String staffNumber, String password) throws Exception {
        var _ = open("/sign-in");
        var response = send("/sign-in", "staffNumber", staffNumber, "password", password);
        assertThat(response.getStatus()).as(page).isEqualTo(303);
        return this;
    }

    /** Asks for a page. */
    public MockHttpServletResponse open(String path) throws Exception {
        return perform(get(path));
    }

    /** Sends a form of the last page to a path: token and owner as the page had them, and these fields. */
    public MockHttpServletResponse send(String path, String... fields) throws Exception {
        var request = post(path).param("_csrf", token).header("Sec-Fetch-Site", "same-origin");
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return perform(request);
    }

    public MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        if (session != null && !session.isInvalid()) {
            request.session(session);
        }
        for (var i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(new Cookie[0]));
        }
        var result = mvc.perform(request.remoteAddress(address)).andReturn();
        for (var cookie : result.getResponse().getCookies()) {
            cookies.put(cookie.getName(), cookie);
        }
        HttpSession left = result.getRequest().getSession(false);
        session = left instanceof MockHttpSession kept ? kept : null;
        page = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        var found = TOKEN.matcher(page);
        if (found.find()) {
            token = found.group(1);
        }
        return result.getResponse();
    }

    /** The hidden fields of the last page as name and value in turn, without the token. */
    public String[] hidden() {
        var all = new ArrayList<String>();
        var found = HIDDEN.matcher(page);
        while (found.find()) {
            if (!found.group(1).equals("_csrf")) {
                all.add(found.group(1));
                all.add(found.group(2));
            }
        }
        return all.toArray(new String[0]);
    }

    /** Text of the last page. */
    public String page() {
        return page;
    }

    public String sessionId() {
        return session == null ? "" : session.getId();
    }

    /** Forgets the session, as a server does that was started anew. */
    public void loseSession() {
        session = null;
    }
}
