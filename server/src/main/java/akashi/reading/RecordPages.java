package akashi.reading;

import akashi.access.Asker;
import akashi.access.Rights;
import akashi.calendar.JapaneseDates;
import akashi.document.Attachment;
import akashi.document.Names;
import akashi.document.Sheet;
import akashi.document.Wording;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.operation.State;
import akashi.web.Download;
import akashi.web.NotFound;
import akashi.web.Page;
import akashi.web.Reply;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Reading documents: view, as of an instant, history, files. Each asks for the purpose first. */
@Controller
class RecordPages {
    private final Operations operations;
    private final Rights rights;
    private final DocumentReading reading;
    private final Wording wording;
    private final Names names;
    private final ObjectProvider<LinkedRecords> links;
    private final Clock clock;

    RecordPages(
            Operations operations,
            Rights rights,
            DocumentReading reading,
            Wording wording,
            Names names,
            ObjectProvider<LinkedRecords> links,
            Clock clock) {
        this.operations = operations;
        this.rights = rights;
        this.reading = reading;
        this.wording = wording;
        this.names = names;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/records")
    Page hub(Asker asker) {
        LocalDate today = JapaneseDates.dateOf(clock.instant());
        List<HubPage.Entry> entries = operations.inForce().stream()
                .map(version -> new HubPage.Entry(
                        version,
                        rights.of(asker, Act.REGISTER, version, today).isPresent(),
                        rights.of(asker, Act.LIST, version, today).isPresent(),
                        rights.of(asker, Act.CONTENT, version, today).isPresent()))
                .filter(entry -> entry.register() || entry.list() || entry.content())
                .toList();
        return new HubPage(entries);
    }

    /** The form on the hub: operation and number lead to the document. */
    @GetMapping("/records/open")
    Reply open(@RequestParam String operation, @RequestParam String number) {
        return akashi.web.Go.to(RecordPaths.of(RecordPaths.code(operation), number.strip()));
    }

    @GetMapping("/records/{operation}/{number}")
    Page view(
            @PathVariable String operation,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(name = "case", required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable String asOf,
            Asker asker) {
        Why why = Why.of(purpose, reference, note);
        OperationCode code = RecordPaths.code(operation);
        if (!why.stated()) {
            return purpose(code, number, "", "reading.purpose.title");
        }
        Optional<Instant> at = asOf == null || asOf.isBlank()
                ? Optional.empty()
                : Optional.of(RecordPaths.moment(asOf).orElseThrow(NotFound::new));
        return switch (reading.content(new DocumentReading.Target(code, number, why, asker), at.orElse(null))) {
            case Viewed.NotThere<Sheet> _ -> throw new NotFound();
            case Viewed.Barred<Sheet>(var decision) -> new RefusedPage(decision);
            case Viewed.Seen<Sheet>(var sheet, var proof) ->
                new ViewPage(
                        Shown.of(sheet, wording, names),
                        why,
                        at.orElse(null),
                        clock.instant(),
                        sheet
                                .document()
                                .type()
                                .transitionsFrom(sheet.document().head().state())
                                .stream()
                                .filter(step -> sheet.document()
                                        .type()
                                        .state(step.to())
                                        .filter(s -> s.kind() == State.Kind.CURRENT)
                                        .isPresent())
                                .filter(step -> step.right().act() != Act.CONFIRM)
                                .toList(),
                        sheet.document()
                                .type()
                                .endingsFrom(sheet.document().head().state()),
                        UUID.randomUUID(),
                        proof,
                        links.stream()
                                .flatMap(source ->
                                        source.of(sheet.document().head().id(), asker).stream())
                                .toList());
        };
    }

    @GetMapping("/records/{operation}/{number}/history")
    Page history(
            @PathVariable String operation,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(name = "case", required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String note,
            Asker asker) {
        Why why = Why.of(purpose, reference, note);
        OperationCode code = RecordPaths.code(operation);
        if (!why.stated()) {
            return purpose(code, number, "/history", "reading.purpose.title");
        }
        return switch (reading.history(new DocumentReading.Target(code, number, why, asker))) {
            case Viewed.NotThere<DocumentReading.History> _ -> throw new NotFound();
            case Viewed.Barred<DocumentReading.History>(var decision) -> new RefusedPage(decision);
            case Viewed.Seen<DocumentReading.History> seen -> new HistoryPage(seen.value(), why, wording, names);
        };
    }

    @GetMapping("/records/{operation}/{number}/files/{place}")
    Reply file(
            @PathVariable String operation,
            @PathVariable String number,
            @PathVariable int place,
            @RequestParam String purpose,
            @RequestParam(name = "case", required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String note,
            Asker asker) {
        Why why = Why.of(purpose, reference, note);
        return switch (reading.file(
                new DocumentReading.Target(RecordPaths.code(operation), number, why, asker), place)) {
            case Viewed.NotThere<Attachment.Stored> _ -> throw new NotFound();
            case Viewed.Barred<Attachment.Stored>(var decision) -> new RefusedPage(decision);
            case Viewed.Seen<Attachment.Stored> seen ->
                new Download(
                        seen.value().name(), seen.value().type(), seen.value().content());
        };
    }

    private Page purpose(OperationCode code, String number, String below, String title) {
        return operations
                .byCode(code)
                .<Page>map(version -> new PurposePage(version, number, RecordPaths.of(code, number) + below, title))
                .orElseThrow(NotFound::new);
    }
}
