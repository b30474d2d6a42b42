package akashi.terminal;

import akashi.account.Device;
import akashi.account.DeviceClass;
import akashi.account.Devices;
import akashi.account.Snapshot;
import akashi.calendar.Ids;
import akashi.calendar.JapaneseDates;
import akashi.organization.UnitId;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.WebUtils;

/** The register of terminals (端末装置), and which of them a request comes from. Answers from memory. */
@Service
public class Terminals implements Devices {
    /** In the demo: the number of the sample terminal that was chosen. It opens nothing by itself. */
    static final String CHOICE = "akashi-terminal";

    private final TerminalSettings settings;
    private final TerminalSql sql;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Snapshot<Register> register;

    Terminals(
            TerminalSettings settings, TerminalSql sql, UsageLog usage, TransactionTemplate transaction, Clock clock) {
        this.settings = settings;
        this.sql = sql;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
        this.register = new Snapshot<>(sql::generation, () -> Register.of(sql.all()));
    }

    private record Register(List<Terminal> all, Map<String, Terminal> byNumber, Map<String, Terminal> byAddress) {
        static Register of(List<Terminal> all) {
            var byNumber = new HashMap<String, Terminal>();
            var byAddress = new HashMap<String, Terminal>();
            for (var terminal : all) {
                byNumber.put(terminal.number(), terminal);
                if (terminal.address() != null) {
                    byAddress.put(terminal.address(), terminal);
                }
            }
            return new Register(List.copyOf(all), Map.copyOf(byNumber), Map.copyOf(byAddress));
        }
    }

    /** The terminal this request comes from, or empty where none that is registered and valid today is behind it. */
    public Optional<Terminal> current(HttpServletRequest request) {
        var found = switch (settings.source()) {
            case CHOSEN -> chosen(request);
            case ADDRESS -> byAddress(request.getRemoteAddr());
            case HEADER -> byHeader(request);
        };
        return found.filter(terminal -> terminal.validOn(today()));
    }

    @Override
    public Optional<Device> at(HttpServletRequest request) {
        return current(request).map(Terminal::device);
    }

    /** Every terminal ever registered, by number. */
    public List<Terminal> all() {
        return register.get().all();
    }

    /** The terminals that may be used today, by number. */
    public List<Terminal> valid() {
        return all().stream().filter(terminal -> terminal.validOn(today())).toList();
    }

    /** Whether people choose their terminal themselves, as in the demo. */
    public boolean chosenByHand() {
        return settings.source() == TerminalSettings.Source.CHOSEN;
    }

    /**
     * Registers a terminal; valid from {@code from} on. Number and address must be new.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one of them is not
     */
    public Terminal register(
            String number,
            DeviceClass kind,
            UnitId unit,
            String place,
            @Nullable String address,
            LocalDate from,
            Actor by) {
        return register(number, kind, unit, place, address, from, Use.of("TERMINAL_REGISTER", by));
    }

    /** The same, as a use that was decided. */
    Terminal register(
            String number,
            DeviceClass kind,
            UnitId unit,
            String place,
            @Nullable String address,
            LocalDate from,
            Use use) {
        var known = address == null ? null : Addresses.canonical(address);
        var terminal =
                new Terminal(new TerminalId(Ids.next(clock)), number, kind, unit, place, known, from, null, null);
        transaction.executeWithoutResult(_ -> {
            sql.register(terminal);
            sql.nextGeneration();
            var _ = usage.record(use.stating("terminal", number)
                    .stating("class", kind.name())
                    .stating("from", from.toString()));
        });
        register.refresh();
        return terminal;
    }

    /**
     * Ends a terminal's time today; a session opened at it ends with its next request. Ending it again changes nothing.
     */
    public void end(Terminal terminal, String paper, Actor by) {
        var _ = change(terminal, () -> sql.end(terminal.id(), today()), paper, Use.of("TERMINAL_END", by));
    }

    /** What may be done to a registered terminal. */
    enum Step {
        /** For the time being, at once. */
        SUSPEND("TERMINAL_SUSPEND"),
        /** After a suspension. */
        RESUME("TERMINAL_KEEP"),
        /** For good. */
        RETIRE("TERMINAL_KEEP");

        private final String gate;

        Step(String gate) {
            this.gate = gate;
        }

        /** The act that the gate is asked for. */
        String gate() {
            return gate;
        }
    }

    /**
     * Takes a step on a paper; a session at a terminal that may no longer be used ends with its next request.
     *
     * @return whether it changed anything
     */
    boolean take(Step step, Terminal terminal, String paper, Actor by, Use.Ruling ruling) {
        return switch (step) {
            case SUSPEND ->
                change(
                        terminal,
                        () -> sql.suspend(terminal.id(), clock.instant()),
                        paper,
                        Use.of("TERMINAL_SUSPEND", by).decided(ruling));
            case RESUME ->
                change(
                        terminal,
                        () -> sql.resume(terminal.id()),
                        paper,
                        Use.of("TERMINAL_RESUME", by).decided(ruling));
            case RETIRE ->
                change(
                        terminal,
                        () -> sql.end(terminal.id(), today()),
                        paper,
                        Use.of("TERMINAL_END", by).decided(ruling));
        };
    }

    /** The terminal with this number, be it in use or not. */
    Optional<Terminal> byNumber(String number) {
        return Optional.ofNullable(register.get().byNumber().get(number));
    }

    /** Whether what names a terminal is its network address. */
    boolean byNetworkAddress() {
        return settings.source() == TerminalSettings.Source.ADDRESS;
    }

    private boolean change(Terminal terminal, BooleanSupplier step, String paper, Use use) {
        var changed = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!step.getAsBoolean()) {
                return false;
            }
            sql.nextGeneration();
            var _ = usage.record(use.stating("terminal", terminal.number()).stating("paper", paper));
            return true;
        }));
        register.refresh();
        return changed;
    }

    /** Notices changes made on other nodes. */
    @Scheduled(fixedDelay = 1_000)
    void poll() {
        register.poll();
    }

    private Optional<Terminal> chosen(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, CHOICE);
        var chosen = cookie == null ? null : register.get().byNumber().get(cookie.getValue());
        return chosen != null && chosen.validOn(today())
                ? Optional.of(chosen)
                : valid().stream().findFirst();
    }

    private Optional<Terminal> byHeader(HttpServletRequest request) {
        return settings.proxies().contains(request.getRemoteAddr())
                ? Optional.ofNullable(request.getHeader(settings.header())).flatMap(this::byAddress)
                : Optional.empty();
    }

    private Optional<Terminal> byAddress(String address) {
        return Optional.ofNullable(register.get().byAddress().get(address));
    }

    /** Today in Japan. */
    LocalDate today() {
        return JapaneseDates.dateOf(clock.instant());
    }
}
