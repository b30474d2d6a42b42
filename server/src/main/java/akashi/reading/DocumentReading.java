package akashi.reading;

import akashi.access.Asker;
import akashi.access.CaseFact;
import akashi.access.Question;
import akashi.document.Attachment;
import akashi.document.OpenDocument;
import akashi.document.Sheet;
import akashi.document.Step;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.UnitId;
import akashi.record.Documents;
import akashi.record.Records;
import akashi.usage.Disclosure;
import akashi.usage.Released;
import akashi.usage.UsageLog;
import akashi.usage.Withheld;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every reading of one document by pages and the API: decided, read, put on the ledger, and only then opened. */
@Component
public class DocumentReading {
    private final Documents documents;
    private final Records records;
    private final Operations operations;
    private final Clearance clearance;
    private final UsageLog usage;

    DocumentReading(Documents documents, Records records, Operations operations, Clearance clearance, UsageLog usage) {
        this.documents = documents;
        this.records = records;
        this.operations = operations;
        this.clearance = clearance;
        this.usage = usage;
    }

    /** Which document, for what, by whom. */
    public record Target(OperationCode operation, String number, Why why, Asker asker) {}

    /** All steps of a document. */
    public record History(OpenDocument document, List<Step> steps) {
        public History {
            steps = List.copyOf(steps);
        }
    }

    /** What the document says now, or what the system held at an instant. */
    public Viewed<Sheet> content(Target target, @Nullable Instant at) {
        return read(
                "CONTENT",
                Act.CONTENT,
                target,
                document -> at == null ? documents.newest(document) : documents.heldAt(document, at));
    }

    /** The newest version, to correct, end or confirm it; rests on the right to do so. */
    public Viewed<Sheet> forWork(String act, Act right, Target target) {
        return read(act, right, target, documents::newest);
    }

    /** Every step of its life. */
    public Viewed<History> history(Target target) {
        return read(
                "HISTORY",
                Act.HISTORY,
                target,
                document -> documents.steps(document).map(steps -> steps.map(all -> new History(document, all))));
    }

    /** One file of the document, by its place in the list of files. */
    Viewed<Attachment.Stored> file(Target target, int place) {
        return read("CONTENT", Act.CONTENT, target, document -> documents.file(document, place));
    }

    private <T> Viewed<T> read(
            String act, Act right, Target target, Function<OpenDocument, Withheld<Optional<T>>> reader) {
        Optional<OpenDocument> open = documents.open(target.operation(), target.number(), target.asker());
        Optional<OperationVersion> version =
                open.map(OpenDocument::version).or(() -> operations.byCode(target.operation()));
        if (version.isEmpty()) {
            return new Viewed.NotThere<>();
        }
        Question question = question(right, version.get(), target);
        if (open.isPresent()) {
            question = question.about(open.get().head().unit());
        }
        return switch (clearance.clear(act, question)) {
            case Clearance.Cleared.Barred(var decision) -> new Viewed.Barred<>(decision);
            case Clearance.Cleared.Passed passed -> {
                Withheld<Optional<T>> found = open.map(reader).orElseGet(DocumentReading::nothing);
                Released<Optional<T>> released =
                        usage.release(passed.use().noting(target.why().reason()), found);
                yield released.value()
                        .<Viewed<T>>map(value -> new Viewed.Seen<>(value, released.proved()))
                        .orElseGet(Viewed.NotThere::new);
            }
        };
    }

    private Question question(Act right, OperationVersion version, Target target) {
        Why why = target.why();
        Question question = Question.of(target.asker(), right, version, clearance.now());
        if (!why.stated()) {
            return question;
        }
        return question.because(why.purpose(), why.reference().isEmpty() ? null : fact(version, why))
                .saying(why.reason().isEmpty() ? null : why.reason());
    }

    /** What is known about the case reference: looked up where an operation held here keeps the register. */
    CaseFact fact(OperationVersion version, Why why) {
        Optional<OperationCode> holder = version.definition()
                .purpose(why.purpose())
                .flatMap(purpose -> purpose.registerOf(why.reference()))
                .flatMap(register -> register.holder());
        if (holder.isEmpty()) {
            return CaseFact.written(why.reference());
        }
        Optional<UnitId> unit = records.caseUnit(holder.get(), why.reference());
        return unit.map(u -> CaseFact.found(why.reference(), u)).orElseGet(() -> CaseFact.missing(why.reference()));
    }

    private static <T> Withheld<Optional<T>> nothing() {
        return Withheld.of(Optional.empty(), Disclosure.nothing());
    }
}
