package akashi.registration;

import akashi.access.Asker;
import akashi.access.Decision;
import akashi.calendar.JapaneseDates;
import akashi.document.CautionNote;
import akashi.document.Fault;
import akashi.document.Names;
import akashi.document.RecordContent;
import akashi.document.RecordId;
import akashi.document.Sheet;
import akashi.document.Step;
import akashi.organization.Unit;
import akashi.reading.DocumentReading;
import akashi.reading.RecordPaths;
import akashi.reading.Viewed;
import akashi.reading.Why;
import akashi.record.Documents;
import akashi.usage.Proved;
import akashi.web.ApiProblem;
import akashi.web.Languages;
import akashi.web.Messages;
import akashi.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents over JSON: register, read now or as of an instant, history, correct, end, confirm. */
@RestController
@RequestMapping("/api/v1/records")
class RecordApi {
    private final RecordChanges changes;
    private final Documents documents;
    private final DocumentReading reading;
    private final Names names;
    private final Messages messages;
    private final Clock clock;

    RecordApi(
            RecordChanges changes,
            Documents documents,
            DocumentReading reading,
            Names names,
            Messages messages,
            Clock clock) {
        this.changes = changes;
        this.documents = documents;
        this.reading = reading;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    /** A caution as it is sent and answered; the date may be missing when sent and is then today. */
    record CautionBody(
            @Nullable String code,
            @Nullable String source,
            @Nullable LocalDate noted) {}

    /** What is sent to change a document; every part may be missing, and what is needed and missing is a fault. */
    record ChangeBody(
            @Nullable String request,
            @Nullable String document,
            @Nullable Integer version,
            @Nullable Map<String, @NotNull List<@NotNull String>> values,
            @Nullable List<@NotNull CautionBody> cautions,
            @Nullable String sourceForm,
            @Nullable String reason,
            @Nullable String ending) {}

    /** What a change came to. */
    record DoneBody(String operation, String number, int version, String standing) {}

    /** A document at one version. */
    record DocumentBody(
            String operation,
            String operationVersion,
            String document,
            String number,
            @Nullable String unit,
            String standing,
            String state,
            @Nullable String ending,
            int version,
            int latest,
            boolean counts,
            Instant heldFrom,
            Map<String, List<String>> values,
            List<CautionBody> cautions,
            String sourceForm,
            String proof) {}

    /** One step of a history. */
    record StepBody(
            int version,
            String act,
            Instant at,
            String by,
            String standing,
            String state,
            boolean counts,
            @Nullable String ending,
            String reason,
            Map<String, List<String>> values) {}

    @PostMapping("/{operation}")
    ResponseEntity<DoneBody> register(
            @PathVariable String operation, @Valid @RequestBody ChangeBody body, Asker asker, HttpServletRequest web) {
        Change change =
                new Change.Register(request(body), RecordPaths.code(operation), text(body.document()), entry(body));
        return ResponseEntity.status(HttpStatus.CREATED).body(make(change, asker, web));
    }

    @GetMapping("/{operation}/{number}")
    DocumentBody content(
            @PathVariable String operation,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(name = "case", defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String asOf,
            Asker asker,
            HttpServletRequest web) {
        Instant at = asOf.isEmpty()
                ? null
                : RecordPaths.moment(asOf).orElseThrow(() -> new ApiProblem(400, "record-moment"));
        DocumentReading.Target target = new DocumentReading.Target(
                RecordPaths.code(operation), number, Why.of(purpose, reference, reason), asker);
        Sheet sheet;
        Proved proof;
        switch (reading.content(target, at)) {
            case Viewed.NotThere<Sheet> _ -> throw new NotFound();
            case Viewed.Barred<Sheet>(var decision) -> throw refused(decision, web);
            case Viewed.Seen<Sheet> seen -> {
                sheet = seen.value();
                proof = seen.proof();
            }
        }
        return body(sheet.content(), proof);
    }

    @GetMapping("/{operation}/{number}/history")
    List<StepBody> history(
            @PathVariable String operation,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(name = "case", defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String reason,
            Asker asker,
            HttpServletRequest web) {
        DocumentReading.Target target = new DocumentReading.Target(
                RecordPaths.code(operation), number, Why.of(purpose, reference, reason), asker);
        return switch (reading.history(target)) {
            case Viewed.NotThere<DocumentReading.History> _ -> throw new NotFound();
            case Viewed.Barred<DocumentReading.History>(var decision) -> throw refused(decision, web);
            case Viewed.Seen<DocumentReading.History> seen ->
                seen.value().steps().stream().map(RecordApi::step).toList();
        };
    }

    @PutMapping("/{operation}/{number}")
    DoneBody correct(
            @PathVariable String operation,
            @PathVariable String number,
            @Valid @RequestBody ChangeBody body,
            Asker asker,
            HttpServletRequest web) {
        RecordId record = record(operation, number, asker);
        return make(
                new Change.Correct(request(body), record, version(body), entry(body), text(body.reason())), asker, web);
    }

    @PostMapping("/{operation}/{number}/end")
    DoneBody end(
            @PathVariable String operation,
            @PathVariable String number,
            @Valid @RequestBody ChangeBody body,
            Asker asker,
            HttpServletRequest web) {
        RecordId record = record(operation, number, asker);
        Map<String, List<String>> inputs = body.values() == null ? Map.of() : body.values();
        return make(
                new Change.End(request(body), record, version(body), text(body.ending()), inputs, text(body.reason())),
                asker,
                web);
    }

    @PostMapping("/{operation}/{number}/confirm")
    DoneBody confirm(
            @PathVariable String operation,
            @PathVariable String number,
            @Valid @RequestBody ChangeBody body,
            Asker asker,
            HttpServletRequest web) {
        RecordId record = record(operation, number, asker);
        return make(new Change.Confirm(request(body), record, version(body)), asker, web);
    }

    private DoneBody make(Change change, Asker asker, HttpServletRequest web) {
        return done(changes.make(change, asker), web);
    }

    private DoneBody done(ChangeOutcome outcome, HttpServletRequest web) {
        Locale language = Languages.of(web);
        return switch (outcome) {
            case ChangeOutcome.Done done ->
                new DoneBody(
                        done.operation().value(),
                        done.number(),
                        done.version(),
                        done.standing().name());
            case ChangeOutcome.Faulty(var faults) ->
                throw new ApiProblem(
                        400,
                        "record-faults",
                        List.of(faults.size()),
                        Map.of(
                                "faults",
                                faults.stream().map(f -> fault(f, language)).toList()));
            case ChangeOutcome.Stale stale ->
                throw new ApiProblem(409, "record-stale", List.of(stale.latest()), Map.of("latest", stale.latest()));
            case ChangeOutcome.Refused(var decision) -> throw refused(decision, web);
            case ChangeOutcome.NotPossible(var message) ->
                throw new ApiProblem(
                        409, "record-not-possible", List.of(), Map.of("why", messages.text(language, message)));
            case ChangeOutcome.NotThere() -> throw new NotFound();
        };
    }

    private Map<String, String> fault(Fault fault, Locale language) {
        return Map.of(
                "input",
                fault.input(),
                "code",
                fault.messageKey(),
                "text",
                messages.text(language, fault.messageKey(), fault.args().toArray()));
    }

    private ApiProblem refused(Decision.Refuse decision, HttpServletRequest web) {
        Locale language = Languages.of(web);
        List<Map<String, String>> unmet = decision.unmet().stream()
                .map(condition -> Map.of(
                        "rule",
                        condition.rule(),
                        "text",
                        messages.text(
                                language, condition.message(), condition.args().toArray())))
                .toList();
        return new ApiProblem(403, "record-refused", List.of(), Map.of("rule", decision.rule(), "unmet", unmet));
    }

    private DocumentBody body(RecordContent content, Proved proof) {
        Optional<String> unit = names.roster().unit(content.unit()).map(Unit::code);
        return new DocumentBody(
                content.operation().value(),
                content.operationVersion(),
                content.documentType(),
                content.number(),
                unit.orElse(null),
                content.standing().name(),
                content.state(),
                content.ending(),
                content.version(),
                content.latest(),
                content.counts(),
                content.heldFrom(),
                content.values().byInput(),
                content.cautions().stream()
                        .map(note -> new CautionBody(note.code(), note.source(), note.noted()))
                        .toList(),
                content.sourceForm(),
                proof.number());
    }

    private static StepBody step(Step step) {
        return new StepBody(
                step.version(),
                step.kind().name(),
                step.at(),
                step.by().staffNumber(),
                step.standing().name(),
                step.state(),
                step.counts(),
                step.ending(),
                step.reason(),
                step.body().values().byInput());
    }

    private RecordId record(String operation, String number, Asker asker) {
        return documents
                .open(RecordPaths.code(operation), number, asker)
                .map(document -> document.head().id())
                .orElseThrow(NotFound::new);
    }

    private Change.Entry entry(ChangeBody body) {
        LocalDate today = JapaneseDates.dateOf(clock.instant());
        List<CautionBody> cautions = body.cautions() == null ? List.of() : body.cautions();
        return new Change.Entry(
                body.values() == null ? Map.of() : body.values(),
                cautions.stream()
                        .map(c -> new CautionNote(
                                text(c.code()), text(c.source()), c.noted() == null ? today : c.noted()))
                        .toList(),
                List.of(),
                text(body.sourceForm()));
    }

    private static UUID request(ChangeBody body) {
        return EntryForm.requestId(text(body.request()));
    }

    private static int version(ChangeBody body) {
        return body.version() == null ? 0 : body.version();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
