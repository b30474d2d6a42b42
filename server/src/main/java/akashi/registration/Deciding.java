package akashi.registration;

import akashi.access.Asker;
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
import akashi.usage.Use;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the second person does with an entry: confirm (確認) or send back (差戻し); and the author's way back (取下げ). */
@Component
class Deciding {
    private final Documents documents;
    private final Clearance clearance;
    private final Clearing clearing;
    private final DocumentStore store;

    Deciding(Documents documents, Clearance clearance, Clearing clearing, DocumentStore store) {
        this.documents = documents;
        this.clearance = clearance;
        this.clearing = clearing;
        this.store = store;
    }

    ChangeOutcome confirm(Change.Confirm change, Asker asker) {
        return decide(change, change.record(), change.version(), "", asker);
    }

    ChangeOutcome sendBack(Change.SendBack change, Asker asker) {
        return decide(change, change.record(), change.version(), change.reason(), asker);
    }

    private ChangeOutcome decide(Change change, RecordId record, int version, String reason, Asker asker) {
        String name = change instanceof Change.Confirm ? "CONFIRM" : "SEND_BACK";
        return documents
                .open(record, asker)
                .map(document -> clearing.decide(
                        Clearing.Asked.of(name, Act.CONFIRM),
                        document,
                        reason,
                        asker,
                        use -> decided(change, document, version, reason, asker, use)))
                .orElseGet(ChangeOutcome.NotThere::new);
    }

    private ChangeOutcome decided(
            Change change, OpenDocument document, int version, String reason, Asker asker, Use use) {
        boolean confirms = change instanceof Change.Confirm;
        if (!confirms && !DocumentCheck.reason(reason, true).isEmpty()) {
            return new ChangeOutcome.Faulty(DocumentCheck.reason(reason, true));
        }
        return hindrance(document, version, asker).orElseGet(() -> {
            Next next =
                    confirms ? confirmed(document, version + 1, asker) : sentBack(document, version + 1, reason, asker);
            return write(change, next, asker, use.noting(reason));
        });
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
        return documents
                .open(change.record(), asker)
                .map(document -> clearing.decide(
                        Clearing.Asked.of(
                                "WITHDRAW", document.head().countedVersion() == null ? Act.REGISTER : Act.CORRECT),
                        document,
                        change.reason(),
                        asker,
                        use -> withdraw(change, document, asker, use)))
                .orElseGet(ChangeOutcome.NotThere::new);
    }

    private ChangeOutcome withdraw(Change.Withdraw change, OpenDocument document, Asker asker, Use use) {
        if (!DocumentCheck.reason(change.reason(), true).isEmpty()) {
            return new ChangeOutcome.Faulty(DocumentCheck.reason(change.reason(), true));
        }
        Head head = document.head();
        boolean pending = head.standing() == Standing.WAITING || head.standing() == Standing.RETURNED;
        if (head.version() == change.version() && !(pending && documents.wroteSinceItCounted(head, asker.personId()))) {
            return new ChangeOutcome.NotPossible("registration.not-possible.not-own-entry");
        }
        Next next = withdrawn(document, change.version(), change.reason(), asker);
        return write(change, next, asker, use.noting(change.reason()));
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

    private ChangeOutcome write(Change change, Next next, Asker asker, Use use) {
        DocumentStore.Claim claim = new DocumentStore.Claim(
                change.request(),
                asker.personId().value(),
                next.head().id(),
                next.head().version(),
                next.step().at());
        return Entering.outcome(store.follow(claim, next, use), next.head().operation());
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
