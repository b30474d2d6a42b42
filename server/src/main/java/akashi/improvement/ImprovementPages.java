package akashi.improvement;

import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
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
import akashi.web.NavItem;
import akashi.web.NavSource;
import akashi.web.NotFound;
import akashi.web.Page;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The real use of operations, for their managing sections and those who watch over the system. */
@Controller
class ImprovementPages implements NavSource {
    static final String LOOK = "IMPROVEMENT";
    static final String STATE = "IMPROVEMENT_STATE";
    private static final int ORDER = 66;
    private static final int GREATEST = 10_000_000;
    private static final int LONGEST = 200;

    private final RealUse real;
    private final FigureSql figures;
    private final Voices voices;
    private final Operations operations;
    private final Gate gate;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Messages messages;
    private final Clock clock;

    ImprovementPages(
            RealUse real,
            FigureSql figures,
            Voices voices,
            Operations operations,
            Gate gate,
            UsageLog usage,
            TransactionTemplate transaction,
            Messages messages,
            Clock clock) {
        this.real = real;
        this.figures = figures;
        this.voices = voices;
        this.operations = operations;
        this.gate = gate;
        this.usage = usage;
        this.transaction = transaction;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return choices(request).isEmpty() ? List.of() : List.of(new NavItem("/improvement", "improvement.nav", ORDER));
    }

    @GetMapping("/improvement")
    Page list(HttpServletRequest request) {
        var choices = choices(request);
        if (choices.isEmpty()) {
            throw new NotFound();
        }
        return new ImprovementListPage(choices);
    }

    @GetMapping("/improvement/{code}")
    Page one(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request) {
        return page(version(code), Period.read(from, to, real.today()), Map.of(), null, request);
    }

    @GetMapping("/improvement/{code}/{chart:[a-z]{2,10}}.csv")
    Reply csv(
            @PathVariable String code,
            @PathVariable String chart,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request) {
        var version = version(code);
        var open = pass(request, LOOK, version);
        var language = Languages.of(request);
        var period = Period.read(from, to, real.today());
        var drawn = real.of(version, period, language, readable(request)).charts().stream()
                .filter(one -> one.name().equals(chart))
                .findFirst()
                .orElseThrow(NotFound::new);
        var header = new ArrayList<String>();
        header.add(messages.text(language, "improvement.chart." + chart + ".column"));
        drawn.series().forEach(series -> header.add(messages.text(language, series.key())));
        var csv = new CsvTable(header);
        for (var i = 0; i < drawn.labels().size(); i++) {
            var cells = new ArrayList<String>();
            cells.add(drawn.labels().get(i));
            for (var series : drawn.series()) {
                long value = series.values().get(i);
                cells.add(value == Chart.FEW ? messages.text(language, "improvement.few") : Long.toString(value));
            }
            csv.row(cells);
        }
        return show(about(open, version, period), csv.download("use-" + code + "-" + chart + ".csv"));
    }

    /** States what one inquiry took by hand, or what the proposal had forecast. */
    @PostMapping("/improvement/{code}/figures")
    Reply state(@PathVariable String code, @RequestParam Map<String, String> form, HttpServletRequest request) {
        var version = version(code);
        var open = pass(request, STATE, version);
        var period = Period.read("", "", real.today());
        var kind = form.getOrDefault("kind", "");
        var value = form.getOrDefault("value", "").strip();
        var basis = form.getOrDefault("basis", "").strip();
        var since = day(form.getOrDefault("since", ""));
        if (!List.of("MINUTES", "FORECAST").contains(kind)
                || !value.matches("[0-9]{1,8}")
                || Integer.parseInt(value) > GREATEST) {
            return page(version, period, form, "improvement.wrong.value", request);
        }
        if (since == null || basis.length() < 2 || basis.length() > LONGEST || basis.indexOf(0) >= 0) {
            return page(version, period, form, "improvement.wrong.basis", request);
        }
        var figure = new FigureSql.Figure(
                kind, Integer.parseInt(value), since, basis, open.actor().staffNumber());
        var _ = transaction.execute(_ -> {
            figures.insert(code, figure, clock.instant());
            return usage.record(Use.of(STATE, open.actor())
                    .decided(open.ruling())
                    .stating("operation", code)
                    .stating("figure", kind)
                    .stating("value", value)
                    .stating("since", since.toString()));
        });
        return Go.to("/improvement/" + code, "improvement.stated");
    }

    private Page page(
            OperationVersion version,
            Period period,
            Map<String, String> form,
            @Nullable String error,
            HttpServletRequest request) {
        var open = pass(request, LOOK, version);
        var language = Languages.of(request);
        var code = version.code().value();
        var page = new ImprovementPage(
                code,
                version.definition().name().in(language.getLanguage()),
                period,
                real.of(version, period, language, readable(request)),
                choices(request),
                voices.numbers(code, period),
                gate.offers(request, STATE, version.definition().management().section()),
                form,
                error);
        return show(about(open, version, period), page);
    }

    /** Units whose inquiry book the viewer may read anyway, and need no figures to know who used what. */
    private Predicate<String> readable(HttpServletRequest request) {
        return unit -> !unit.isEmpty() && gate.offers(request, "BOOK", unit);
    }

    private static Use about(Gate.Open open, OperationVersion version, Period period) {
        return Use.of(LOOK, open.actor())
                .decided(open.ruling())
                .in(version.code().value(), version.hash())
                .stating("from", period.from().toString())
                .stating("to", period.to().toString());
    }

    private <T> T show(Use use, T page) {
        var shown = page.toString().getBytes(StandardCharsets.UTF_8);
        return usage.release(use, Withheld.of(page, Disclosure.of(List.of(), shown)))
                .value();
    }

    private List<ImprovementPage.Choice> choices(HttpServletRequest request) {
        var language = Languages.of(request).getLanguage();
        return operations.inForce().stream()
                .filter(version -> gate.offers(
                        request, LOOK, version.definition().management().section()))
                .map(version -> new ImprovementPage.Choice(
                        version.code().value(), version.definition().name().in(language)))
                .toList();
    }

    /** Also an operation that has ended: its use may still be looked at. */
    private OperationVersion version(String code) {
        return OperationCode.fits(code)
                ? operations.history(new OperationCode(code)).stream()
                        .findFirst()
                        .orElseThrow(NotFound::new)
                : notFound();
    }

    private static OperationVersion notFound() {
        throw new NotFound();
    }

    private Gate.Open pass(HttpServletRequest request, String act, OperationVersion version) {
        return switch (gate.ask(request, act, version.definition().management().section())) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
