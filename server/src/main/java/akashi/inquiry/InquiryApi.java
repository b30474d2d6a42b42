package akashi.inquiry;

import akashi.access.Asker;
import akashi.confirmation.HitConfirmation;
import akashi.document.Wording;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.question.Reading;
import akashi.result.Result;
import akashi.result.Results;
import akashi.web.ApiProblem;
import akashi.web.Languages;
import akashi.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The inquiry as JSON: the same form, the same decisions, the same entries as on the pages. */
@RestController
@RequestMapping("/api/v1/inquiries")
class InquiryApi {
    private final Inquiries inquiries;
    private final Confirming confirming;
    private final Results results;
    private final Operations operations;
    private final Wording wording;
    private final Messages messages;

    InquiryApi(
            Inquiries inquiries,
            Confirming confirming,
            Results results,
            Operations operations,
            Wording wording,
            Messages messages) {
        this.inquiries = inquiries;
        this.confirming = confirming;
        this.results = results;
        this.operations = operations;
        this.wording = wording;
        this.messages = messages;
    }

    /** A choice among candidates; {@code hit} is 0 for none of them. */
    record ChoiceBody(
            @NotNull String operation, int hit, @NotNull String reason) {}

    /** A request to confirm a hit. */
    record ConfirmationBody(int hit, boolean urgent) {}

    /** What came of an inquiry. */
    record ResultBody(
            @NotNull String outcome,
            @Nullable String caseReference,
            @Nullable String note) {}

    /** A choice that is on the ledger. */
    record ChoiceReply(String number, long index, int chosen) {}

    @PostMapping
    ApiAnswer ask(Asker asker, @Valid @RequestBody ApiQuestion question, HttpServletRequest request) {
        var language = Languages.of(request);
        return switch (inquiries.read(question.form())) {
            case Reading.Misread(var faults) -> throw misread(faults, language);
            case Reading.Understood(var inquiry) -> {
                var answer = inquiries.ask(asker, inquiry);
                if (answer.refused()) {
                    throw refused(answer, language);
                }
                yield ApiAnswer.of(answer, messages, language);
            }
        };
    }

    /** An open answer again: a use of its own, with a number of its own. */
    @GetMapping("/{number}")
    ApiAnswer again(Asker asker, @PathVariable String number, HttpServletRequest request) {
        var language = Languages.of(request);
        var answer = inquiries.reopen(asker, number).orElseThrow(() -> new ApiProblem(404, "inquiry-not-open"));
        if (answer.refused()) {
            throw refused(answer, language);
        }
        return ApiAnswer.of(answer, messages, language);
    }

    @PostMapping("/{number}/hits/{hit}/content")
    ApiContent content(Asker asker, @PathVariable String number, @PathVariable int hit, HttpServletRequest request) {
        var language = Languages.of(request);
        return switch (inquiries.content(asker, number, hit)) {
            case ContentAnswer.Closed _ -> throw new ApiProblem(404, "inquiry-not-open");
            case ContentAnswer.ChoiceFirst _ -> throw new ApiProblem(409, "inquiry-choice-first");
            case ContentAnswer.Gone(var _, var _, var proved) ->
                throw new ApiProblem(410, "inquiry-gone", List.of(), Map.of("number", proved.number()));
            case ContentAnswer.Refused(var _, var shown, var reasons, var proved) ->
                throw new ApiProblem(
                        403,
                        "inquiry-refused",
                        List.of(),
                        Map.of(
                                "number",
                                proved.number(),
                                "results",
                                List.of(Map.of(
                                        "operation",
                                        shown.operation().code().value(),
                                        "reasons",
                                        ApiAnswer.reasons(reasons, messages, language)))));
            case ContentAnswer.Shown shown -> {
                var version = operations
                        .version(shown.content().operationVersion())
                        .orElse(shown.hit().operation());
                var view = ContentView.of(version.definition(), shown.content(), wording);
                yield ApiContent.of(shown, view, language);
            }
        };
    }

    @PostMapping("/{number}/choices")
    ChoiceReply choose(Asker asker, @PathVariable String number, @Valid @RequestBody ChoiceBody body) {
        if (!OperationCode.fits(body.operation())) {
            throw new ApiProblem(404, "inquiry-not-open");
        }
        var operation = new OperationCode(body.operation());
        return switch (inquiries.choose(asker, number, operation, body.hit(), body.reason())) {
            case ChoiceOutcome.Closed _ -> throw new ApiProblem(404, "inquiry-not-open");
            case ChoiceOutcome.ReasonMissing _ -> throw new ApiProblem(400, "inquiry-reason");
            case ChoiceOutcome.Chosen(var _, var chosen, var proved) ->
                new ChoiceReply(proved.number(), proved.index(), chosen);
        };
    }

    @PostMapping("/{number}/confirmations")
    ApiConfirmation confirm(Asker asker, @PathVariable String number, @RequestBody ConfirmationBody body) {
        return confirming
                .ask(asker, number, body.hit(), body.urgent())
                .map(ApiConfirmation::of)
                .orElseThrow(() -> new ApiProblem(404, "inquiry-not-open"));
    }

    @PostMapping("/{number}/results")
    Map<String, Object> result(
            Asker asker, @PathVariable String number, @Valid @RequestBody ResultBody body, HttpServletRequest request) {
        var entry = new Results.Entry(
                List.of(number),
                outcome(body.outcome()),
                body.caseReference() == null ? "" : body.caseReference(),
                body.note() == null ? "" : body.note());
        return switch (results.enter(asker, entry)) {
            case Results.Entered.Wrong(var faults) -> throw misread(faults, Languages.of(request));
            case Results.Entered.Done _ -> Map.of("number", number, "outcome", body.outcome());
        };
    }

    /** A request to confirm a hit, as the API describes it. */
    record ApiConfirmation(
            long confirmation,
            java.time.Instant due,
            boolean urgent,
            @Nullable String verdict) {
        static ApiConfirmation of(HitConfirmation asked) {
            var reply = asked.reply();
            return new ApiConfirmation(
                    asked.seq(),
                    asked.asked().due(),
                    asked.urgent(),
                    reply == null ? null : reply.verdict().name());
        }
    }

    private static Result.@Nullable Outcome outcome(String text) {
        for (var outcome : Result.Outcome.values()) {
            if (outcome.name().equals(text)) {
                return outcome;
            }
        }
        return null;
    }

    private ApiProblem misread(List<Reading.InputFault> faults, Locale language) {
        var errors = new ArrayList<Map<String, Object>>();
        for (var fault : faults) {
            errors.add(Map.of(
                    "field", fault.field(),
                    "code", fault.messageKey(),
                    "message",
                            messages.text(
                                    language, fault.messageKey(), fault.args().toArray())));
        }
        return new ApiProblem(400, "inquiry-input", List.of(), Map.of("errors", errors));
    }

    private ApiProblem refused(Answer answer, Locale language) {
        return new ApiProblem(
                403,
                "inquiry-refused",
                List.of(),
                Map.of(
                        "number",
                        answer.number(),
                        "index",
                        answer.proved().index(),
                        "receipt",
                        "/api/v1/receipts/" + answer.number(),
                        "results",
                        ApiAnswer.of(answer, messages, language).results()));
    }
}
