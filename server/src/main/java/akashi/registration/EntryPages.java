package akashi.registration;

import akashi.access.Asker;
import akashi.calendar.JapaneseDates;
import akashi.document.Body;
import akashi.document.CautionNote;
import akashi.document.Fault;
import akashi.document.OpenDocument;
import akashi.document.Sheet;
import akashi.document.Wording;
import akashi.operation.Act;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.reading.DocumentReading;
import akashi.reading.RecordPaths;
import akashi.reading.RefusedPage;
import akashi.reading.Viewed;
import akashi.reading.Why;
import akashi.record.Documents;
import akashi.web.Go;
import akashi.web.NotFound;
import akashi.web.Page;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Forms: register, correct, end, and the small steps from a document's page. */
@Controller
class EntryPages {
    private final Operations operations;
    private final RecordChanges changes;
    private final DocumentReading reading;
    private final Documents documents;
    private final Wording wording;
    private final Clock clock;

    EntryPages(
            Operations operations,
            RecordChanges changes,
            DocumentReading reading,
            Documents documents,
            Wording wording,
            Clock clock) {
        this.operations = operations;
        this.changes = changes;
        this.reading = reading;
        this.documents = documents;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/records/new")
    Page blank(@RequestParam String operation, @RequestParam(required = false) @Nullable String document, Asker asker) {
        OperationVersion version = version(operation);
        return form(version, type(version, document), Map.of(), List.of(), UUID.randomUUID());
    }

    @PostMapping("/records/new")
    Reply register(@RequestParam String operation, HttpServletRequest web, Asker asker) {
        OperationVersion version = version(operation);
        DocumentType type = type(version, web.getParameter("document"));
        EntryForm form = EntryForm.of(web, JapaneseDates.dateOf(clock.instant()));
        Change change = new Change.Register(form.request(), version.code(), type.code(), form.entry());
        return switch (changes.make(change, asker)) {
            case ChangeOutcome.Done done -> after(done);
            case ChangeOutcome.Faulty(var faults) -> form(version, type, form.typed(), faults, form.request());
            case ChangeOutcome.Refused(var decision) -> new RefusedPage(decision);
            case ChangeOutcome.Stale stale ->
                throw new IllegalStateException("A new document is never stale: " + stale);
            case ChangeOutcome.NotPossible(var message) -> new StalePage(message, operation, "");
            case ChangeOutcome.NotThere() -> throw new NotFound();
        };
    }

    private Page form(
            OperationVersion version, DocumentType type, Map<String, List<String>> typed, List<Fault> faults, UUID id) {
        return new FormPage(
                FormPage.Kind.NEW,
                version,
                type,
                "/records/new?operation=" + version.code().value(),
                null,
                0,
                id,
                typed,
                faults,
                List.of(),
                wording);
    }

    @GetMapping("/records/{operation}/{number}/correct")
    Page correction(@PathVariable String operation, @PathVariable String number, Asker asker) {
        return opened(FormPage.Kind.CORRECT, Act.CORRECT, operation, number, asker);
    }

    @GetMapping("/records/{operation}/{number}/end")
    Page ending(@PathVariable String operation, @PathVariable String number, Asker asker) {
        return opened(FormPage.Kind.END, Act.END, operation, number, asker);
    }

    private Page opened(FormPage.Kind kind, Act right, String operation, String number, Asker asker) {
        DocumentReading.Target target =
                new DocumentReading.Target(RecordPaths.code(operation), number, Why.WORK, asker);
        return switch (reading.forWork(right.name() + "_FORM", right, target)) {
            case Viewed.NotThere<Sheet> _ -> throw new NotFound();
            case Viewed.Barred<Sheet>(var decision) -> new RefusedPage(decision);
            case Viewed.Seen<Sheet> seen -> {
                OpenDocument document = seen.value().document();
                Map<String, List<String>> typed = kind == FormPage.Kind.CORRECT ? typed(document) : Map.of();
                yield again(kind, document, typed, List.of(), UUID.randomUUID(), files(document.type(), seen.value()));
            }
        };
    }

    @PostMapping("/records/{operation}/{number}/correct")
    Reply correct(@PathVariable String operation, @PathVariable String number, HttpServletRequest web, Asker asker) {
        OpenDocument document = document(operation, number, asker);
        EntryForm form = EntryForm.of(web, JapaneseDates.dateOf(clock.instant()));
        Change change =
                new Change.Correct(form.request(), document.head().id(), form.version(), form.entry(), form.reason());
        return answer(FormPage.Kind.CORRECT, document, form, changes.make(change, asker));
    }

    @PostMapping("/records/{operation}/{number}/end")
    Reply end(@PathVariable String operation, @PathVariable String number, HttpServletRequest web, Asker asker) {
        OpenDocument document = document(operation, number, asker);
        EntryForm form = EntryForm.of(web, JapaneseDates.dateOf(clock.instant()));
        Change change = new Change.End(
                form.request(),
                document.head().id(),
                form.version(),
                form.choice(),
                form.entry().inputs(),
                form.reason());
        return answer(FormPage.Kind.END, document, form, changes.make(change, asker));
    }

    private Reply answer(FormPage.Kind kind, OpenDocument document, EntryForm form, ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Faulty(var faults) ->
                again(kind, document, form.typed(), faults, form.request(), List.of());
            case ChangeOutcome.Done _,
                    ChangeOutcome.Refused _,
                    ChangeOutcome.Stale _,
                    ChangeOutcome.NotPossible _,
                    ChangeOutcome.NotThere _ -> plain(document, outcome);
        };
    }

    /** What follows a change without a form of its own. */
    static Reply plain(OpenDocument document, ChangeOutcome outcome) {
        String operation = document.head().operation().value();
        String number = document.head().number();
        return switch (outcome) {
            case ChangeOutcome.Done done -> after(done);
            case ChangeOutcome.Faulty(var faults) -> StalePage.of(faults.getFirst(), operation, number);
            case ChangeOutcome.Refused(var decision) -> new RefusedPage(decision);
            case ChangeOutcome.Stale _ -> new StalePage("registration.stale.detail", operation, number);
            case ChangeOutcome.NotPossible(var message) -> new StalePage(message, operation, number);
            case ChangeOutcome.NotThere() -> throw new NotFound();
        };
    }

    private static Go after(ChangeOutcome.Done done) {
        return Go.to(
                "/records",
                "registration.flash." + done.standing().name().toLowerCase(java.util.Locale.ROOT),
                done.number());
    }

    @PostMapping("/records/{operation}/{number}/move")
    Reply move(@PathVariable String operation, @PathVariable String number, HttpServletRequest web, Asker asker) {
        OpenDocument document = document(operation, number, asker);
        EntryForm form = EntryForm.of(web, JapaneseDates.dateOf(clock.instant()));
        return plain(
                document,
                changes.make(
                        new Change.Move(
                                form.request(), document.head().id(), form.version(), form.choice(), form.reason()),
                        asker));
    }

    @PostMapping("/records/{operation}/{number}/withdraw")
    Reply withdraw(@PathVariable String operation, @PathVariable String number, HttpServletRequest web, Asker asker) {
        OpenDocument document = document(operation, number, asker);
        EntryForm form = EntryForm.of(web, JapaneseDates.dateOf(clock.instant()));
        return plain(
                document,
                changes.make(
                        new Change.Withdraw(form.request(), document.head().id(), form.version(), form.reason()),
                        asker));
    }

    @PostMapping("/records/{operation}/{number}/seal")
    Reply seal(
            @PathVariable String operation,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String readers,
            HttpServletRequest web,
            Asker asker) {
        OpenDocument document = document(operation, number, asker);
        EntryForm form = EntryForm.of(web, JapaneseDates.dateOf(clock.instant()));
        List<String> numbers = List.of(readers.split("[\\s,、]+", -1)).stream()
                .filter(reader -> !reader.isBlank())
                .toList();
        return plain(
                document,
                changes.make(
                        new Change.Seal(form.request(), document.head().id(), form.version(), numbers, form.reason()),
                        asker));
    }

    private Page again(
            FormPage.Kind kind,
            OpenDocument document,
            Map<String, List<String>> typed,
            List<Fault> faults,
            UUID request,
            List<FormPage.FileLine> files) {
        String path =
                RecordPaths.of(document.head().operation(), document.head().number());
        return new FormPage(
                kind,
                document.version(),
                document.type(),
                path + (kind == FormPage.Kind.END ? "/end" : "/correct"),
                document.head().number(),
                document.head().version(),
                request,
                typed,
                faults,
                files,
                wording);
    }

    private static Map<String, List<String>> typed(OpenDocument document) {
        Map<String, List<String>> typed = new TreeMap<>();
        Body body = document.latest().body();
        body.values().byInput().forEach((input, values) -> typed.put("f." + input, values));
        typed.put("caution", body.cautions().stream().map(CautionNote::code).toList());
        for (CautionNote note : body.cautions()) {
            typed.put("caution." + note.code() + ".source", List.of(note.source()));
            typed.put("caution." + note.code() + ".noted", List.of(note.noted().toString()));
        }
        typed.put("sourceForm", List.of(document.latest().sourceForm()));
        return typed;
    }

    private static List<FormPage.FileLine> files(DocumentType type, Sheet sheet) {
        List<FormPage.FileLine> lines = new ArrayList<>();
        for (Field field : type.fields()) {
            List<String> ids =
                    field.type().isAttachment() ? sheet.step().body().values().all(field.name()) : List.of();
            sheet.files().stream()
                    .filter(file -> ids.contains(file.id().toString()))
                    .map(file -> new FormPage.FileLine(field.name(), file.id().toString(), file.name()))
                    .forEach(lines::add);
        }
        return lines;
    }

    private OpenDocument document(String operation, String number, Asker asker) {
        return documents.open(RecordPaths.code(operation), number, asker).orElseThrow(NotFound::new);
    }

    private OperationVersion version(String operation) {
        return operations.byCode(RecordPaths.code(operation)).orElseThrow(NotFound::new);
    }

    private static DocumentType type(OperationVersion version, @Nullable String document) {
        return document == null || document.isBlank()
                ? version.definition().documents().getFirst()
                : version.definition().document(document).orElseThrow(NotFound::new);
    }
}
