package akashi.registration;

import akashi.access.Asker;
import akashi.document.Body;
import akashi.document.DocumentCheck;
import akashi.document.Fault;
import akashi.document.Head;
import akashi.document.OpenDocument;
import akashi.document.Standing;
import akashi.document.Step;
import akashi.document.Values;
import akashi.operation.Act;
import akashi.operation.Ending;
import akashi.operation.State;
import akashi.operation.Transition;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.reading.Clearance;
import akashi.record.DocumentStore;
import akashi.record.Documents;
import akashi.record.Next;
import akashi.usage.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Steps between states, endings (解除・終結) and sealing (封印). */
@Component
class Lifecycle {
    private final Documents documents;
    private final Clearance clearance;
    private final Clearing clearing;
    private final DocumentCheck check;
    private final DocumentStore store;
    private final Organization organization;

    Lifecycle(
            Documents documents,
            Clearance clearance,
            Clearing clearing,
            DocumentCheck check,
            DocumentStore store,
            Organization organization) {
        this.documents = documents;
        this.clearance = clearance;
        this.clearing = clearing;
        this.check = check;
        this.store = store;
        this.organization = organization;
    }

    ChangeOutcome move(Change.Move change, Asker asker) {
        return documents
                .open(change.record(), asker)
                .flatMap(document -> document.type().life().transitions().stream()
                        .filter(step -> step.code().equals(change.transition()))
                        .findFirst()
                        .map(step -> clearing.decide(
                                Clearing.Asked.of("MOVE", step.right()),
                                document,
                                change.reason(),
                                asker,
                                use -> move(change, asker, document, step, use))))
                .orElseGet(ChangeOutcome.NotThere::new);
    }

    private ChangeOutcome move(Change.Move change, Asker asker, OpenDocument document, Transition step, Use use) {
        if (!DocumentCheck.reason(change.reason(), false).isEmpty()) {
            return new ChangeOutcome.Faulty(DocumentCheck.reason(change.reason(), false));
        }
        Head head = document.head();
        boolean current = document.type()
                .state(step.to())
                .filter(s -> s.kind() == State.Kind.CURRENT)
                .isPresent();
        boolean fits = head.standing() == Standing.COUNTED && step.from().contains(head.state());
        if (head.version() == change.version() && !(fits && current)) {
            return new ChangeOutcome.NotPossible("registration.not-possible.state");
        }
        Instant now = clearance.now();
        int version = change.version() + 1;
        Head next = head.next(version, Standing.COUNTED, step.to(), version, now);
        Step moved = Deciding.repeat(
                document, version, Step.Kind.TRANSIT, Standing.COUNTED, step.to(), true, now, asker, change.reason());
        return write(
                change,
                asker,
                document,
                next,
                moved,
                Next.Keys.REPLACE,
                use.stating("transition", step.code()).noting(change.reason()));
    }

    ChangeOutcome end(Change.End change, Asker asker) {
        return documents
                .open(change.record(), asker)
                .flatMap(document -> document.type()
                        .ending(change.ending())
                        .map(ending -> clearing.decide(
                                Clearing.Asked.of("END", ending.right()),
                                document,
                                change.reason(),
                                asker,
                                use -> end(change, asker, document, ending, use))))
                .orElseGet(ChangeOutcome.NotThere::new);
    }

    private ChangeOutcome end(Change.End change, Asker asker, OpenDocument document, Ending ending, Use use) {
        Head head = document.head();
        boolean over = head.standing() == Standing.ENDED || head.standing() == Standing.WITHDRAWN;
        if (head.version() == change.version() && (over || !ending.from().contains(head.state()))) {
            return new ChangeOutcome.NotPossible("registration.not-possible.state");
        }
        List<Fault> faults = new ArrayList<>(DocumentCheck.reason(change.reason(), false));
        return switch (check.ending(
                document.type(), ending, document.latest().body().values(), change.inputs())) {
            case DocumentCheck.Checked.Faulty(var more) -> {
                faults.addAll(more);
                yield new ChangeOutcome.Faulty(faults);
            }
            case DocumentCheck.Checked.Fit(Values values) ->
                faults.isEmpty()
                        ? ended(
                                change,
                                asker,
                                document,
                                ending,
                                values,
                                use.stating("ending", ending.code()).noting(change.reason()))
                        : new ChangeOutcome.Faulty(faults);
        };
    }

    private ChangeOutcome ended(
            Change.End change, Asker asker, OpenDocument document, Ending ending, Values values, Use use) {
        Instant now = clearance.now();
        int version = change.version() + 1;
        Head head = document.head().next(version, Standing.ENDED, ending.to(), version, now);
        Step step = new Step(
                head.id(),
                version,
                Step.Kind.END,
                document.version().hash(),
                Standing.ENDED,
                ending.to(),
                true,
                new Body(values, document.latest().body().cautions()),
                now,
                Entering.by(asker),
                change.reason().strip(),
                ending.code(),
                document.latest().sourceForm());
        return write(change, asker, document, head, step, Next.Keys.CLOSE, use);
    }

    ChangeOutcome seal(Change.Seal change, Asker asker) {
        return documents
                .open(change.record(), asker)
                .map(document -> clearing.decide(
                        Clearing.Asked.of("SEAL", Act.CORRECT),
                        document,
                        change.reason(),
                        asker,
                        use -> seal(change, asker, document, use)))
                .orElseGet(ChangeOutcome.NotThere::new);
    }

    private ChangeOutcome seal(Change.Seal change, Asker asker, OpenDocument document, Use use) {
        List<Fault> faults = new ArrayList<>(DocumentCheck.reason(change.reason(), true));
        Set<UUID> readers = new LinkedHashSet<>();
        for (String number : change.readers()) {
            organization
                    .roster()
                    .byStaffNumber(number.strip())
                    .ifPresentOrElse(
                            person -> readers.add(person.id().value()),
                            () -> faults.add(Fault.of("readers", "record.fault.staff-number", number)));
        }
        if (!faults.isEmpty()) {
            return new ChangeOutcome.Faulty(faults);
        }
        Head head = document.head();
        boolean may = asker.holds(PostClass.UNIT_HEAD) || asker.holds(PostClass.SECTION_HEAD);
        boolean later = head.version() != change.version();
        if (!may || !(later || head.standing() == Standing.COUNTED)) {
            return new ChangeOutcome.NotPossible("registration.not-possible.seal");
        }
        return sealed(change, asker, document, List.copyOf(readers), use);
    }

    private ChangeOutcome sealed(Change.Seal change, Asker asker, OpenDocument document, List<UUID> readers, Use use) {
        Instant now = clearance.now();
        int version = change.version() + 1;
        Head head = document.head()
                .next(version, Standing.COUNTED, document.head().state(), version, now)
                .sealed(!readers.isEmpty());
        Step step = Deciding.repeat(
                document, version, Step.Kind.SEAL, Standing.COUNTED, head.state(), true, now, asker, change.reason());
        return write(
                change,
                asker,
                document,
                head,
                step,
                Next.Keys.REPLACE,
                use.stating("readers", Integer.toString(readers.size())).noting(change.reason()),
                () -> store.admit(head.id(), readers, asker.personId().value(), now));
    }

    private ChangeOutcome write(
            Change change, Asker asker, OpenDocument document, Head head, Step step, Next.Keys keys, Use use) {
        return write(change, asker, document, head, step, keys, use, () -> {});
    }

    private ChangeOutcome write(
            Change change,
            Asker asker,
            OpenDocument document,
            Head head,
            Step step,
            Next.Keys keys,
            Use use,
            Runnable also) {
        Next next = new Next(head, step, document.type(), keys, Next.Queue.WITHDRAWN, List.of(), also);
        DocumentStore.Claim claim = new DocumentStore.Claim(
                change.request(), asker.personId().value(), head.id(), head.version(), step.at());
        return Entering.outcome(store.follow(claim, next, use), head.operation());
    }
}
