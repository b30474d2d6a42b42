package akashi.registration;

import akashi.access.Asker;
import akashi.document.Names;
import akashi.document.OpenDocument;
import akashi.document.Sheet;
import akashi.document.Standing;
import akashi.document.Step;
import akashi.document.Wording;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.reading.DocumentReading;
import akashi.reading.RecordPaths;
import akashi.reading.RefusedPage;
import akashi.reading.Shown;
import akashi.reading.Viewed;
import akashi.reading.Why;
import akashi.record.Documents;
import akashi.web.Chrome;
import akashi.web.NotFound;
import akashi.web.Page;
import akashi.web.Reply;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second person's desk: what waits, each beside what counted before, confirm or send back. */
@Controller
class ConfirmationPages {
    private final Confirmations confirmations;
    private final RecordChanges changes;
    private final Documents documents;
    private final DocumentReading reading;
    private final Wording wording;
    private final Names names;
    private final Clock clock;

    ConfirmationPages(
            Confirmations confirmations,
            RecordChanges changes,
            Documents documents,
            DocumentReading reading,
            Wording wording,
            Names names,
            Clock clock) {
        this.confirmations = confirmations;
        this.changes = changes;
        this.documents = documents;
        this.reading = reading;
        this.wording = wording;
        this.names = names;
        this.clock = clock;
    }

    /** The queue; it names numbers and authors, nothing of what was entered. */
    record QueuePage(List<Documents.Waiting> waiting, Confirmations confirmations, Names names) implements Page {
        QueuePage {
            waiting = List.copyOf(waiting);
        }

        @Override
        public String template() {
            return "registration/queue";
        }

        @Override
        public String title() {
            return "registration.queue.title";
        }

        String operation(Documents.Waiting entry, Chrome chrome) {
            return confirmations.name(entry.operation(), chrome.lang());
        }

        String path(Documents.Waiting entry) {
            return "/confirmations/" + entry.operation().value() + "/" + entry.number();
        }
    }

    /** One entry beside what counts until now; {@code before} is null for a new document. */
    record DecidePage(Shown entered, @Nullable Shown before, Step step, UUID request, Instant now, Names names)
            implements Page {
        @Override
        public String template() {
            return "registration/decide";
        }

        @Override
        public String title() {
            return "registration.decide.title";
        }

        @Override
        public List<Object> titleArgs() {
            return List.of(entered.content().number());
        }

        String path() {
            return "/confirmations/" + entered.content().operation().value() + "/"
                    + entered.content().number();
        }

        boolean differs(akashi.operation.Field field) {
            return before != null
                    && field.inputs().stream()
                            .anyMatch(input -> !before.content()
                                    .values()
                                    .all(input)
                                    .equals(entered.content().values().all(input)));
        }
    }

    @GetMapping("/confirmations")
    Page queue(Asker asker) {
        return new QueuePage(confirmations.waiting(asker), confirmations, names);
    }

    @GetMapping("/confirmations/{operation}/{number}")
    Page decide(@PathVariable String operation, @PathVariable String number, Asker asker) {
        OperationCode code = RecordPaths.code(operation);
        DocumentReading.Target target = new DocumentReading.Target(code, number, Why.WORK, asker);
        return switch (reading.forWork("CONFIRM_FORM", Act.CONFIRM, target)) {
            case Viewed.NotThere<Sheet> _ -> throw new NotFound();
            case Viewed.Barred<Sheet>(var decision) -> new RefusedPage(decision);
            case Viewed.Seen<Sheet> seen -> {
                Sheet sheet = seen.value();
                if (sheet.document().head().standing() != Standing.WAITING) {
                    yield new StalePage("registration.not-possible.nothing-waits", operation, number);
                }
                Optional<Step> before = documents.counting(sheet.document().head());
                yield new DecidePage(
                        Shown.of(sheet, wording, names),
                        before.map(step -> Shown.of(
                                        new Sheet(sheet.document(), step, documents.writtenUnder(step), sheet.files()),
                                        wording,
                                        names))
                                .orElse(null),
                        sheet.step(),
                        UUID.randomUUID(),
                        clock.instant(),
                        names);
            }
        };
    }

    @PostMapping("/confirmations/{operation}/{number}")
    Reply decided(
            @PathVariable String operation,
            @PathVariable String number,
            @RequestParam String choice,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(defaultValue = "") String reason,
            Asker asker) {
        OpenDocument document =
                documents.open(RecordPaths.code(operation), number, asker).orElseThrow(NotFound::new);
        UUID id = EntryForm.requestId(request);
        Change change = choice.equals("confirm")
                ? new Change.Confirm(id, document.head().id(), version)
                : new Change.SendBack(id, document.head().id(), version, reason);
        ChangeOutcome outcome = changes.make(change, asker);
        if (outcome instanceof ChangeOutcome.Done done) {
            boolean confirmed = done.standing() == Standing.COUNTED;
            return akashi.web.Go.to(
                    "/confirmations",
                    confirmed ? "registration.flash.confirmed" : "registration.flash.sent-back",
                    done.number());
        }
        return EntryPages.plain(document, outcome);
    }
}
