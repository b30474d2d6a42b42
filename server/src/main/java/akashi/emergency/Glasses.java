package akashi.emergency;

import akashi.access.Access;
import akashi.access.Asker;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Employment;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.usage.Actor;
import akashi.usage.LedgerUnavailable;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Opening in an emergency, closing, writing up and reviewing; each is a use on the ledger in its transaction. */
@Service
class Glasses {
    static final String OPEN = "EMERGENCY_OPEN";
    static final String CLOSE = "EMERGENCY_CLOSE";
    static final String WRITE = "EMERGENCY_WRITE";
    static final String REVIEW = "EMERGENCY_REVIEW";
    private static final int SHORTEST = 10;
    private static final int LONGEST = 1000;
    private static final int SHOWN = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Glasses.class);

    private final GlassSql sql;
    private final OpenGlasses open;
    private final Alarm alarm;
    private final Operations operations;
    private final Organization organization;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final EmergencySettings settings;
    private final Clock clock;

    Glasses(
            GlassSql sql,
            OpenGlasses open,
            Alarm alarm,
            Operations operations,
            Organization organization,
            UsageLog usage,
            TransactionTemplate transaction,
            EmergencySettings settings,
            Clock clock) {
        this.sql = sql;
        this.open = open;
        this.alarm = alarm;
        this.operations = operations;
        this.organization = organization;
        this.usage = usage;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of opening. */
    sealed interface Outcome {
        /** The next decision on this node knows it. */
        record Opened(long number) implements Outcome {}

        /** Nothing is open by it; the message key says why and how to go on. */
        record Refused(String message) implements Outcome {}
    }

    Outcome open(Asker by, List<String> wanted, String reason, String caseReference, Use.Ruling ruling) {
        if (by.person().employment() == Employment.PART_TIME) {
            return new Outcome.Refused("emergency.fault.part-time");
        }
        var known = operations.inForce().stream()
                .map(version -> version.code())
                .filter(code -> wanted.contains(code.value()))
                .toList();
        if (known.isEmpty() || known.size() != wanted.size()) {
            return new Outcome.Refused("emergency.fault.operations");
        }
        if (!said(reason, SHORTEST, LONGEST)) {
            return new Outcome.Refused("emergency.fault.reason");
        }
        if (caseReference.length() > 100 || caseReference.chars().anyMatch(Character::isISOControl)) {
            return new Outcome.Refused("emergency.fault.case");
        }
        settleLapsed();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var roster = organization.roster();
        var unit =
                roster.command(by.unit().id()).map(Unit::code).orElse(by.unit().code());
        var glass = new Glass(
                0,
                by.personId(),
                by.staffNumber(),
                unit,
                known,
                reason.strip(),
                caseReference.strip(),
                now,
                now.plus(settings.box()),
                null,
                null,
                null);
        try {
            var number = transaction.execute(_ -> {
                sql.nextGeneration();
                var given = sql.open(glass);
                alarm.opened(glass, given);
                var _ = usage.record(Use.of(OPEN, by.actor())
                        .decided(ruling)
                        .stating("emergency", "E-" + given)
                        .stating("operations", codes(known))
                        .stating("until", glass.until().toString())
                        .noting(glass.reason()));
                return given;
            });
            open.refresh();
            return new Outcome.Opened(number == null ? 0 : number);
        } catch (DuplicateKeyException _) {
            return new Outcome.Refused("emergency.fault.open");
        }
    }

    /** Closes one early; false if it was closed or lapsed before. */
    boolean close(Glass glass, Actor by, Use.Ruling ruling) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(glass.until()) && close(glass, new Glass.Closed(now, false), by, ruling);
    }

    private boolean close(Glass glass, Glass.Closed closed, Actor by, Use.Ruling ruling) {
        var done = Boolean.TRUE.equals(transaction.execute(_ -> {
            sql.nextGeneration();
            if (!sql.close(glass.number(), closed)) {
                return false;
            }
            alarm.closed(sql.one(glass.number()).orElseThrow());
            var _ = usage.record(Use.of(CLOSE, by)
                    .decided(ruling)
                    .stating("emergency", glass.paper())
                    .stating("lapsed", Boolean.toString(closed.lapsed())));
            return true;
        }));
        open.refresh();
        return done;
    }

    /** Writes up what it was used for. Message key of what is wrong, or empty. */
    Optional<String> write(Glass glass, String closing, Actor by, Use.Ruling ruling) {
        if (!said(closing, SHORTEST, 2 * LONGEST)) {
            return Optional.of("emergency.fault.closing");
        }
        var done = Boolean.TRUE.equals(transaction.execute(_ -> {
            sql.nextGeneration();
            if (!sql.write(glass.number(), closing.strip(), clock.instant())) {
                return false;
            }
            alarm.written(glass.number(), by);
            var _ = usage.record(Use.of(WRITE, by)
                    .decided(ruling)
                    .stating("emergency", glass.paper())
                    .noting(closing.strip()));
            return true;
        }));
        open.refresh();
        return done ? Optional.empty() : Optional.of("emergency.fault.stale");
    }

    /** Reviews one. Message key of what is wrong, or empty. */
    Optional<String> review(Glass glass, boolean justified, String words, Asker by, Use.Ruling ruling) {
        if (glass.person().equals(by.personId())) {
            return Optional.of("emergency.fault.own");
        }
        if (!said(words, 3, LONGEST)) {
            return Optional.of("emergency.fault.review");
        }
        var review = new Glass.Review(justified, words.strip(), by.staffNumber(), clock.instant());
        var done = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!sql.review(glass.number(), review)) {
                return false;
            }
            alarm.reviewed(glass.number(), by.actor());
            var _ = usage.record(Use.of(REVIEW, by.actor())
                    .decided(ruling)
                    .stating("emergency", glass.paper())
                    .stating("justified", Boolean.toString(justified))
                    .stating("opener", glass.staff())
                    .noting(words.strip()));
            return true;
        }));
        return done ? Optional.empty() : Optional.of("emergency.fault.stale");
    }

    List<Glass> latest() {
        return sql.latest(SHOWN);
    }

    Optional<Glass> one(long number) {
        return sql.one(number);
    }

    /** How long one opening lasts at most. */
    long minutes() {
        return settings.box().toMinutes();
    }

    /** Whether it opens anything now. */
    boolean isOpen(Glass glass) {
        return glass.open(clock.instant());
    }

    /** Books as closed what time has closed; decisions have known it since then. */
    @Scheduled(fixedDelay = 15_000)
    void work() {
        try {
            settleLapsed();
        } catch (LedgerUnavailable | DataAccessException | TransactionException e) {
            LOG.warn("What lapsed could not be booked and will be tried again: {}", e.getMessage());
        }
    }

    private void settleLapsed() {
        var now = clock.instant();
        for (var glass : sql.unsettled()) {
            if (glass.closed() == null && !now.isBefore(glass.until())) {
                var ruling = new Use.Ruling("AK-06-E", Access.VERSION, true);
                var _ = close(glass, new Glass.Closed(glass.until(), true), Actor.system("emergency"), ruling);
            }
        }
    }

    private static boolean said(String text, int shortest, int longest) {
        var words = text.strip();
        return words.length() >= shortest
                && words.length() <= longest
                && words.chars().distinct().count() > 2
                && words.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r');
    }

    private static String codes(List<OperationCode> codes) {
        return codes.stream().map(OperationCode::value).collect(Collectors.joining(" "));
    }
}
