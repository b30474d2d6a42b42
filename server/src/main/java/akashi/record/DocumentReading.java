package akashi.record;

import akashi.access.Asker;
import akashi.access.CaseFact;
import akashi.access.Question;
import akashi.document.Head;
import akashi.document.OpenDocument;
import akashi.document.RecordContent;
import akashi.document.Step;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.UnitId;
import akashi.usage.Disclosure;
import akashi.usage.RecordRef;
import akashi.usage.Released;
import akashi.usage.UsageLog;
import akashi.usage.Withheld;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every reading of one document by this module's own pages and API: decided, read, put on the ledger, and only then
 * opened.
 */
@Component
class DocumentReading {
    private final Documents documents;
    private final RecordSql records;
    private final AttachmentSql files;
    private final Operations operations;
    private final Clearance clearance;
    private final UsageLog usage;

    DocumentReading(
            Documents documents,
            RecordSql records,
            AttachmentSql files,
            Operations operations,
            Clearance clearance,
            UsageLog usage) {
        this.documents = documents;
        this.records = records;
        this.files = files;
        this.operations = operations;
        this.clearance = clearance;
        this.usage = usage;
    }

    /** Which document, for what, by whom. */
    record Target(OperationCode operation, String number, Why why, Asker asker) {}

    /** A document with the version that is shown. */
    record Sheet(OpenDocument document, Step step, OperationVersion writtenUnder, List<AttachmentSql.Named> files) {
        Sheet {
            files = List.copyOf(files);
        }

        RecordContent content() {
            return Records.content(document.head(), step);
        }
    }

    /** All steps of a document. */
    record History(OpenDocument document, List<Step> steps) {
        History {
            steps = List.copyOf(steps);
        }
    }

    /** What the document says now, or what the system held at an instant. */
    Viewed<Sheet> content(Target target, @Nullable Instant at) {
        return read("CONTENT", Act.CONTENT, target, document -> {
            Optional<Step> step = at == null
                    ? Optional.of(document.latest())
                    : documents.at(document.head().id(), at);
            return withheld(document, step);
        });
    }

    /** The newest version, to correct, end or confirm it; rests on the right to do so. */
    Viewed<Sheet> forWork(String act, Act right, Target target) {
        return read(act, right, target, document -> withheld(document, Optional.of(document.latest())));
    }

    Viewed<History> history(Target target) {
        return read("HISTORY", Act.HISTORY, target, document -> {
            List<Step> steps = records.steps(document.head().id());
            return Withheld.of(Optional.of(new History(document, steps)), disclosure(document, steps));
        });
    }

    /** One file of the document, by its place in the list of files. */
    Viewed<AttachmentSql.Stored> file(Target target, int place) {
        return read("CONTENT", Act.CONTENT, target, document -> {
            List<AttachmentSql.Named> all = files.of(document.head().id());
            Optional<AttachmentSql.Stored> file = place < 1 || place > all.size()
                    ? Optional.empty()
                    : files.content(document.head().id(), all.get(place - 1).id());
            return file.isEmpty()
                    ? nothing()
                    : Withheld.of(
                            file,
                            Disclosure.of(
                                    List.of(ref(document.latest())), file.get().content()));
        });
    }

    private Withheld<Optional<Sheet>> withheld(OpenDocument document, Optional<Step> step) {
        return step.map(s -> Withheld.of(
                        Optional.of(new Sheet(
                                document,
                                s,
                                documents.writtenUnder(s),
                                files.of(document.head().id()))),
                        disclosure(document, List.of(s))))
                .orElseGet(DocumentReading::nothing);
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
        Optional<UnitId> unit = records.head(holder.get(), why.reference()).map(Head::unit);
        return unit.map(u -> CaseFact.found(why.reference(), u)).orElseGet(() -> CaseFact.missing(why.reference()));
    }

    private static Disclosure disclosure(OpenDocument document, List<Step> steps) {
        StringBuilder answer = new StringBuilder(document.head().number());
        steps.forEach(step -> answer.append('\n').append(step.version()).append(RecordJson.body(step.body())));
        return Disclosure.of(
                steps.stream().map(DocumentReading::ref).toList(),
                answer.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static RecordRef ref(Step step) {
        return new RecordRef(step.record().value().toString(), step.version());
    }

    private static <T> Withheld<Optional<T>> nothing() {
        return Withheld.of(Optional.empty(), Disclosure.nothing());
    }
}
