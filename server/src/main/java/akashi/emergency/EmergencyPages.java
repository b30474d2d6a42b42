package akashi.emergency;

import akashi.access.Asker;
import akashi.calendar.JapaneseDates;
import akashi.operation.Operations;
import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.Naming;
import akashi.usage.PastUse;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import akashi.usage.Withheld;
import akashi.web.CsvTable;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Messages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Openings in an emergency: made, closed, written up, reviewed. */
@Controller
class EmergencyPages {
    static final String LOOK = "EMERGENCIES";
    private static final int MOST_USES = 100;
    private static final String JUSTIFIED = "JUSTIFIED";
    private static final List<String> VERDICTS = List.of(JUSTIFIED, "UNJUSTIFIED");
    private static final List<String> READS = List.of("EXISTENCE", "PARTIAL", "CONTENT");

    private final Glasses glasses;
    private final Operations operations;
    private final Naming naming;
    private final Gate gate;
    private final UsageLog usage;
    private final Uses uses;
    private final Messages messages;

    EmergencyPages(
            Glasses glasses,
            Operations operations,
            Naming naming,
            Gate gate,
            UsageLog usage,
            Uses uses,
            Messages messages) {
        this.glasses = glasses;
        this.operations = operations;
        this.naming = naming;
        this.gate = gate;
        this.usage = usage;
        this.uses = uses;
        this.messages = messages;
    }

    @GetMapping("/emergencies")
    Reply list(Asker asker, HttpServletRequest request) {
        var act = gate.offers(request, LOOK) ? LOOK : Glasses.OPEN;
        var passed = pass(request, act, null);
        var page = page(asker, List.of(), "", "", null, request);
        var shown = page.toString().getBytes(StandardCharsets.UTF_8);
        return usage.release(
                        Use.of(LOOK, passed.actor()).decided(passed.ruling()),
                        Withheld.of(page, Disclosure.of(List.of(), shown)))
                .value();
    }

    /** The same openings as the list, each with what was written and how it was reviewed. */
    @GetMapping("/emergencies.csv")
    Reply csv(Asker asker, HttpServletRequest request) {
        var act = gate.offers(request, LOOK) ? LOOK : Glasses.OPEN;
        var passed = pass(request, act, null);
        var language = Languages.of(request);
        var csv = new CsvTable(Stream.of(
                        "number",
                        "state",
                        "unit",
                        "person",
                        "opened-at",
                        "end",
                        "reason",
                        "case",
                        "operations",
                        "closing",
                        "review",
                        "review.words",
                        "reviewer")
                .map(column -> messages.text(language, "emergency." + column))
                .toList());
        page(asker, List.of(), "", "", null, request).rows().forEach(row -> csv.row(cells(row, language)));
        var table = csv.download("emergencies.csv");
        var shown = table.toString().getBytes(StandardCharsets.UTF_8);
        return usage.release(
                        Use.of(LOOK, passed.actor()).decided(passed.ruling()).stating("page", "csv"),
                        Withheld.of(table, Disclosure.of(List.of(), shown)))
                .value();
    }

    private List<String> cells(EmergenciesPage.Row row, Locale language) {
        var glass = row.glass();
        var review = glass.review();
        return List.of(
                glass.paper(),
                messages.text(
                        language,
                        row.open()
                                ? "emergency.state.open"
                                : review == null ? "emergency.state.review" : "emergency.state.reviewed"),
                row.unit(),
                row.person(),
                JapaneseDates.format(glass.opened(), language),
                JapaneseDates.format(glass.end(), language),
                glass.reason(),
                glass.caseReference(),
                glass.operations().stream()
                        .map(code -> naming.operation(code.value(), language))
                        .collect(Collectors.joining("; ")),
                glass.closing() == null ? "" : glass.closing(),
                review == null
                        ? ""
                        : messages.text(
                                language,
                                review.justified() ? "emergency.state.justified" : "emergency.state.unjustified"),
                review == null ? "" : review.words(),
                review == null ? "" : naming.person(review.by(), language));
    }

    @PostMapping("/emergencies")
    Reply open(
            Asker asker,
            @RequestParam(required = false) @Nullable List<String> operation,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String caseReference,
            HttpServletRequest request) {
        var passed = pass(request, Glasses.OPEN, null);
        var chosen = Optional.ofNullable(operation).orElse(List.of()).stream()
                .distinct()
                .toList();
        return switch (glasses.open(asker, chosen, reason, caseReference, passed.ruling())) {
            case Glasses.Outcome.Opened(var number) -> Go.to("/emergencies/" + number, "emergency.opened");
            case Glasses.Outcome.Refused(var message) -> page(asker, chosen, reason, caseReference, message, request);
        };
    }

    @GetMapping("/emergencies/{number:[0-9]{1,12}}")
    Reply one(Asker asker, @PathVariable long number, HttpServletRequest request) {
        return one(asker, number, EmergencyPage.Typed.NOTHING, null, request);
    }

    @PostMapping("/emergencies/{number:[0-9]{1,12}}/close")
    Reply close(Asker asker, @PathVariable long number, HttpServletRequest request) {
        var passed = pass(request, Glasses.OPEN, null);
        var closed = glasses.close(own(asker, number), passed.actor(), passed.ruling());
        return closed
                ? Go.to("/emergencies/" + number, "emergency.closed")
                : one(asker, number, EmergencyPage.Typed.NOTHING, "emergency.fault.stale", request);
    }

    @PostMapping("/emergencies/{number:[0-9]{1,12}}/write")
    Reply write(
            Asker asker,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String closing,
            HttpServletRequest request) {
        var passed = pass(request, Glasses.OPEN, null);
        var fault = glasses.write(own(asker, number), closing, passed.actor(), passed.ruling());
        return fault.isEmpty()
                ? Go.to("/emergencies/" + number, "emergency.written")
                : one(asker, number, new EmergencyPage.Typed(closing, "", ""), fault.get(), request);
    }

    @PostMapping("/emergencies/{number:[0-9]{1,12}}/review")
    Reply review(
            Asker asker,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        var glass = glasses.one(number).orElseThrow(NotFound::new);
        var passed = pass(request, Glasses.REVIEW, glass.unit());
        var fault = VERDICTS.contains(verdict)
                ? glasses.review(glass, verdict.equals(JUSTIFIED), words, asker, passed.ruling())
                : Optional.of("emergency.fault.verdict");
        return fault.isEmpty()
                ? Go.to("/emergencies/" + number, "emergency.reviewed")
                : one(asker, number, new EmergencyPage.Typed("", verdict, words), fault.get(), request);
    }

    private Reply one(
            Asker asker, long number, EmergencyPage.Typed typed, @Nullable String error, HttpServletRequest request) {
        var glass = glasses.one(number).orElseThrow(NotFound::new);
        var own = glass.person().equals(asker.personId());
        var passed = own ? pass(request, Glasses.OPEN, null) : pass(request, LOOK, glass.unit());
        var language = Languages.of(request);
        var open = glasses.isOpen(glass);
        var closed = glass.closed() != null;
        var may = new EmergencyPage.May(
                own && open,
                own && closed && glass.closing() == null,
                !own && closed && glass.review() == null && gate.offers(request, Glasses.REVIEW, glass.unit()));
        var review = glass.review();
        var use = Use.of(LOOK, passed.actor()).decided(passed.ruling()).stating("emergency", glass.paper());
        return usage.release(
                        use,
                        uses.latestOf(glass.staff(), READS, MOST_USES)
                                .map(all -> new EmergencyPage(
                                        glass,
                                        open,
                                        naming.person(glass.staff(), language),
                                        naming.unit(glass.unit(), language),
                                        glass.operations().stream()
                                                .map(code -> naming.operation(code.value(), language))
                                                .toList(),
                                        all.stream()
                                                .filter(past -> within(past, glass))
                                                .toList(),
                                        review == null ? "" : naming.person(review.by(), language),
                                        may,
                                        typed,
                                        error)))
                .value();
    }

    /** Done while it was open, by the right it gave. */
    private static boolean within(PastUse use, Glass glass) {
        var at = use.proved().at();
        return !at.isBefore(glass.opened().minusSeconds(1))
                && !at.isAfter(glass.end().plusSeconds(5))
                && (ruled(use.authority().ruling())
                        || use.authority().operations().stream().anyMatch(one -> ruled(one.ruling())));
    }

    private static boolean ruled(Use.@Nullable Ruling ruling) {
        return ruling != null && ruling.rule().equals("AK-06-E");
    }

    private EmergenciesPage page(
            Asker asker,
            List<String> chosen,
            String reason,
            String caseReference,
            @Nullable String error,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var rows = glasses.latest().stream()
                .filter(glass -> glass.person().equals(asker.personId()) || gate.offers(request, LOOK, glass.unit()))
                .map(glass -> row(glass, language))
                .toList();
        return new EmergenciesPage(
                rows,
                operations.inForce().stream()
                        .map(version -> new EmergenciesPage.Choice(
                                version.code().value(),
                                version.definition().name().in(language.getLanguage())))
                        .toList(),
                glasses.minutes(),
                gate.offers(request, Glasses.OPEN),
                chosen,
                reason,
                caseReference,
                error);
    }

    private EmergenciesPage.Row row(Glass glass, Locale language) {
        return new EmergenciesPage.Row(
                glass,
                naming.person(glass.staff(), language),
                naming.unit(glass.unit(), language),
                glasses.isOpen(glass));
    }

    private Glass own(Asker asker, long number) {
        return glasses.one(number)
                .filter(glass -> glass.person().equals(asker.personId()))
                .orElseThrow(NotFound::new);
    }

    private Gate.Open pass(HttpServletRequest request, String act, @Nullable String unit) {
        return switch (gate.ask(request, act, unit)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }
}
