package akashi.reorganization;

import akashi.organization.Organization;
import akashi.usage.Door;
import akashi.web.CsvTable;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Messages;
import akashi.web.NotFound;
import akashi.web.Page;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Sending import files, reading the report, applying. */
@Controller
class ImportPages {
    private static final int MOST_FILES = 10;

    private final OrganizationImport imports;
    private final Organization organization;
    private final Door door;
    private final Messages messages;

    ImportPages(OrganizationImport imports, Organization organization, Door door, Messages messages) {
        this.imports = imports;
        this.organization = organization;
        this.door = door;
        this.messages = messages;
    }

    @GetMapping("/organization/import")
    Page form(HttpServletRequest request) {
        var entered = door.enter(request, OrganizationImport.ACT, null);
        var language = Languages.of(request);
        var latest = imports.latest().stream().map(kept -> row(kept, language)).toList();
        return door.show(entered.use().stating("step", "list"), new ImportPage(latest));
    }

    @PostMapping("/organization/import")
    Reply send(@RequestParam(required = false) List<MultipartFile> files, HttpServletRequest request) {
        var entered = door.enter(request, OrganizationImport.ACT, null);
        var sent = Optional.ofNullable(files).orElse(List.of()).stream()
                .filter(file -> !file.isEmpty())
                .map(ImportPages::file)
                .toList();
        if (sent.isEmpty() || sent.size() > MOST_FILES) {
            return Go.refused("/organization/import", "reorganization.choose", MOST_FILES);
        }
        return Go.to("/organization/import/" + imports.keep(sent, entered.actor()));
    }

    @GetMapping("/organization/import/{number:[0-9]{1,9}}")
    Page report(@PathVariable long number, HttpServletRequest request) {
        var entered = door.enter(request, OrganizationImport.ACT, null);
        var kept = imports.kept(number).orElseThrow(NotFound::new);
        var report = imports.reportOf(kept);
        return door.show(
                entered.use().stating("step", "preview").stating("import", Long.toString(number)),
                new ImportReportPage(row(kept, Languages.of(request)), report));
    }

    @GetMapping("/organization/import/{number:[0-9]{1,9}}/report.csv")
    Reply csv(@PathVariable long number, HttpServletRequest request) {
        var entered = door.enter(request, OrganizationImport.ACT, null);
        var kept = imports.kept(number).orElseThrow(NotFound::new);
        var file = csv(imports.reportOf(kept), Languages.of(request)).download("import-" + number + ".csv");
        return door.show(
                entered.use().stating("step", "report").stating("import", Long.toString(number)),
                file,
                download -> new String(download.content(), StandardCharsets.UTF_8));
    }

    @PostMapping("/organization/import/{number:[0-9]{1,9}}/apply")
    Reply apply(@PathVariable long number, HttpServletRequest request) {
        var entered = door.enter(request, OrganizationImport.ACT, null);
        var kept = imports.kept(number).orElseThrow(NotFound::new);
        String back = "/organization/import/" + number;
        if (kept.appliedAt() != null) {
            return Go.refused(back, "reorganization.already");
        }
        return switch (imports.applyKept(number, entered.use())) {
            case OrganizationImport.Applied applied ->
                Go.to(back, "reorganization.applied", applied.report().effects().size());
            case OrganizationImport.Refused(var report) ->
                Go.refused(back, "reorganization.refused", report.faults().size());
        };
    }

    private CsvTable csv(ImportReport report, Locale language) {
        var csv = new CsvTable(Stream.of("file", "line", "column", "what", "text")
                .map(column -> messages.text(language, "reorganization.column." + column))
                .toList());
        for (var fault : report.faults()) {
            csv.row(List.of(
                    fault.file(),
                    Integer.toString(fault.line()),
                    fault.column(),
                    messages.text(language, "reorganization.fault"),
                    messages.text(language, fault.message(), fault.args().toArray())));
        }
        for (var repair : report.repairs()) {
            csv.row(List.of(
                    repair.file(),
                    Integer.toString(repair.line()),
                    repair.column(),
                    messages.text(language, "reorganization.repair"),
                    repair.from() + " → " + repair.to()));
        }
        for (var effect : report.effects()) {
            csv.row(List.of(
                    effect.file(),
                    Integer.toString(effect.line()),
                    "",
                    messages.text(language, "reorganization.change." + effect.change()),
                    effect.subject()));
        }
        return csv;
    }

    private ImportPage.Row row(KeptImport kept, Locale language) {
        return new ImportPage.Row(
                kept.number(),
                kept.sentAt(),
                name(kept.sentBy(), language),
                kept.appliedAt(),
                kept.appliedBy() == null ? "" : name(kept.appliedBy(), language));
    }

    private String name(String staffNumber, Locale language) {
        return organization
                .roster()
                .byStaffNumber(staffNumber)
                .map(person -> person.name(language))
                .orElse(staffNumber);
    }

    private static ImportFile file(MultipartFile sent) {
        String name = Optional.ofNullable(sent.getOriginalFilename()).orElse("");
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        try {
            return new ImportFile(
                    last.isEmpty() ? "csv" : last.substring(0, Math.min(last.length(), 100)), sent.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
