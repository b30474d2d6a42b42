package akashi.transfer;

import akashi.organization.Organization;
import akashi.reorganization.ImportFile;
import akashi.reorganization.ImportReport;
import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Messages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Entering transfer orders, looking at what they do, applying them. */
@Controller
class TransferPages {
    static final String LOOK = "TRANSFERS";
    private static final int LONGEST_PAPER = 200;

    private final Transfers transfers;
    private final TransferRows rows;
    private final Organization organization;
    private final Gate gate;
    private final UsageLog usage;
    private final Messages messages;

    TransferPages(
            Transfers transfers,
            TransferRows rows,
            Organization organization,
            Gate gate,
            UsageLog usage,
            Messages messages) {
        this.transfers = transfers;
        this.rows = rows;
        this.organization = organization;
        this.gate = gate;
        this.usage = usage;
        this.messages = messages;
    }

    @GetMapping("/transfers")
    Reply list(HttpServletRequest request) {
        var open = pass(request, LOOK);
        var page = list("", null, null, request);
        return release(Use.of(LOOK, open.actor()).decided(open.ruling()), page);
    }

    @PostMapping("/transfers")
    Reply enter(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String paper,
            HttpServletRequest request) {
        var open = pass(request, Transfers.ENTER);
        var stated = paper.strip();
        if (stated.isEmpty()
                || stated.length() > LONGEST_PAPER
                || stated.chars().anyMatch(Character::isISOControl)) {
            return list(stated, null, "transfer.fault.paper", request);
        }
        if (file == null || file.isEmpty()) {
            return list(stated, null, "transfer.fault.file", request);
        }
        return switch (transfers.enter(sent(file), stated, open.actor(), open.ruling())) {
            case Transfers.Entry.Entered(var number) -> Go.to("/transfers/" + number, "transfer.entered");
            case Transfers.Entry.Refused(var report) ->
                list(stated, report, report.clean() ? "transfer.fault.nobody" : null, request);
            case Transfers.Entry.Needless(var message) -> list(stated, null, message, request);
        };
    }

    @GetMapping("/transfers/{number:[0-9]{1,9}}")
    Reply one(@PathVariable long number, @RequestParam(defaultValue = "") String search, HttpServletRequest request) {
        var open = pass(request, LOOK);
        var page = page(number, search.strip(), null, request);
        return release(
                Use.of(LOOK, open.actor()).decided(open.ruling()).stating("transfer", Long.toString(number)), page);
    }

    @GetMapping("/transfers/{number:[0-9]{1,9}}/people.csv")
    Reply csv(@PathVariable long number, HttpServletRequest request) {
        var open = pass(request, LOOK);
        var transfer = transfers.one(number).orElseThrow(NotFound::new);
        var language = Languages.of(request);
        var file = new TransferCsv(messages, language)
                .of(rows.of(transfers.preview(transfer).rows(), language), "transfer-" + number + ".csv");
        var use = Use.of(LOOK, open.actor()).decided(open.ruling()).stating("transfer", Long.toString(number));
        return usage.release(use, Withheld.of(file, Disclosure.of(List.of(), file.content())))
                .value();
    }

    @PostMapping("/transfers/{number:[0-9]{1,9}}/apply")
    Reply apply(@PathVariable long number, @RequestParam(defaultValue = "") String digest, HttpServletRequest request) {
        var open = pass(request, Transfers.APPLY);
        var transfer = transfers.one(number).orElseThrow(NotFound::new);
        return switch (transfers.apply(transfer, digest, open.actor(), open.ruling())) {
            case Transfers.Application.Applied(var lines) -> Go.to("/transfers/" + number, "transfer.applied", lines);
            case Transfers.Application.Refused(var message) -> page(number, "", message, request);
        };
    }

    @PostMapping("/transfers/{number:[0-9]{1,9}}/withdraw")
    Reply withdraw(@PathVariable long number, HttpServletRequest request) {
        var open = pass(request, Transfers.ENTER);
        var transfer = transfers.one(number).orElseThrow(NotFound::new);
        return transfers.withdraw(transfer, open.actor(), open.ruling())
                ? Go.to("/transfers/" + number, "transfer.withdrawn")
                : page(number, "", "transfer.stale", request);
    }

    @PostMapping("/transfers/{number:[0-9]{1,9}}/opposite")
    Reply oppose(@PathVariable long number, @RequestParam(defaultValue = "") String staff, HttpServletRequest request) {
        var open = pass(request, Transfers.ENTER);
        var transfer = transfers.one(number).orElseThrow(NotFound::new);
        return switch (transfers.oppose(transfer, staff.strip(), open.actor(), open.ruling())) {
            case Transfers.Entry.Entered(var opposite) ->
                Go.to("/transfers/" + opposite, "transfer.opposite.entered", number);
            case Transfers.Entry.Refused(var report) -> list(transfer.paper(), report, null, request);
            case Transfers.Entry.Needless(var message) -> page(number, staff.strip(), message, request);
        };
    }

    private TransfersPage list(
            String paper, @Nullable ImportReport refused, @Nullable String error, HttpServletRequest request) {
        var language = Languages.of(request);
        var found = transfers.latest().stream()
                .map(transfer ->
                        new TransfersPage.Row(transfer, name(transfer.entered().by(), language)))
                .toList();
        return new TransfersPage(
                found, gate.offers(request, Transfers.ENTER), transfers.today(), paper, refused, error);
    }

    private TransferPage page(long number, String search, @Nullable String error, HttpServletRequest request) {
        var transfer = transfers.one(number).orElseThrow(NotFound::new);
        var language = Languages.of(request);
        var preview = transfers.preview(transfer);
        var fitting = rows.of(preview.rows(), language).stream()
                .filter(row -> fits(row, search))
                .toList();
        var waits = transfer.state() == Transfer.State.WAITING;
        var viewer = gate.ask(request, LOOK, null) instanceof Gate.Open open
                ? open.actor().staffNumber()
                : "";
        var own = transfer.entered().by().equals(viewer);
        var decided = transfer.decided();
        return new TransferPage(
                transfer,
                preview,
                name(transfer.entered().by(), language),
                decided == null ? "" : name(decided.by(), language),
                fitting.subList(0, Math.min(TransferPage.MOST_SHOWN, fitting.size())),
                fitting.size(),
                search,
                new TransferPage.May(
                        waits
                                && gate.offers(request, Transfers.APPLY)
                                && (!own || preview.takesAway())
                                && preview.report().clean(),
                        waits && gate.offers(request, Transfers.ENTER),
                        waits && own && !preview.takesAway(),
                        transfer.state() == Transfer.State.APPLIED && gate.offers(request, Transfers.ENTER)),
                transfers.opposites(transfer),
                transfers.today(),
                error);
    }

    private static boolean fits(TransferRow row, String search) {
        return search.isEmpty()
                || row.row().person().staffNumber().equals(search)
                || row.name().contains(search)
                || row.before().contains(search)
                || row.after().contains(search);
    }

    private <P extends akashi.web.Page> P release(Use use, P page) {
        var shown = page.toString().getBytes(StandardCharsets.UTF_8);
        return usage.release(use, Withheld.of(page, Disclosure.of(List.of(), shown)))
                .value();
    }

    private String name(String staffNumber, Locale language) {
        return organization
                .roster()
                .byStaffNumber(staffNumber)
                .map(person -> person.name(language))
                .orElse(staffNumber);
    }

    private Gate.Open pass(HttpServletRequest request, String act) {
        return switch (gate.ask(request, act, null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }

    private static ImportFile sent(MultipartFile sent) {
        var name = Optional.ofNullable(sent.getOriginalFilename()).orElse("");
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        try {
            return new ImportFile(
                    last.isEmpty() ? "csv" : last.substring(0, Math.min(last.length(), 100)), sent.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
