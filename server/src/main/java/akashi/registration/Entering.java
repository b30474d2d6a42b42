package akashi.registration;

import akashi.access.Asker;
import akashi.access.Question;
import akashi.calendar.Ids;
import akashi.document.Body;
import akashi.document.DocumentCheck;
import akashi.document.Fault;
import akashi.document.Head;
import akashi.document.OpenDocument;
import akashi.document.RecordId;
import akashi.document.SearchKeys;
import akashi.document.Standing;
import akashi.document.Step;
import akashi.operation.Act;
import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.operation.State;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.reading.Clearance;
import akashi.record.DocumentStore;
import akashi.record.Documents;
import akashi.record.Next;
import akashi.usage.Use;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Registration (登録) and correction (訂正). */
@Component
class Entering {
    private final Operations operations;
    private final Organization organization;
    private final Documents documents;
    private final Clearance clearance;
    private final Clearing clearing;
    private final EntryCheck check;
    private final DocumentStore store;
    private final Clock clock;

    Entering(
            Operations operations,
            Organization organization,
            Documents documents,
            Clearance clearance,
            Clearing clearing,
            EntryCheck check,
            DocumentStore store,
            Clock clock) {
        this.operations = operations;
        this.organization = organization;
        this.documents = documents;
        this.clearance = clearance;
        this.clearing = clearing;
        this.check = check;
        this.store = store;
        this.clock = clock;
    }

    ChangeOutcome register(Change.Register change, Asker asker) {
        Optional<OperationVersion> version = operations.byCode(change.operation());
        Optional<DocumentType> type = version.flatMap(v -> v.definition().document(change.documentType()));
        if (version.isEmpty() || type.isEmpty()) {
            return new ChangeOutcome.NotThere();
        }
        Unit unit = home(asker);
        Question question =
                Question.of(asker, Act.REGISTER, version.get(), clearance.now()).about(unit.id());
        return switch (clearance.clear("REGISTER", question)) {
            case Clearance.Cleared.Barred(var decision) -> new ChangeOutcome.Refused(decision);
            case Clearance.Cleared.Passed passed ->
                switch (check.entry(version.get(), type.get(), change.entry(), List.of(), true)) {
                    case EntryCheck.Checked.Faulty(var faults) -> new ChangeOutcome.Faulty(faults);
                    case EntryCheck.Checked.Fit fit ->
                        write(change, asker, version.get(), type.get(), fit, passed.use());
                };
        };
    }

    private ChangeOutcome write(
            Change.Register change,
            Asker asker,
            OperationVersion version,
            DocumentType type,
            EntryCheck.Checked.Fit fit,
            Use use) {
        Instant now = clearance.now();
        Unit unit = home(asker);
        RecordId id = new RecordId(Ids.next(clock));
        boolean waits = type.paper().secondPerson();
        Standing standing = waits ? Standing.WAITING : Standing.COUNTED;
        List<String> subjects = subjects(type, fit.body());
        DocumentStore.Series series = DocumentStore.Series.of(version, type, unit, now);
        DocumentStore.Claim claim =
                new DocumentStore.Claim(change.request(), asker.personId().value(), id, 1, now);
        return outcome(
                store.register(
                        claim,
                        series,
                        number -> new Next(
                                new Head(
                                        id,
                                        version.code(),
                                        type.code(),
                                        number,
                                        unit.id(),
                                        standing,
                                        type.life().initial(),
                                        false,
                                        1,
                                        waits ? null : 1,
                                        now,
                                        subjects),
                                new Step(
                                        id,
                                        1,
                                        Step.Kind.REGISTER,
                                        version.hash(),
                                        standing,
                                        type.life().initial(),
                                        !waits,
                                        fit.body(),
                                        now,
                                        by(asker),
                                        "",
                                        null,
                                        fit.sourceForm()),
                                type,
                                waits ? Next.Keys.KEEP : Next.Keys.REPLACE,
                                waits ? Next.Queue.WAITS : Next.Queue.CONFIRMED,
                                fit.files()),
                        use),
                version.code());
    }

    ChangeOutcome correct(Change.Correct change, Asker asker) {
        return documents
                .open(change.record(), asker)
                .map(document -> clearing.decide(
                        Clearing.Asked.of("CORRECT", Act.CORRECT),
                        document,
                        change.reason(),
                        asker,
                        use -> correct(change, asker, document, use)))
                .orElseGet(ChangeOutcome.NotThere::new);
    }

    private ChangeOutcome correct(Change.Correct change, Asker asker, OpenDocument document, Use use) {
        Head head = document.head();
        if (head.standing() == Standing.ENDED || head.standing() == Standing.WITHDRAWN) {
            return new ChangeOutcome.NotPossible("registration.not-possible.ended");
        }
        List<Fault> more = new ArrayList<>(DocumentCheck.reason(change.reason(), head.countedVersion() != null));
        return switch (check.correction(document, change.entry(), more)) {
            case EntryCheck.Checked.Faulty(var faults) -> new ChangeOutcome.Faulty(faults);
            case EntryCheck.Checked.Fit fit -> write(change, asker, document, fit, use);
        };
    }

    private ChangeOutcome write(
            Change.Correct change, Asker asker, OpenDocument document, EntryCheck.Checked.Fit fit, Use use) {
        Instant now = clearance.now();
        Head before = document.head();
        DocumentType type = document.type();
        boolean waits = type.paper().secondPerson();
        Standing standing = waits ? Standing.WAITING : Standing.COUNTED;
        String state =
                current(type, before.state()) ? before.state() : type.life().initial();
        int version = change.version() + 1;
        Head head = before.next(
                        version, standing, state, waits ? before.countedVersion() : Integer.valueOf(version), now)
                .about(waits && before.countedVersion() != null ? both(before, type, fit) : subjects(type, fit.body()));
        Step step = new Step(
                before.id(),
                version,
                Step.Kind.CORRECT,
                document.version().hash(),
                standing,
                state,
                !waits,
                fit.body(),
                now,
                by(asker),
                change.reason().strip(),
                null,
                fit.sourceForm());
        Next next = new Next(
                head,
                step,
                type,
                waits ? Next.Keys.KEEP : Next.Keys.REPLACE,
                waits ? Next.Queue.WAITS : Next.Queue.CONFIRMED,
                fit.files());
        DocumentStore.Claim claim =
                new DocumentStore.Claim(change.request(), asker.personId().value(), before.id(), version, now);
        return outcome(store.follow(claim, next, use.noting(change.reason())), before.operation());
    }

    /** While a correction waits, both what counts and what may come to count say whose document it is. */
    private static List<String> both(Head before, DocumentType type, EntryCheck.Checked.Fit fit) {
        List<String> all = new ArrayList<>(before.subjects());
        all.addAll(subjects(type, fit.body()));
        return all.stream().distinct().sorted().toList();
    }

    static List<String> subjects(DocumentType type, Body body) {
        return new SearchKeys(type, body.values()).subjects();
    }

    static Step.By by(Asker asker) {
        return new Step.By(
                asker.personId().value(),
                asker.staffNumber(),
                asker.post().code(),
                asker.unit().id());
    }

    static ChangeOutcome outcome(DocumentStore.Written written, akashi.operation.OperationCode operation) {
        return switch (written) {
            case DocumentStore.Written.Made made ->
                new ChangeOutcome.Done(made.record(), operation, made.number(), made.version(), made.standing());
            case DocumentStore.Written.Overtaken(String number, int latest) -> new ChangeOutcome.Stale(number, latest);
        };
    }

    private static boolean current(DocumentType type, String state) {
        return type.state(state).filter(s -> s.kind() == State.Kind.CURRENT).isPresent();
    }

    /** The 所属 that registers: numbers run by it, and it confirms hits. */
    private Unit home(Asker asker) {
        return organization.roster().command(asker.unit().id()).orElse(asker.unit());
    }
}
