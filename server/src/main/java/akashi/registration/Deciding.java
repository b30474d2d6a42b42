package akashi.registration;

import akashi.access.Asker;
import akashi.access.Question;
import akashi.document.DocumentCheck;
import akashi.document.Head;
import akashi.document.OpenDocument;
import akashi.document.RecordId;
import akashi.document.Standing;
import akashi.document.Step;
import akashi.operation.Act;
import akashi.reading.Clearance;
import akashi.record.DocumentStore;
import akashi.record.Documents;
import akashi.record.Next;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the second person does with an entry: confirm (確認) or send back (差戻し); and the author's way back (取下げ). */
@Component
class Deciding {
    private final Documents documents;
    private final Clearance clearance;
    private final DocumentStore store;

    Deciding(Documents documents, Clearance clearance, DocumentStore store) {
        this.documents = documents;
        this.clearance = clearance;
        this.store = store;
    }

    ChangeOutcome confirm(Change.Confirm change, Asker asker) {
        return decide(change, change.record(), change.version(), "", asker);
    }

    ChangeOutcome sendBack(Change.SendBack change, Asker asker) {
        return decide(change, change.record(), change.version(), change.reason(), asker);
    }

    private ChangeOutcome decide(Change change, RecordId record, int version, String reason, Asker asker) {
        Optional<OpenDocument> open = documents.open(record, asker);
        if (open.isEmpty()) {
            return new ChangeOutcome.NotThere();
        }
        OpenDocument document = open.get();
        boolean confirms = change instanceof Change.Confirm;
        Question question = Question.of(asker, Act.CONFIRM, document.version(), clearance.now())
                .about(document.head().unit())
                .saying(reason);
        return switch (clearance.clear(confirms ? "CONFIRM" : "SEND_BACK", question)) {
            case Clearance.Cleared.Barred(var decision) -> new ChangeOutcome.Refused(decision);
            case Clearance.Cleared.Passed passed -> {
                if (!confirms && !DocumentCheck.reason(reason, true).isEmpty()) {
                    yield new ChangeOutcome.Faulty(DocumentCheck.reason(reason, true));
                }
                Optional<ChangeOutcome> hindrance = hindrance(document, version, asker);
                if (hindrance.isPresent()) {
                    yield hindrance.get();
                }
                Next next = confirms
                        ? confirmed(document, version + 1, asker)
                        : sentBack(document, version + 1, reason, asker);
                DocumentStore.Claim claim = claim(change, asker, next);
                yield Entering.outcome(
                        store.follow(claim, next, passed.use().noting(reason)),
                        document.head().operation());
            }
        };
    }

    private Optional<ChangeOutcome> hindrance(OpenDocument document, int version, Asker asker) {
        Head head = document.head();
        if (head.version() != version) {
            // A repeated submit meets a newer version too; the claim in the store tells it from somebody else's step.
            return head.standing() == Standing.WAITING
                    ? Optional.of(new ChangeOutcome.Stale(head.number(), head.version()))
                    : Optional.empty();
        }
        if (head.standing() != Standing.WAITING) {
            return Optional.of(new ChangeOutcome.NotPossible("registration.not-possible.nothing-waits"));
        }
        return documents.wroteSinceItCounted(head, asker.personId())
                ? Optional.of(new ChangeOutcome.NotPossible("registration.not-possible.own-entry"))
                : Optional.empty();
    }

    private Next confirmed(OpenDocument document, int version, Asker asker) {
        Head before = document.head();
        Instant now = clearance.now();
        String state = Next.stateOnConfirmation(document.type(), before.state());
        Head head = before.next(version, Standing.COUNTED, state, version, now)
                .about(Entering.subjects(document.type(), document.latest().body()));
        Step step = repeat(document, version, Step.Kind.CONFIRM, Standing.COUNTED, state, true, now, asker, "");
        return new Next(head, step, document.type(), Next.Keys.REPLACE, Next.Queue.CONFIRMED, List.of());
    }

    private Next sentBack(OpenDocument document, int version, String reason, Asker asker) {
        Head before = document.head();
        Instant now = clearance.now();
        Head head = before.next(version, Standing.RETURNED, before.state(), before.countedVersion(), now);
        Step step = repeat(
                document, version, Step.Kind.RETURN, Standing.RETURNED, before.state(), false, now, asker, reason);
        return new Next(head, step, document.type(), Next.Keys.KEEP, Next.Queue.RETURNED, List.of());
    }

    ChangeOutcome withdraw(Change.Withdraw change, Asker asker) {
        Optional<OpenDocument> open = documents.open(change.record(), asker);
        if (open.isEmpty()) {
            return new ChangeOutcome.NotThere();
        }
        OpenDocument document = open.get();
        Head head = document.head();
        Act act = head.countedVersion() == null ? Act.REGISTER : Act.CORRECT;
        Question question =
                Question.of(asker, act, document.version(), clearance.now()).about(head.unit());
        return switch (clearance.clear("WITHDRAW", question.saying(change.reason()))) {
            case Clearance.Cleared.Barred(var decision) -> new ChangeOutcome.Refused(decision);
            case Clearance.Cleared.Passed passed -> {
                if (!DocumentCheck.reason(change.reason(), true).isEmpty()) {
                    yield new ChangeOutcome.Faulty(DocumentCheck.reason(change.reason(), true));
                }
                boolean pending = head.standing() == Standing.WAITING || head.standing() == Standing.RETURNED;
                if (head.version() == change.version() && !(pending && wrote(head, asker))) {
                    yield new ChangeOutcome.NotPossible("registration.not-possible.not-own-entry");
                }
                Next next = withdrawn(document, change.version(), change.reason(), asker);
                yield Entering.outcome(
                        store.follow(
                                claim(change, asker, next), next, passed.use().noting(change.reason())),
                        head.operation());
            }
        };
    }

    private boolean wrote(Head head, Asker asker) {
        return documents.wroteSinceItCounted(head, asker.personId());
    }

    /** A withdrawn correction leaves what counts as it is; a withdrawn registration is the end of the document. */
    private Next withdrawn(OpenDocument document, int onVersion, String reason, Asker asker) {
        Head before = document.head();
        Instant now = clearance.now();
        int version = onVersion + 1;
        Integer counted = before.countedVersion();
        OpenDocument kept = counted == null
                ? document
                : new OpenDocument(
                        before,
                        documents
                                .counting(before)
                                .orElseThrow(() -> new IllegalStateException(
                                        "The version that counts must be there: " + before.id() + " " + counted)),
                        document.version(),
                        document.type());
        Standing standing = counted == null ? Standing.WITHDRAWN : Standing.COUNTED;
        Head head = before.next(version, standing, kept.latest().state(), counted, now)
                .about(Entering.subjects(document.type(), kept.latest().body()));
        Step step = repeat(
                kept, version, Step.Kind.WITHDRAW, standing, kept.latest().state(), false, now, asker, reason);
        return new Next(head, step, document.type(), Next.Keys.KEEP, Next.Queue.WITHDRAWN, List.of());
    }

    private static DocumentStore.Claim claim(Change change, Asker asker, Next next) {
        return new DocumentStore.Claim(
                change.request(),
                asker.personId().value(),
                next.head().id(),
                next.head().version(),
                next.step().at());
    }

    static Step repeat(
            OpenDocument document,
            int version,
            Step.Kind kind,
            Standing standing,
            String state,
            boolean counts,
            Instant at,
            Asker asker,
            String reason) {
        Step latest = document.latest();
        return new Step(
                latest.record(),
                version,
                kind,
                latest.operationVersion(),
                standing,
                state,
                counts,
                latest.body(),
                at,
                Entering.by(asker),
                reason.strip(),
                null,
                latest.sourceForm());
    }
}
