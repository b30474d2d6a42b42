package akashi.review;

import akashi.access.Asker;
import akashi.notice.ProposedOperations;
import akashi.operation.DocumentType;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.CsvTable;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Messages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The golden questions of an operation, kept by its managing section. */
@Controller
class GoldenPages {
    private static final String LOOK = "PROCEDURES";
    private static final String KEEP = "PROCEDURE_PROPOSE";

    private final GoldenQuestions questions;
    private final Operations operations;
    private final ObjectProvider<ProposedOperations> proposals;
    private final Gate gate;
    private final UsageLog usage;
    private final Messages messages;

    GoldenPages(
            GoldenQuestions questions,
            Operations operations,
            ObjectProvider<ProposedOperations> proposals,
            Gate gate,
            UsageLog usage,
            Messages messages) {
        this.questions = questions;
        this.operations = operations;
        this.proposals = proposals;
        this.gate = gate;
        this.usage = usage;
        this.messages = messages;
    }

    @GetMapping("/procedures/golden/{operation:[a-z0-9-]{1,40}}")
    Reply list(Asker asker, @PathVariable String operation, HttpServletRequest request) {
        var open = pass(request, LOOK);
        var code = code(operation);
        return show(open, code, page(asker, code, null, request));
    }

    @GetMapping("/procedures/golden/{operation:[a-z0-9-]{1,40}}.csv")
    Reply csv(Asker asker, @PathVariable String operation, HttpServletRequest request) {
        var open = pass(request, LOOK);
        var code = code(operation);
        var language = Languages.of(request);
        var csv = new CsvTable(Stream.of(
                        "review.golden.question",
                        "operation.document",
                        "review.golden.says",
                        "review.golden.by",
                        "review.golden.asked")
                .map(key -> messages.text(language, key))
                .toList());
        for (var row : page(asker, code, null, request).questions()) {
            var says = new StringJoiner("\n");
            row.says().forEach(said -> says.add(said.label() + "=" + said.value()));
            csv.row(List.of(
                    row.golden().title(),
                    row.document(),
                    says.toString(),
                    messages.text(language, "review.golden.kind." + row.golden().kind()),
                    row.golden().asked()));
        }
        return show(open, code, csv.download("golden-" + code + ".csv"));
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
        var open = pass(request, KEEP);
        var code = code(operation);
        var by = Arrays.stream(Golden.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        var type = questions.documents(code).stream()
                .filter(known -> known.code().equals(document))
                .findFirst();
        var read = type.flatMap(known -> read(known, says));
        String wrong = !questions.keeps(asker, code)
                ? "section"
                : title.strip().length() < 3 || title.length() > 200 || title.indexOf('\0') >= 0
                        ? "title"
                        : type.isEmpty()
                                ? "document"
                                : read.isEmpty()
                                        ? "says"
                                        : by.isEmpty()
                                                        || Golden.keys(by.get(), asked.strip())
                                                                .isEmpty()
                                                ? "asked"
                                                : null;
        if (wrong != null) {
            return page(asker, code, wrong, request);
        }
        var written = new Golden.Asked(title.strip(), document, read.orElseThrow(), by.orElseThrow(), asked.strip());
        questions.keep(asker, written, code, open);
        return Go.to("/procedures/golden/" + code, "review.golden.kept");
    }

    @PostMapping("/procedures/golden/{operation:[a-z0-9-]{1,40}}/{number:[0-9]{1,9}}/retire")
    Reply retire(Asker asker, @PathVariable String operation, @PathVariable long number, HttpServletRequest request) {
        var open = pass(request, KEEP);
        var code = code(operation);
        if (!questions.keeps(asker, code)) {
            return page(asker, code, "section", request);
        }
        questions.retire(code, number, open);
        return Go.to("/procedures/golden/" + code, "review.golden.retired");
    }

    private GoldenPage page(Asker asker, OperationCode code, @Nullable String error, HttpServletRequest request) {
        var language = Languages.of(request);
        var documents = questions.documents(code);
        return new GoldenPage(
                code.value(),
                name(code, language),
                questions.of(code).stream()
                        .map(golden -> row(golden, documents, language))
                        .toList(),
                documents.stream().map(type -> choice(type, language)).toList(),
                questions.keeps(asker, code),
                error == null ? null : messages.text(language, "review.refused." + error, name(code, language)));
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
                                type.map(known -> Inputs.label(known, said.getKey(), messages, language))
                                        .orElse(said.getKey()),
                                said.getValue()))
                        .toList());
    }

    private GoldenPage.Choice choice(DocumentType type, Locale language) {
        return new GoldenPage.Choice(
                type.code(),
                type.name().in(language.getLanguage()),
                Inputs.of(type).stream()
                        .map(input -> Inputs.label(type, input, messages, language))
                        .toList());
    }

    /** What a record says, by the names of inputs; empty where a line is not of the form or names no field. */
    private Optional<String> read(DocumentType type, String says) {
        if (says.length() > 4000 || says.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        var named = new StringJoiner("\n");
        for (var said : Golden.lines(says).orElse(Map.of()).entrySet()) {
            var input = Inputs.called(type, said.getKey(), messages);
            if (input.isEmpty()) {
                return Optional.empty();
            }
            named.add(input.get() + "=" + said.getValue());
        }
        return named.length() == 0 ? Optional.empty() : Optional.of(named.toString());
    }

    /** The name of an operation, in force or proposed; its code where nobody says one. */
    private String name(OperationCode code, Locale language) {
        return operations.history(code).stream()
                .findFirst()
                .map(version -> version.definition().name())
                .or(() -> proposals.stream()
                        .flatMap(known -> known.proposed(code).stream())
                        .map(ProposedOperations.Proposed::name)
                        .findFirst())
                .map(name -> name.in(language.getLanguage()))
                .orElse(code.value());
    }

    private Gate.Open pass(HttpServletRequest request, String act) {
        return switch (gate.ask(request, act, null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }

    /** Shows a page after its use is on the ledger. */
    private <T extends Reply> T show(Gate.Open open, OperationCode code, T page) {
        var use = Use.of(LOOK, open.actor()).decided(open.ruling()).stating("page", "golden " + code);
        var shown = Withheld.of(page, Disclosure.of(List.of(), page.toString().getBytes(StandardCharsets.UTF_8)));
        return usage.release(use, shown).value();
    }

    private static OperationCode code(String text) {
        if (!OperationCode.fits(text)) {
            throw new NotFound();
        }
        return new OperationCode(text);
    }
}
