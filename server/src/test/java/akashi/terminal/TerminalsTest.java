package akashi.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.DoorTest;
import akashi.MovableClock;
import akashi.account.Browser;
import akashi.account.DeviceClass;
import akashi.organization.UnitId;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@DoorTest
@Import(MovableClock.Setup.class)
class TerminalsTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final LocalDate FROM = LocalDate.of(2024, 4, 1);

    private final Terminals terminals;
    private final TerminalSql sql;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final JdbcClient jdbc;
    private final MockMvc mvc;

    TerminalsTest(
            Terminals terminals,
            TerminalSql sql,
            UsageLog usage,
            TransactionTemplate transaction,
            MovableClock clock,
            JdbcClient jdbc,
            MockMvc mvc) {
        this.terminals = terminals;
        this.sql = sql;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
        this.jdbc = jdbc;
        this.mvc = mvc;
    }

    @Test
    void aRegisteredAddressIsItsTerminal() throws Exception {
        var terminal = registered("10.1.0.1", FROM);

        assertThat(terminals.current(from("10.1.0.1"))).contains(terminal);
        assertThat(terminals.all()).contains(terminal);
        assertThat(terminals.chosenByHand()).isFalse();
        assertThat(new Browser(mvc).from("10.1.0.1").open("/sign-in").getStatus())
                .isEqualTo(200);
    }

    @Test
    void anythingElseIsRefusedBeforeItCanSignIn() throws Exception {
        var browser = new Browser(mvc).from("10.9.9.9");

        assertThat(browser.open("/sign-in").getStatus()).isEqualTo(403);
        assertThat(browser.page()).contains("この端末は登録されていません").doesNotContain("password");
        assertThat(browser.open("/api/v1/session").getStatus()).isEqualTo(403);
        assertThat(browser.page()).contains("urn:akashi:problem:terminal");
        assertThat(browser.open("/terminals/choose").getStatus()).isEqualTo(403);
        assertThat(browser.open("/css/akashi.css").getStatus()).isEqualTo(200);
    }

    @Test
    void otherMachinesAreHeldToTheirOwnRulesInstead() throws Exception {
        var machine = new Browser(mvc).from("10.9.9.8");

        assertThat(machine.open("/add-checkpoint").getStatus())
                .as("no witness here")
                .isEqualTo(404);
        var _ = machine.open("/actuator/prometheus");
        assertThat(machine.page()).doesNotContain("この端末は登録されていません");
        assertThat(machine.open("/log/akashi.test/1/checkpoint").getStatus())
                .as("without the witnesses' token")
                .isEqualTo(403);
    }

    @Test
    void aTerminalIsValidWithinItsDaysOnly() {
        var tomorrow = registered("10.1.0.2", FROM.plusYears(100));
        var ended = registered("10.1.0.3", FROM);
        terminals.end(ended, "青本情管第1号", Actor.system("test"));
        terminals.end(ended, "青本情管第1号", Actor.system("test"));

        assertThat(terminals.current(from("10.1.0.2"))).isEmpty();
        assertThat(terminals.current(from("10.1.0.3"))).isEmpty();
        assertThat(terminals.valid()).doesNotContain(tomorrow);
    }

    @Test
    void anAddressIsKeptAsTheServerHearsIt() {
        var terminal = registered("2001:db8::1", FROM);

        assertThat(terminals.current(from("2001:db8:0:0:0:0:0:1"))).contains(terminal);
        assertThat(new TerminalForm("PC-1", "BOX", "U", "1階", "pc-1", FROM.toString()).fault(FROM, true))
                .isEqualTo("terminal.new.address");
    }

    @Test
    void numberAndAddressAreNew() {
        var terminal = registered("10.1.0.4", FROM);

        assertThatThrownBy(() -> registered("10.1.0.4", FROM)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> register(terminal.number(), "10.1.0.5")).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aHeaderIsBelievedFromTheSitesProxyOnly() {
        var settings = new TerminalSettings(TerminalSettings.Source.HEADER, "X-Akashi-Terminal", List.of("10.0.0.1"));
        var behindProxy = new Terminals(settings, sql, usage, transaction, clock);
        var terminal = registered("device-7", FROM);
        var request = from("10.0.0.1");
        request.addHeader("X-Akashi-Terminal", "device-7");
        var forged = from("10.0.0.2");
        forged.addHeader("X-Akashi-Terminal", "device-7");

        assertThat(behindProxy.current(request)).contains(terminal);
        assertThat(behindProxy.current(forged)).isEmpty();
        assertThat(behindProxy.current(from("10.0.0.1"))).isEmpty();
        assertThatThrownBy(() -> new TerminalSettings(TerminalSettings.Source.HEADER, "X", List.of()))
                .hasMessageContaining("akashi.terminal.proxies");
    }

    @Test
    void anotherNodeNoticesATerminalWithItsNextPoll() {
        var terminal = registered("10.1.0.6", FROM);
        jdbc.sql("update terminal set valid_until = valid_from where id = :id")
                .param("id", terminal.id().value())
                .update();
        assertThat(terminals.current(from("10.1.0.6"))).isPresent();
        jdbc.sql("update terminal_generation set number = number + 1").update();
        terminals.poll();

        assertThat(terminals.current(from("10.1.0.6"))).isEmpty();
    }

    private Terminal registered(String address, LocalDate from) {
        return terminals.register(
                number(),
                DeviceClass.STATION,
                new UnitId(UUID.randomUUID()),
                "1階 地域課",
                address,
                from,
                Actor.system("test"));
    }

    private Terminal register(String number, String address) {
        return terminals.register(
                number, DeviceClass.BOX, new UnitId(UUID.randomUUID()), "", address, FROM, Actor.system("test"));
    }

    private static String number() {
        return "T-" + ProcessHandle.current().pid() + "-" + NEXT.incrementAndGet();
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
