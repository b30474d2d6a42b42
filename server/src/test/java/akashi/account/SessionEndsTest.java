package akashi.account;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.web.servlet.MockMvc;

/** A session that was ended for somebody leaves an entry, and a person's many ends do not grow the ledger. */
@ModuleTest
@Import({MovableClock.Setup.class, TestDevices.class})
class SessionEndsTest {
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";

    private final MockMvc mvc;
    private final Accounts accounts;
    private final SilentEnds silent;
    private final MovableClock clock;
    private final TestForce force;
    private final JdbcClient jdbc;

    SessionEndsTest(
            MockMvc mvc,
            Accounts accounts,
            SilentEnds silent,
            MovableClock clock,
            Organization organization,
            JdbcClient jdbc) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.silent = silent;
        this.clock = clock;
        this.force = new TestForce(organization);
        this.jdbc = jdbc;
    }

    @Test
    void theIdleEndIsOnTheLedgerOnce() throws Exception {
        var member = member();
        var browser = new Browser(mvc).signIn(member.staffNumber(), PASSWORD);
        clock.move(Duration.ofMinutes(31));

        var _ = browser.open("/password");
        var _ = browser.open("/password");

        assertThat(ends(member)).singleElement().asString().contains("\"reason\":\"IDLE\"");
    }

    @Test
    void theAbsoluteEndIsOnTheLedger() throws Exception {
        var member = member();
        var browser = new Browser(mvc).signIn(member.staffNumber(), PASSWORD);
        clock.move(Duration.ofHours(13));

        var _ = browser.open("/password");

        assertThat(ends(member)).singleElement().asString().contains("\"reason\":\"ABSOLUTE\"");
    }

    @Test
    void endsOfOnePersonShareAWindow() throws Exception {
        var member = member();
        for (var i = 0; i < 5; i++) {
            var browser = new Browser(mvc).signIn(member.staffNumber(), PASSWORD);
            var _ = browser.with(TestDevices.HEADER, "PC-099").open("/password");
        }

        assertThat(ends(member)).singleElement().asString().contains("\"reason\":\"OTHER_DEVICE\"");
    }

    @Test
    void aSessionNobodyCameBackToIsRecordedWhenTheContainerForgetsIt() {
        var member = member();
        var session = session(member, clock.instant());
        silent.sessionDestroyed(new HttpSessionEvent(session));
        assertThat(ends(member)).as("stopped with the program, not timed out").isEmpty();
        clock.move(Duration.ofMinutes(40));

        silent.sessionDestroyed(new HttpSessionEvent(session));

        assertThat(ends(member)).singleElement().asString().contains("\"reason\":\"IDLE\"", "\"channel\":\"none\"");
    }

    private static MockHttpSession session(TestForce.Member member, Instant since) {
        var session = new MockHttpSession();
        var token = new SessionToken(new SignedIn(member.id(), member.staffNumber(), "ref", "PC-014", since));
        session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(token));
        return session;
    }

    private List<String> ends(TestForce.Member member) {
        return jdbc.sql("""
                select convert_from(leaf, 'UTF8') as leaf from usage_leaf
                 where act = 'SESSION_END' and operator = :operator
                """)
                .param("operator", member.staffNumber())
                .query((row, number) -> row.getString("leaf"))
                .list();
    }

    private TestForce.Member member() {
        var member = force.officer(TestForce.HACHI, PostClass.OFFICER);
        accounts.open(member.id(), PASSWORD);
        return member;
    }
}
