package akashi.batch;

import akashi.access.Asker;
import akashi.access.ConditionResult;
import akashi.access.Decision;
import akashi.batch.Batch.Owner;
import akashi.batch.Batch.State;
import akashi.batch.Batch.Times;
import akashi.inquiry.Inquiries;
import akashi.operation.OperationVersion;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.question.Inquiry;
import akashi.question.Reading.InputFault;
import akashi.usage.Actor;
import akashi.usage.LedgerUnavailable;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests for lists: asked for, changed, approved or refused by a second person, withdrawn, expired. Each step is
 * written with its entry on the log in one transaction, and about the state its maker had before their eyes.
 */
@Service
class Batches {
    static final String REQUEST = "BATCH_REQUEST";
    static final String APPROVE = "BATCH_APPROVE";
    static final String REFUSE = "BATCH_REFUSE";
    static final String WITHDRAW = "BATCH_WITHDRAW";
    static final String EXPIRE = "BATCH_EXPIRE";

    /** How long a request stands, and with it its list. */
    static final Duration STANDS = Duration.ofDays(3);

    private static final String JOB = "batch";
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private final BatchTables tables;
    private final Inquiries inquiries;
    private final Organization organization;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Batches(
            BatchTables tables,
            Inquiries inquiries,
            Organization organization,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.tables = tables;
        this.inquiries = inquiries;
        this.organization = organization;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of a request, or of a change of one. */
    sealed interface Requested {
        /** It waits for a second person. */
        record Waits(long seq) implements Requested {}

        /** Whoever asks may not ask for lists there; the refusal is on the ledger. */
        record Refused(List<ConditionResult> unmet) implements Requested {
            public Refused {
                unmet = List.copyOf(unmet);
            }
        }

        /** Somebody else took a step meanwhile. */
        record Stale() implements Requested {}

        /** It cannot be asked for as it stands; nothing is stored. */
        record Faulty(List<InputFault> head, List<WishReader.LineFault> lines) implements Requested {
            public Faulty {
                head = List.copyOf(head);
                lines = List.copyOf(lines);
            }
        }
    }

    /** What came of a step. */
    enum Step {
        DONE(""),
        /** The request is no longer what was shown. */
        STALE("batch.fault.stale"),
        /** Nobody approves what they asked for themselves. */
        OWN("batch.fault.own"),
        /** A refusal says why, in words that can be kept. */
        REASON("batch.fault.reason");

        private final String fault;

        Step(String fault) {
            this.fault = fault;
        }

        /** Message key of why it was not taken, and of the way out; empty where it was. */
        String fault() {
            return fault;
        }
    }

    /** Asks for a list. */
    Requested request(Asker asker, WishReader.Read.Good wish) {
        var decisions = inquiries.decide(asker, wish.first(), "new");
        var use = about(Use.of(REQUEST, asker.actor()), wish, decisions);
        var unmet = unmet(decisions);
        if (!unmet.isEmpty()) {
            var _ = usage.seal(use);
            return new Requested.Refused(unmet);
        }
        var now = clock.instant();
        var digest = BatchDigest.of(wish.terms(), wish.lines());
        Long seq = transaction.execute(_ -> {
            long made = tables.batches()
                    .insert(
                            wish.terms(),
                            owner(asker),
                            digest,
                            wish.lines().size(),
                            new Times(now, now.plus(STANDS), null));
            tables.items().put(made, wish.lines());
            var _ = usage.record(use.stating(Inquiry.BATCH, Long.toString(made)).stating("digest", digest));
            return made;
        });
        if (seq == null) {
            throw new IllegalStateException("A request must have a number");
        }
        return new Requested.Waits(seq);
    }

    /** Puts another list in the place of the one that was; what was approved is void. */
    Requested change(Asker asker, Batch batch, WishReader.Read.Good wish) {
        var decisions = inquiries.decide(asker, wish.first(), batch.number());
        var use = about(Use.of(REQUEST, asker.actor()), wish, decisions)
                .stating(Inquiry.BATCH, batch.number())
                .stating("changed", "true");
        var unmet = unmet(decisions);
        if (!unmet.isEmpty()) {
            var _ = usage.seal(use);
            return new Requested.Refused(unmet);
        }
        var digest = BatchDigest.of(wish.terms(), wish.lines());
        Boolean done = transaction.execute(_ -> {
            if (wish.terms().kind() != batch.terms().kind()
                    || !tables.batches()
                            .replace(batch, wish.terms(), digest, wish.lines().size(), clock.instant())) {
                return false;
            }
            tables.items().remove(batch.seq());
            tables.items().put(batch.seq(), wish.lines());
            var _ = usage.record(use.stating("digest", digest));
            return true;
        });
        return Boolean.TRUE.equals(done) ? new Requested.Waits(batch.seq()) : new Requested.Stale();
    }

    /** Approves exactly the list whose digest the request carries. */
    Step approve(Asker asker, Batch batch, Use.Ruling ruling) {
        if (own(asker, batch)) {
            return Step.OWN;
        }
        return step(
                about(Use.of(APPROVE, asker.actor()), batch).decided(ruling).stating("digest", batch.digest()),
                () -> tables.batches().approve(batch, asker.staffNumber(), clock.instant()));
    }

    /** Refuses it and erases the list. */
    Step refuse(Asker asker, Batch batch, String reason, Use.Ruling ruling) {
        if (own(asker, batch)) {
            return Step.OWN;
        }
        return step(
                about(Use.of(REFUSE, asker.actor()), batch).decided(ruling).noting(reason),
                () -> erasing(batch, tables.batches().refuse(batch, asker.staffNumber(), reason, clock.instant())));
    }

    /** Takes the own request back and erases the list. */
    Step withdraw(Asker asker, Batch batch) {
        return step(
                about(Use.of(WITHDRAW, asker.actor()), batch),
                () -> erasing(batch, tables.batches().close(batch, State.WITHDRAWN, clock.instant())));
    }

    /** Erases the lists of requests whose time is over. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void expire() {
        try {
            for (var batch : tables.batches().overdue(clock.instant())) {
                var _ = step(
                        about(Use.of(EXPIRE, Actor.system(JOB)), batch),
                        () -> erasing(batch, tables.batches().close(batch, State.EXPIRED, clock.instant())));
            }
        } catch (LedgerUnavailable | DataAccessException | TransactionException e) {
            LOG.warn("Lists whose time is over could not be erased and will be tried again: {}", e.getMessage());
        }
    }

    /** Whether the request is the asker's own. */
    static boolean own(Asker asker, Batch batch) {
        return batch.owner().person().equals(asker.personId().value())
                || batch.owner().staff().equals(asker.staffNumber());
    }

    /** The use about a request: its number and terms, nothing of its list. */
    static Use about(Use use, Batch batch) {
        return use.because(batch.terms().purpose(), batch.terms().caseReference())
                .stating(Inquiry.BATCH, batch.number())
                .stating("items", Integer.toString(batch.items()));
    }

    private Step step(Use use, Change change) {
        Boolean done = transaction.execute(_ -> {
            boolean made = change.make();
            if (made) {
                var _ = usage.record(use);
            }
            return made;
        });
        return Boolean.TRUE.equals(done) ? Step.DONE : Step.STALE;
    }

    private boolean erasing(Batch batch, boolean closed) {
        if (closed) {
            tables.items().erase(batch.seq());
        }
        return closed;
    }

    private Owner owner(Asker asker) {
        var unit = organization.roster().command(asker.unit().id()).map(Unit::code);
        return new Owner(
                unit.orElse(asker.unit().code()),
                asker.post().code(),
                asker.personId().value(),
                asker.staffNumber());
    }

    private static Use about(Use use, WishReader.Read.Good wish, Map<OperationVersion, Decision> decisions) {
        var terms = wish.terms();
        var with = use.because(terms.purpose(), terms.caseReference())
                .stating("kind", terms.kind().word())
                .stating("items", Integer.toString(wish.lines().size()));
        for (var decided : decisions.entrySet()) {
            var version = decided.getKey();
            with = with.in(
                    version.code().value(), version.hash(), decided.getValue().ruling());
        }
        return terms.note().isEmpty() ? with : with.noting(terms.note());
    }

    /** Every condition not met, once. */
    static List<ConditionResult> unmet(Map<OperationVersion, Decision> decisions) {
        return decisions.values().stream()
                .flatMap(decision -> decision.unmet().stream())
                .distinct()
                .toList();
    }

    /** A change of the tables; false where it was not made. */
    private interface Change {
        boolean make();
    }

    /** The request of this number. */
    Optional<Batch> find(long seq) {
        return tables.batches().one(seq);
    }
}
