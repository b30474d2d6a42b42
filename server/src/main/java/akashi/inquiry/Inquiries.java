package akashi.inquiry;

import akashi.access.Asker;
import akashi.access.Decision;
import akashi.identity.Normaliser;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.organization.UnitId;
import akashi.question.Inquiry;
import akashi.question.InquiryForm;
import akashi.question.InquiryFormReader;
import akashi.question.InquiryRights;
import akashi.question.Reading;
import akashi.question.SearchPlan;
import akashi.record.AsOf;
import akashi.record.Hits;
import akashi.record.Records;
import akashi.usage.Proved;
import akashi.usage.RecordRef;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Asks (照会する). A question is decided for each operation, searched, sealed as one entry on the ledger, and only then
 * answered; a refusal is sealed too. Nothing here runs in a transaction, and an answer is never given when its entry is
 * not durable.
 */
@Service
public class Inquiries {
    private final InquiryFormReader reader;
    private final InquiryRights rights;
    private final Records records;
    private final Sighting sighting;
    private final UsageLog log;
    private final OpenAnswers open;
    private final InquiryMeters meters;

    Inquiries(
            InquiryFormReader reader,
            InquiryRights rights,
            Records records,
            Sighting sighting,
            UsageLog log,
            OpenAnswers open,
            InquiryMeters meters) {
        this.reader = reader;
        this.rights = rights;
        this.records = records;
        this.sighting = sighting;
        this.log = log;
        this.open = open;
        this.meters = meters;
    }

    /** Understands what was typed, or says everything that is wrong with it. */
    public Reading read(InquiryForm form) {
        return reader.read(form);
    }

    /**
     * Asks and answers. The same request with the same question within {@link OpenAnswers#SAME_SUBMIT} gets the same
     * answer and is not searched again. Later, and after a restart, it is a new use; its entry and its answer name the
     * one before, so that a second use of one submit is never silent.
     *
     * @throws akashi.usage.LedgerUnavailable if the entry is not durable; nothing was shown
     */
    public Answer ask(Asker asker, Inquiry inquiry) {
        return open.once(asker, inquiry, earlier -> fresh(asker, inquiry, earlier));
    }

    /**
     * The decision about each operation, were this asked now as an item of an approved list; records nothing.
     *
     * @param batch number of the list
     */
    public Map<OperationVersion, Decision> decide(Asker asker, Inquiry inquiry, String batch) {
        return rights.existence(asker, inquiry.of(batch), rights.now());
    }

    /**
     * Asks one item of an approved list (一括照会): decided anew by the right to lists, with an entry of its own that names
     * the list and the item's request. Asking each item once is the caller's matter.
     *
     * @param batch number of the list
     * @throws akashi.usage.LedgerUnavailable if the entry is not known to be durable; nothing was shown
     */
    public Answer askItem(Asker asker, Inquiry inquiry, String batch) {
        return open.keep(asker.personId(), fresh(asker, inquiry.of(batch), null));
    }

    /**
     * Asks an open answer's question again for the same asker, as a new use with an answer of its own (再表示); empty when
     * it is not open, or somebody else's.
     */
    public Optional<Answer> reopen(Asker asker, String number) {
        return open.find(asker.personId(), number)
                .map(answer -> open.keep(
                        asker.personId(), fresh(asker, answer.inquiry().alone(), number)));
    }

    /** Asks an open answer's question again by the wide keys; empty when it is not open, or somebody else's. */
    public Optional<Answer> widen(Asker asker, String number) {
        return open.find(asker.personId(), number)
                .map(answer -> open.keep(
                        asker.personId(), fresh(asker, answer.inquiry().widened(), number)));
    }

    /**
     * The answer of this number while it is open to the asker; nothing of it may be shown again but through
     * {@link #reopen}.
     */
    Optional<Answer> open(Asker asker, String number) {
        return open.find(asker.personId(), number);
    }

    /**
     * Shows what a hit's record says (内容照会): a use of its own, with the purpose of the question, decided anew.
     *
     * @param place number of the hit within the answer
     */
    public ContentAnswer content(Asker asker, String number, int place) {
        var answer = open.find(asker.personId(), number).orElse(null);
        var hit = answer == null ? null : answer.hit(place).orElse(null);
        if (answer == null || hit == null) {
            return new ContentAnswer.Closed();
        }
        if (answer.candidate(hit) && !open.chosen(asker.personId(), number, place)) {
            return new ContentAnswer.ChoiceFirst(answer, hit);
        }
        var inquiry = answer.inquiry();
        var decision =
                rights.content(asker, inquiry, hit.operation(), hit.summary().unit(), rights.now());
        var use = rights.grounds(Use.of(Inquiry.CONTENT, asker.actor()), inquiry)
                .in(hit.operation().code().value(), hit.operation().hash(), decision.ruling())
                .stating("of", number)
                .stating("hit", Integer.toString(place));
        return switch (decision) {
            case Decision.Refuse refuse ->
                new ContentAnswer.Refused(answer, hit, refuse.unmet(), log.seal(use.touching(List.of(ref(hit)))));
            case Decision.Permit _ -> {
                var released = log.release(use, records.content(hit.summary().id(), new AsOf.Now(), asker));
                yield released.value()
                        .<ContentAnswer>map(content -> new ContentAnswer.Shown(answer, hit, content, released.proved()))
                        .orElseGet(() -> new ContentAnswer.Gone(answer, hit, released.proved()));
            }
        };
    }

    /**
     * Chooses one of the candidates of an operation, or none of them; the chosen one stands first in the entry, the
     * rejected ones after it.
     *
     * @param place number of the chosen hit, or 0 for none
     * @param reason why, in the asker's words
     */
    public ChoiceOutcome choose(Asker asker, String number, OperationCode operation, int place, String reason) {
        var answer = open.find(asker.personId(), number).orElse(null);
        var finding = answer == null ? null : answer.about(operation).orElse(null);
        if (answer == null || !(finding instanceof Finding.NeedsChoice candidates)) {
            return new ChoiceOutcome.Closed();
        }
        var chosen =
                candidates.hits().stream().filter(hit -> hit.place() == place).toList();
        if (place != 0 && chosen.isEmpty()) {
            return new ChoiceOutcome.Closed();
        }
        var words = reason.strip();
        if (ChoiceReason.empty(words)) {
            return new ChoiceOutcome.ReasonMissing(answer);
        }
        var rejected = candidates.hits().stream().filter(hit -> hit.place() != place);
        var refs = Stream.concat(chosen.stream(), rejected).map(Inquiries::ref).toList();
        var proved = log.seal(rights.grounds(Use.of(Inquiry.CHOICE, asker.actor()), answer.inquiry())
                .in(operation.value(), candidates.operation().hash())
                .touching(refs)
                .noting(words)
                .stating("of", number)
                .stating("chosen", Integer.toString(place)));
        if (place != 0) {
            open.choose(asker.personId(), number, place);
        }
        return new ChoiceOutcome.Chosen(answer, place, proved);
    }

    private static RecordRef ref(Hit hit) {
        return new RecordRef(
                hit.summary().id().value().toString(), hit.summary().version());
    }

    private Answer fresh(Asker asker, Inquiry inquiry, @Nullable String reopened) {
        var now = rights.now();
        var decisions = rights.existence(asker, inquiry, now);
        var plan = SearchPlan.of(inquiry);
        var use = use(asker, inquiry, plan, decisions, reopened);
        var permitted = permits(decisions);
        if (permitted.isEmpty()) {
            return answer(inquiry, log.seal(use), plan, refusals(decisions), now, null, reopened);
        }
        var withheld = records.find(
                plan.lookup(permitted.keySet()), asker, (operation, unit) -> reaches(permitted.get(operation), unit));
        var released = log.release(use, withheld);
        return answer(
                inquiry,
                released.proved(),
                plan,
                findings(inquiry, plan, decisions, released.value(), now),
                now,
                released.value(),
                reopened);
    }

    private boolean reaches(Decision.@Nullable Permit permit, UnitId unit) {
        return permit != null && rights.reaches(permit, unit);
    }

    private static Map<OperationCode, Decision.Permit> permits(Map<OperationVersion, Decision> decisions) {
        var permits = new HashMap<OperationCode, Decision.Permit>();
        decisions.forEach((version, decision) -> {
            if (decision instanceof Decision.Permit permit) {
                permits.put(version.code(), permit);
            }
        });
        return permits;
    }

    private Answer answer(
            Inquiry inquiry,
            Proved proved,
            SearchPlan plan,
            List<Finding> findings,
            Instant since,
            @Nullable Hits hits,
            @Nullable String repeats) {
        var took = Duration.between(since, rights.now());
        var searched = new Answer.Searched(
                hits == null ? Normaliser.VERSION : hits.normaliser(),
                hits == null ? List.of() : plan.keys(),
                plan.wide(),
                hits == null ? since : hits.asOf(),
                hits == null || hits.rebuilt().isEmpty() ? null : hits.rebuilt().getAsInt(),
                took);
        var answer = new Answer(inquiry, proved, searched, findings, repeats);
        meters.answered(answer);
        return answer;
    }

    private Use use(
            Asker asker,
            Inquiry inquiry,
            SearchPlan plan,
            Map<OperationVersion, Decision> decisions,
            @Nullable String reopened) {
        var use = rights.grounds(Use.of(Inquiry.EXISTENCE, asker.actor()), inquiry)
                .stating("kind", inquiry.kind().word())
                .stating("wide", Boolean.toString(inquiry.wide()));
        if (inquiry.partial()) {
            use = use.stating("partial", "true");
        }
        if (!inquiry.request().isEmpty()) {
            use = use.stating(Inquiry.REQUEST, inquiry.requestMark());
        }
        if (reopened != null) {
            use = use.stating("reopened", reopened);
        }
        if (!inquiry.batch().isEmpty()) {
            use = use.stating(Inquiry.BATCH, inquiry.batch());
        }
        for (var decided : decisions.entrySet()) {
            var version = decided.getKey();
            use = use.in(
                    version.code().value(), version.hash(), decided.getValue().ruling());
        }
        for (var key : plan.stated()) {
            use = use.with(key);
        }
        return use;
    }

    private List<Finding> findings(
            Inquiry inquiry, SearchPlan plan, Map<OperationVersion, Decision> decisions, Hits hits, Instant now) {
        var found = new ArrayList<Finding>();
        var choices = new ArrayList<Finding>();
        var none = new ArrayList<Finding>();
        var first = 1;
        for (var decided : decisions.entrySet()) {
            if (!(decided.getValue() instanceof Decision.Permit)) {
                continue;
            }
            var version = decided.getKey();
            var own = hits.found().stream()
                    .filter(summary -> summary.operation().equals(version.code()))
                    .toList();
            if (hits.tooBroad().contains(version.code())) {
                choices.add(new Finding.TooBroad(version, hits.asOf()));
                continue;
            }
            if (own.isEmpty()) {
                none.add(new Finding.NoRecord(version, hits.asOf()));
                continue;
            }
            var seen = sighting.hits(version, own, plan.keys(), first, now);
            first += seen.size();
            if (Judgment.needsChoice(inquiry, seen)) {
                choices.add(new Finding.NeedsChoice(version, hits.asOf(), seen));
            } else {
                found.add(new Finding.Found(version, hits.asOf(), seen));
            }
        }
        found.addAll(choices);
        found.addAll(none);
        found.addAll(refusals(decisions));
        return found;
    }

    private static List<Finding> refusals(Map<OperationVersion, Decision> decisions) {
        var refusals = new ArrayList<Finding>();
        decisions.forEach((version, decision) -> {
            if (decision instanceof Decision.Refuse(var rule, var rules, var conditions)) {
                var unmet = conditions.stream()
                        .filter(condition -> !condition.met())
                        .toList();
                refusals.add(new Finding.Refused(version, rule, rules, unmet));
            }
        });
        return refusals;
    }
}
