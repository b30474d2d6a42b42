package akashi.intake;

import akashi.access.Access;
import akashi.access.Asker;
import akashi.access.ConditionResult;
import akashi.access.Decision;
import akashi.access.Question;
import akashi.operation.Act;
import akashi.operation.DocumentType;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.usage.Disclosure;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.CsvTable;
import akashi.web.Download;
import akashi.web.Go;
import akashi.web.NotFound;
import akashi.web.Page;
import akashi.web.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Importing a file, and the report on it. */
@Controller
class ImportPages {
    private final Imports imports;
    private final IntakeSql sql;
    private final Operations operations;
    private final Organization organization;
    private final Access access;
    private final Taking taking;
    private final UsageLog usage;

    ImportPages(
            Imports imports,
            IntakeSql sql,
            Operations operations,
            Organization organization,
            Access access,
            Taking taking,
            UsageLog usage) {
        this.imports = imports;
        this.sql = sql;
        this.operations = operations;
        this.organization = organization;
        this.access = access;
        this.taking = taking;
        this.usage = usage;
    }

    /** The form, with what was wrong with the file just sent. */
    record ImportPage(
            OperationVersion version,
            List<IntakeSql.Entry> latest,
            @Nullable ImportReport report,
            @Nullable String problem,
            List<Object> problemArgs,
            List<ConditionResult> unmet)
            implements Page {
        ImportPage {
            latest = List.copyOf(latest);
            problemArgs = List.copyOf(problemArgs);
            unmet = List.copyOf(unmet);
        }

        @Override
        public String template() {
            return "intake/form";
        }

        @Override
        public String title() {
            return "intake.title";
        }

        @Override
        public int status() {
            return !unmet.isEmpty() ? 403 : report != null || problem != null ? 422 : 200;
        }

        List<DocumentType> types() {
            return version.definition().documents().stream()
                    .filter(type -> !type.imports().isEmpty())
                    .toList();
        }
    }

    /** The report on a file that was taken over. */
    record ReportPage(IntakeSql.Entry entry) implements Page {
        @Override
        public String template() {
            return "intake/report";
        }

        @Override
        public String title() {
            return "intake.report.title";
        }

        @Override
        public List<Object> titleArgs() {
            return List.of(entry.number());
        }
    }

    @GetMapping("/records/import")
    Page form(@RequestParam String operation, Asker asker) {
        return page(version(operation), asker, null, null, List.of(), List.of());
    }

    @PostMapping("/records/import")
    Reply take(
            @RequestParam String operation,
            @RequestParam String mapping,
            @RequestParam MultipartFile file,
            Asker asker) {
        OperationVersion version = version(operation);
        String[] chosen = mapping.split("/", 2);
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        Imports.Request request = new Imports.Request(
                version.code(),
                chosen[0],
                chosen.length > 1 ? chosen[1] : "",
                name.substring(0, Math.min(120, name.length())).replaceAll("\\p{Cntrl}", ""),
                bytes(file));
        return switch (imports.take(request, asker)) {
            case ImportOutcome.Taken(long number, var report) ->
                Go.to("/records/import/" + number, "intake.taken", report.made());
            case ImportOutcome.Faulty(var report) -> page(version, asker, report, null, List.of(), List.of());
            case ImportOutcome.Broken(long line, var key) -> page(version, asker, null, key, List.of(line), List.of());
            case ImportOutcome.Known known ->
                page(version, asker, null, "intake.known", List.of(known.number()), List.of());
            case ImportOutcome.Refused(var decision) ->
                page(version, asker, null, "intake.refused", List.of(), decision.unmet());
            case ImportOutcome.NotThere() -> throw new NotFound();
        };
    }

    @GetMapping("/records/import/{number}")
    Page report(@PathVariable long number, Asker asker) {
        return new ReportPage(released(number, asker));
    }

    /** Every repair and every doubled line as CSV. */
    @GetMapping("/records/import/{number}/repairs.csv")
    Download repairs(@PathVariable long number, Asker asker) {
        var csv = new CsvTable(List.of("line", "column", "rule", "from", "to"));
        var report = released(number, asker).report();
        for (var repair : report.repairs()) {
            csv.row(List.of(Long.toString(repair.line()), repair.column(), repair.rule(), repair.from(), repair.to()));
        }
        for (var doubled : report.doubled()) {
            csv.row(List.of(Long.toString(doubled.line()), "", "doubled-row", Long.toString(doubled.first()), ""));
        }
        return csv.download("import-" + number + ".csv");
    }

    private IntakeSql.Entry released(long number, Asker asker) {
        Optional<IntakeSql.Entry> entry = sql.byNumber(number)
                .filter(e -> e.unit().equals(unit(asker).id()))
                .filter(e -> operations
                        .byCode(new OperationCode(e.operation()))
                        .filter(version -> permitted(version, asker))
                        .isPresent());
        Use use = Use.of("IMPORT_REPORT", asker.actor()).stating("number", Long.toString(number));
        return usage.release(use, Withheld.of(entry, Disclosure.nothing()))
                .value()
                .orElseThrow(NotFound::new);
    }

    private boolean permitted(OperationVersion version, Asker asker) {
        return access.decide(Question.of(asker, Act.REGISTER, version, taking.now())) instanceof Decision.Permit;
    }

    private Page page(
            OperationVersion version,
            Asker asker,
            @Nullable ImportReport report,
            @Nullable String problem,
            List<Object> args,
            List<ConditionResult> unmet) {
        List<IntakeSql.Entry> latest = permitted(version, asker)
                ? sql.latest(unit(asker).id(), version.code().value())
                : List.of();
        return new ImportPage(version, latest, report, problem, args, unmet);
    }

    private Unit unit(Asker asker) {
        return organization.roster().command(asker.unit().id()).orElse(asker.unit());
    }

    private OperationVersion version(String operation) {
        return Optional.of(operation)
                .filter(OperationCode::fits)
                .map(OperationCode::new)
                .flatMap(operations::byCode)
                .orElseThrow(NotFound::new);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException("Reading a file that was sent", gone);
        }
    }
}
