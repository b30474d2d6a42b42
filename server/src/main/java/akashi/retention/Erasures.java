package akashi.retention;

import akashi.calendar.JapaneseDates;
import akashi.usage.Actor;
import akashi.usage.Forgetting;
import akashi.usage.LedgerUnavailable;
import akashi.usage.Proved;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.web.Patience;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erasing private parts of entries. A proposal names who, why and what, and keeps its preview; the approval of somebody
 * else is bound to it by count and hash; a job then takes it piece by piece, each in a transaction with its entry on
 * the log. Whenever it stops, it goes on where it was; done twice it does nothing.
 */
@Service
class Erasures implements Forgetting {
    /** Private parts of one piece, and runs its entry can name within a fact's thousand characters. */
    static final int PARTS = 10_000;

    static final int RUNS = 24;
    private static final int SHOWN = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final ErasureSql sql;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final RetentionSettings settings;
    private final Clock clock;

    Erasures(ErasureSql sql, UsageLog usage, TransactionTemplate transaction, RetentionSettings settings, Clock clock) {
        this.sql = sql;
        this.usage = usage;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Erased> how(Proved entry) {
        return sql.tookFrom(entry.log(), entry.index())
                .map(took -> new Erased(took.kind() != Scope.Kind.RETENTION, took.at()));
    }

    /** What came of a proposal. */
    sealed interface Proposal {
        /** It waits for somebody else's approval. */
        record Proposed(int number) implements Proposal {}

        /** Nothing is meant that is not held. */
        record Nothing(int kept) implements Proposal {}

        /** More than one erasure may take. */
        record TooMany(int parts, int most) implements Proposal {}
    }

    /** What came of an approval. */
    enum Approval {
        APPROVED,
        /** Somebody else decided first. */
        STALE,
        /** Nobody approves what they proposed. */
        SAME,
        /** The number typed is not that of the preview. */
        COUNT,
        /** What is meant has changed since the preview; the proposal is void. */
        CHANGED
    }

    /** Proposes an erasure and keeps its preview; nothing is erased by it. */
    Proposal propose(Scope scope, String reason, String paper, Actor by, Use.Ruling ruling) {
        var proposal = Patience.longer(() -> transaction.<Proposal>execute(_ -> {
            var found = sql.propose(scope, reason, paper, by.staffNumber(), clock.instant(), settings.most());
            var number = found.number();
            if (number == null) {
                return found.planned() == 0
                        ? new Proposal.Nothing(found.kept())
                        : new Proposal.TooMany(found.planned(), settings.most());
            }
            var _ = usage.record(scope.stated(Use.of("ERASURE_PROPOSE", by)
                    .decided(ruling)
                    .stating("erasure", Integer.toString(number))
                    .stating("count", Integer.toString(found.planned()))
                    .stating("held", Integer.toString(found.kept()))
                    .stating("set", found.set().toBase64())
                    .stating("paper", paper)
                    .noting(reason)));
            return new Proposal.Proposed(number);
        }));
        if (proposal == null) {
            throw new IllegalStateException("A proposal must come to something");
        }
        return proposal;
    }

    /**
     * Approves exactly what was proposed.
     *
     * @param count as the approver typed it; must be that of the preview
     */
    Approval approve(Erasure erasure, int count, Actor by, Use.Ruling ruling) {
        var approval = Patience.longer(() -> transaction.<Approval>execute(_ -> {
            var answer = Approval.valueOf(sql.approve(erasure.number(), by.staffNumber(), clock.instant(), count));
            if (answer == Approval.APPROVED || answer == Approval.CHANGED) {
                var _ = usage.record(about(
                        erasure,
                        Use.of(answer == Approval.APPROVED ? "ERASURE_APPROVE" : "ERASURE_VOID", by)
                                .decided(ruling)));
            }
            return answer;
        }));
        if (approval == null) {
            throw new IllegalStateException("An approval must come to something");
        }
        return approval;
    }

    /** Takes a proposal or an approval back; false if it has ended. What is erased already stays erased. */
    boolean withdraw(Erasure erasure, Actor by, Use.Ruling ruling) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!sql.withdraw(erasure.number(), clock.instant())) {
                return false;
            }
            var _ = usage.record(about(erasure, Use.of("ERASURE_WITHDRAW", by).decided(ruling)));
            return true;
        }));
    }

    List<Erasure> latest() {
        return sql.latest(SHOWN);
    }

    Optional<Erasure> one(int number) {
        return sql.one(number);
    }

    Optional<Erasure.Whole> whole(int number) {
        return sql.one(number).map(erasure -> new Erasure.Whole(erasure, sql.lines(number), sql.pieces(number, SHOWN)));
    }

    /** Months whose private parts may be erased, with their number. */
    List<ErasureSql.Due> due() {
        return sql.due(month());
    }

    /** Carries out what is approved. Several nodes may do this at once; each piece is done by one of them. */
    @Scheduled(fixedDelayString = "${akashi.retention.pause:PT5S}")
    void work() {
        try {
            for (int number : sql.approved()) {
                carryOut(number);
            }
        } catch (LedgerUnavailable | DataAccessException | TransactionException e) {
            LOG.warn("An erasure could not go on and will be tried again: {}", e.getMessage());
        }
    }

    /** Carries out an approved erasure to its end, or until a hold stops it. */
    void carryOut(int number) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(Patience.longer(() -> transaction.execute(_ -> step(number))));
        }
    }

    /** One piece in one transaction; false at the end. */
    private boolean step(int number) {
        var now = clock.instant();
        var next = sql.next(number, PARTS, RUNS, now);
        if (next.step().isEmpty()) {
            return false;
        }
        var erasure = sql.one(number).orElseThrow();
        return switch (next.step()) {
            case "PIECE" -> {
                var use = usage.record(about(erasure, Use.of("ERASURE", Actor.system("retention")))
                        .stating("log", sql.origin(next.log()))
                        .stating("entries", next.entries())
                        .stating("parts", Integer.toString(next.parts())));
                int gone = sql.erase(number, PARTS, RUNS, use.value(), next.entries(), now);
                yield gone > 0;
            }
            case "END" -> {
                if (sql.end(number, now)) {
                    var _ = usage.record(about(erasure, Use.of("ERASURE_END", Actor.system("retention")))
                            .stating("erased", Integer.toString(erasure.counts().erased())));
                }
                yield false;
            }
            default -> {
                var _ = usage.record(about(erasure, Use.of("ERASURE_STOP", Actor.system("retention")))
                        .stating("erased", Integer.toString(erasure.counts().erased())));
                yield false;
            }
        };
    }

    /** What every entry about an erasure states; no reason, for that is free text. */
    private Use about(Erasure erasure, Use use) {
        var months = sql.lines(erasure.number()).stream()
                .filter(line -> line.hold() == null)
                .map(line -> line.month().toString().substring(0, 7))
                .distinct()
                .sorted()
                .limit(100)
                .collect(Collectors.joining(","));
        var decided = erasure.decided();
        var stated = erasure.scope()
                .stated(use)
                .stating("erasure", Integer.toString(erasure.number()))
                .stating("count", Integer.toString(erasure.counts().planned()))
                .stating("set", erasure.counts().set().toBase64())
                .stating("months", months)
                .stating("paper", erasure.paper())
                .stating("proposer", erasure.proposed().by());
        return decided == null ? stated : stated.stating("approver", decided.by());
    }

    /** This month in Japan, by its first day. */
    LocalDate month() {
        return JapaneseDates.dateOf(clock.instant()).withDayOfMonth(1);
    }
}
