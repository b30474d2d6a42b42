package akashi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import akashi.ModuleTest;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.usage.Actor;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@ModuleTest
@Import({MovableClock.Setup.class, TestDevices.class})
class SignInPagesTest {
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";

    private final MockMvc mvc;
    private final Accounts accounts;
    private final MovableClock clock;
    private final TestForce force;

    SignInPagesTest(MockMvc mvc, Accounts accounts, MovableClock clock, Organization organization) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.clock = clock;
        this.force = new TestForce(organization);
    }

    @Test
    void pagesNeedASessionAndTheOneAskedForFollowsSignIn() throws Exception {
        var member = member();
        var browser = browser(member);
        assertThat(browser.open("/password").getHeader("Location")).isEqualTo("/sign-in");
        var _ = browser.open("/sign-in");
        var response = browser.send("/sign-in", "staffNumber", member.staffNumber(), "password", PASSWORD);

        assertThat(response.getHeader("Location")).isEqualTo("/password");
        assertThat(browser.open("/password").getStatus()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordSaysSoAndKeepsNoPassword() throws Exception {
        var browser = browser(member());
        var _ = browser.open("/sign-in");
        var response = browser.send("/sign-in", "staffNumber", "<b>\"1\"</b>", "password", "secret-typed");

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(browser.page())
                .contains("職員番号かパスワードが違います")
                .doesNotContain("secret-typed")
                .doesNotContain("<b>\"1\"");
    }

    @Test
    void aLockedAccountIsToldUntilWhen() throws Exception {
        var member = member();
        var browser = browser(member);
        var _ = browser.open("/sign-in");
        for (var i = 0; i < 5; i++) {
            var _ = browser.send("/sign-in", "staffNumber", member.staffNumber(), "password", "wrong");
        }
        var response = browser.send("/sign-in", "staffNumber", member.staffNumber(), "password", PASSWORD);

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(browser.page()).contains("まで受け付けません");
    }

    @Test
    void signInChangesSessionAndToken() throws Exception {
        var member = member();
        var browser = browser(member);
        var _ = browser.open("/sign-in");
        var before = browser.sessionId();
        var _ = browser.signIn(member.staffNumber(), PASSWORD);

        assertThat(before).isNotEmpty().isNotEqualTo(browser.sessionId());
        // the token of before sign-in, still in the browser's hand, is worth nothing
        assertThat(browser.send("/sign-out").getHeader("Location")).isEqualTo("/");
        assertThat(browser.open("/password").getStatus()).isEqualTo(200);
        assertThat(browser.send("/sign-out").getHeader("Location")).isEqualTo("/sign-in");
        assertThat(browser.open("/password").getHeader("Location")).isEqualTo("/sign-in");
    }

    @Test
    void everyPageCarriesStrictHeaders() throws Exception {
        var response = browser(member()).open("/sign-in");

        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void anIdleSessionEndsAndSaysWhy() throws Exception {
        var browser = signedIn(member());
        clock.move(Duration.ofMinutes(29));
        assertThat(browser.open("/password").getStatus()).isEqualTo(200);
        clock.move(Duration.ofMinutes(30));
        assertThat(browser.open("/password").getHeader("Location")).isEqualTo("/sign-in");
        var _ = browser.open("/sign-in");

        assertThat(browser.page()).contains("しばらく操作がなかったため");
    }

    @Test
    void aBusySessionEndsAfterItsLongestTime() throws Exception {
        var browser = signedIn(member());
        for (var i = 0; i < 35; i++) {
            clock.move(Duration.ofMinutes(20));
            assertThat(browser.open("/password").getStatus()).isEqualTo(200);
        }
        clock.move(Duration.ofMinutes(20));

        assertThat(browser.open("/password").getHeader("Location")).isEqualTo("/sign-in");
    }

    @Test
    void suspensionEndsARunningSessionWithTheNextRequest() throws Exception {
        var member = member();
        var browser = signedIn(member);
        force.suspend(member);

        assertThat(browser.open("/password").getHeader("Location")).isEqualTo("/sign-in");
    }

    @Test
    void aClosedAccountEndsARunningSessionWithTheNextRequest() throws Exception {
        var member = member();
        var browser = signedIn(member);
        accounts.close(member.id(), "青本務第2号", Actor.system("test"));

        assertThat(browser.open("/password").getHeader("Location")).isEqualTo("/sign-in");
    }

    @Test
    void aSessionDoesNotFollowToAnotherTerminal() throws Exception {
        var browser = signedIn(member());
        var _ = browser.with(TestDevices.HEADER, "PC-099");

        assertThat(browser.open("/password").getHeader("Location")).isEqualTo("/sign-in");
    }

    @Test
    void nobodySignsInWithoutARegisteredTerminal() throws Exception {
        var member = member();
        var browser = browser(member).with(TestDevices.HEADER, "NONE");
        var _ = browser.open("/sign-in");
        var response = browser.send("/sign-in", "staffNumber", member.staffNumber(), "password", PASSWORD);

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(browser.page()).contains("登録されていない");
    }

    @Test
    void aFormSentAfterTheSessionEndedIsKeptForItsOwner() throws Exception {
        var member = member();
        var browser = expiredForm(member);
        assertThat(browser.page()).contains("入力は残っています", "山田 &lt;太郎");
        var response = submitSignIn(browser, member);
        assertThat(response).isEqualTo("/sign-in/again");
        var again = browser.open("/sign-in/again");

        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(browser.page())
                .contains("再びサインインしました", "action=\"/records/new\"")
                .contains("name=\"name\" value=\"山田 &lt;太郎")
                .contains("name=\"mark\" value=\"1\"", "name=\"mark\" value=\"2\"")
                .doesNotContain("name=\"password\"");
    }

    @Test
    void aWrongPasswordInBetweenLosesNothing() throws Exception {
        var member = member();
        var browser = expiredForm(member);
        var fields = with(browser.hidden(), "staffNumber", member.staffNumber(), "password", "wrong");
        assertThat(browser.send("/sign-in", fields).getStatus()).isEqualTo(401);

        assertThat(submitSignIn(browser, member)).isEqualTo("/sign-in/again");
    }

    @Test
    void somebodyElseGetsNothingOfTheForm() throws Exception {
        var browser = expiredForm(member());
        var other = member();

        assertThat(submitSignIn(browser, other)).isEqualTo("/");
        assertThat(browser.open("/sign-in/again").getHeader("Location")).isEqualTo("/");
    }

    @Test
    void aFormFromAForeignPageIsNotKept() throws Exception {
        var member = member();
        var browser = signedIn(member);
        browser.loseSession();
        var response = browser.perform(post("/records/new")
                .header("Sec-Fetch-Site", "cross-site")
                .param("_as", member.staffNumber())
                .param("name", "planted"));

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(browser.page()).doesNotContain("planted");
    }

    @Test
    void aTokenOfAnOlderSessionAsksOnceMore() throws Exception {
        var member = member();
        var browser = signedIn(member);
        var response = browser.perform(post("/records/new")
                .header("Origin", "http://localhost")
                .header("Host", "localhost")
                .param("_csrf", "stale")
                .param("_as", member.staffNumber())
                .param("name", "kept"));

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(browser.page()).contains("再びサインインしました", "value=\"kept\"");
    }

    @Test
    void aScriptIsLedToTheSamePage() throws Exception {
        var member = member();
        var browser = signedIn(member);
        clock.move(Duration.ofHours(1));
        var response = browser.perform(post("/records/new")
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost/records/new?x=1")
                .header("Sec-Fetch-Site", "same-origin")
                .param("_as", member.staffNumber())
                .param("name", "from a script"));
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeader("HX-Redirect")).isEqualTo("/sign-in");
        var _ = browser.open("/sign-in");

        assertThat(submitSignIn(browser, member)).isEqualTo("/sign-in/again");
        var _ = browser.open("/sign-in/again");
        assertThat(browser.page()).contains("value=\"from a script\"");
    }

    @Test
    void thePasswordPageSaysWhatIsWrong() throws Exception {
        var member = member();
        var browser = signedIn(member);
        var _ = browser.open("/password");
        var response = browser.send("/password", "current", PASSWORD, "next", "one thing", "again", "another");
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(browser.page()).contains("二つとも同じではありません");
        var changed = browser.send("/password", "current", PASSWORD, "next", "りんごの花が咲いていた頃", "again", "りんごの花が咲いていた頃");

        assertThat(changed.getStatus()).isEqualTo(303);
        assertThat(browser.open("/password").getStatus()).isEqualTo(200);
    }

    @Test
    void theApiSignsInOutAndAnswersProblems() throws Exception {
        var member = member();
        var browser = browser(member);
        assertThat(api(browser, member.staffNumber(), "wrong").getStatus()).isEqualTo(401);
        assertThat(browser.page()).contains("urn:akashi:problem:credentials");
        assertThat(api(browser, member.staffNumber(), PASSWORD).getStatus()).isEqualTo(201);
        assertThat(browser.page()).contains("\"csrfToken\"", member.staffNumber());
        assertThat(browser.perform(delete("/api/v1/session")).getStatus()).isEqualTo(403);
        assertThat(browser.page()).contains("urn:akashi:problem:csrf");
        assertThat(browser.perform(delete("/api/v1/anything")).getStatus()).isEqualTo(403);
        browser.loseSession();
        assertThat(browser.open("/api/v1/anything").getStatus()).isEqualTo(401);
        assertThat(browser.page()).contains("urn:akashi:problem:session");
    }

    private org.springframework.mock.web.MockHttpServletResponse api(Browser browser, String number, String password)
            throws Exception {
        return browser.perform(post("/api/v1/session")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"staffNumber\":\"" + number + "\",\"password\":\"" + password + "\"}"));
    }

    /** A browser whose form was answered with the sign-in page. */
    private Browser expiredForm(TestForce.Member member) throws Exception {
        var browser = signedIn(member);
        var _ = browser.open("/password");
        clock.move(Duration.ofHours(1));
        var response = browser.send(
                "/records/new",
                "_as",
                member.staffNumber(),
                "name",
                "山田 <太郎>",
                "mark",
                "1",
                "mark",
                "2",
                "password",
                "x");
        assertThat(response.getStatus()).isEqualTo(401);
        return browser;
    }

    private static String submitSignIn(Browser browser, TestForce.Member member) throws Exception {
        var fields = with(browser.hidden(), "staffNumber", member.staffNumber(), "password", PASSWORD);
        var response = browser.send("/sign-in", fields);
        assertThat(response.getStatus()).as(browser.page()).isEqualTo(303);
        return String.valueOf(response.getHeader("Location"));
    }

    private static String[] with(String[] hidden, String... more) {
        var all = new String[hidden.length + more.length];
        for (var i = 0; i < hidden.length; i++) {
            all[i] = hidden[i].replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", "\"");
        }
        System.arraycopy(more, 0, all, hidden.length, more.length);
        return all;
    }

    private Browser signedIn(TestForce.Member member) throws Exception {
        return browser(member).signIn(member.staffNumber(), PASSWORD);
    }

    private Browser browser(TestForce.Member member) {
        assertThat(accounts.has(member.id())).isTrue();
        return new Browser(mvc);
    }

    private TestForce.Member member() {
        var member = force.officer(TestForce.HACHI, PostClass.OFFICER);
        accounts.open(member.id(), PASSWORD);
        return member;
    }
}
