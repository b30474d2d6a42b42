package akashi.procedure;

import akashi.access.Asker;
import akashi.operation.DocumentType;
import akashi.operation.OperationCode;
import akashi.usage.Gate;
import akashi.usage.Use;
import akashi.web.CsvTable;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The golden questions of an operation, kept by its managing section. */
@Controller
class GoldenPages {
    private final GoldenSql sql;
    private final Sight sight;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GoldenPages(GoldenSql sql, Sight sight, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.sight = sight;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/procedures/golden/{operation:[a-z0-9-]{1,40}}")
    Reply list(Asker asker, @PathVariable String operation, HttpServletRequest request) {
        var open = sight.pass(request, Sight.LOOK);
        var code = code(operation);
        return sight.show(open, "golden " + code, page(asker, code, null, request));
    }

    @GetMapping("/procedures/golden/{operation:[a-z0-9-]{1,40}}.csv")
    Reply csv(Asker asker, @PathVariable String operation, HttpServletRequest request) {
        var open = sight.pass(request, Sight.LOOK);
        var code = code(operation);
        var language = Languages.of(request);
        var csv = new CsvTable(sight.texts(
                language,
                "procedure.golden.question",
                "operation.document",
                "procedure.golden.says",
                "procedure.golden.by",
                "procedure.golden.asked"));
        for (var row : page(asker, code, null, request).questions()) {
            var says = new StringJoiner("\n");
            row.says().forEach(said -> says.add(said.label() + "=" + said.value()));
            csv.row(List.of(
                    row.golden().title(),
                    row.document(),
                    says.toString(),
                    sight.text("procedure.golden.kind." + row.golden().kind(), List.of(), language),
                    row.golden().asked()));
        }
        return sight.show(open, "golden " + code, csv.download("golden-" + code + ".csv"));
    }

    @PostMapping("/procedures/golden/{operation:[a-z0-9-]{1,40}}")
    Reply keep(
            Asker asker,
            @PathVariable String operation,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String says,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String asked,
            HttpServletRequest request) {
        var open = sight.pass(request, Sight.PROPOSE);
        var code = code(operation);
        var by = Arrays.stream(Golden.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        var type = documents(code).stream()
                .filter(known -> known.code().equals(document))
                .findFirst();
        var read = type.flatMap(known -> read(known, says));
        String wrong = !mine(asker, code)
                ? "section"
                : title.strip().length() < 3 || title.length() > 200 || title.indexOf('\0') >= 0
                        ? "golden-title"
                        : type.isEmpty()
                                ? "golden-document"
                                : read.isEmpty()
                                        ? "golden-says"
                                        : by.isEmpty()
                                                        || Golden.keys(by.get(), asked.strip())
                                                                .isEmpty()
                                                ? "golden-asked"
                                                : null;
        if (wrong != null) {
            return page(asker, code, wrong, request);
        }
        var golden = new Golden(
                0,
                code,
                title.strip(),
                document,
                read.orElseThrow(),
                by.orElseThrow(),
                asked.strip(),
                asker.staffNumber(),
                clock.instant());
        transaction.executeWithoutResult(_ -> {
            long number = sql.add(golden);
            var _ = sight.usage().record(use("GOLDEN_KEEP", open, code).stating("golden", Long.toString(number)));
        });
        return Go.to("/procedures/golden/" + code, "procedure.golden.kept");
    }

    @PostMapping("/procedures/golden/{operation:[a-z0-9-]{1,40}}/{number:[0-9]{1,9}}/retire")
    Reply retire(Asker asker, @PathVariable String operation, @PathVariable long number, HttpServletRequest request) {
        var open = sight.pass(request, Sight.PROPOSE);
        var code = code(operation);
        if (!mine(asker, code)) {
            return page(asker, code, "section", request);
        }
        transaction.executeWithoutResult(_ -> {
            if (sql.retire(code, number, clock.instant())) {
                var _ = sight.usage().record(use("GOLDEN_RETIRE", open, code).stating("golden", Long.toString(number)));
            }
        });
        return Go.to("/procedures/golden/" + code, "procedure.golden.retired");
    }

    private static Use use(String act, Gate.Open open, OperationCode code) {
        return Use.of(act, open.actor()).decided(open.ruling()).stating("operation", code.value());
    }

    private GoldenPage page(Asker asker, OperationCode code, @Nullable String error, HttpServletRequest request) {
        var language = Languages.of(request);
        var documents = documents(code);
        return new GoldenPage(
                code.value(),
                sight.operation(code, language),
                sql.of(code).stream()
                        .map(golden -> row(golden, documents, language))
                        .toList(),
                documents.stream().map(type -> choice(type, language)).toList(),
                mine(asker, code),
                error == null ? null : sight.text("procedure.refused." + error, List.of(code.value()), language));
    }

    private GoldenPage.Row row(Golden golden, List<DocumentType> documents, Locale language) {
        var type = documents.stream()
                .filter(known -> known.code().equals(golden.document()))
                .findFirst();
        return new GoldenPage.Row(
                golden,
                type.map(known -> known.name().in(language.getLanguage())).orElse(golden.document()),
                Golden.lines(golden.says()).orElse(Map.of()).entrySet().stream()
                        .map(said -> new GoldenPage.Said(
                                type.map(known -> Inputs.label(known, said.getKey(), sight.messages(), language))
                                        .orElse(said.getKey()),
                                said.getValue()))
                        .toList());
    }

    private GoldenPage.Choice choice(DocumentType type, Locale language) {
        return new GoldenPage.Choice(
                type.code(),
                type.name().in(language.getLanguage()),
                Inputs.of(type).stream()
                        .map(input -> Inputs.label(type, input, sight.messages(), language))
                        .toList());
    }

    /** What a record says, by the names of inputs; empty where a line is not of the form or names no field. */
    private Optional<String> read(DocumentType type, String says) {
        if (says.length() > 4000 || says.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        var named = new StringJoiner("\n");
        for (var said : Golden.lines(says).orElse(Map.of()).entrySet()) {
            var input = Inputs.called(type, said.getKey(), sight.messages());
            if (input.isEmpty()) {
                return Optional.empty();
            }
            named.add(input.get() + "=" + said.getValue());
        }
        return named.length() == 0 ? Optional.empty() : Optional.of(named.toString());
    }

    /** Every document the operation has or had, as its latest version with it names it. */
    private List<DocumentType> documents(OperationCode code) {
        var latest = new LinkedHashMap<String, DocumentType>();
        sight.operations().history(code).stream()
                .flatMap(version -> version.definition().documents().stream())
                .forEach(document -> latest.putIfAbsent(document.code(), document));
        return List.copyOf(latest.values());
    }

    private boolean mine(Asker asker, OperationCode code) {
        return sight.own(asker).stream().anyMatch(version -> version.code().equals(code));
    }

    private static OperationCode code(String text) {
        if (!OperationCode.fits(text)) {
            throw new NotFound();
        }
        return new OperationCode(text);
    }
}
