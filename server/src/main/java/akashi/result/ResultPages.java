package akashi.result;

import akashi.access.Asker;
import akashi.question.Inquiry;
import akashi.web.Go;
import akashi.web.Reply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own uses, and what came of one's own inquiries. */
@Controller
class ResultPages {
    private static final int MOST = 100;
    private static final List<String> OWN = List.of(Inquiry.EXISTENCE, Inquiry.CONTENT, Inquiry.CHOICE, Results.RESULT);

    private final Results results;

    ResultPages(Results results) {
        this.results = results;
    }

    /** Own inquiries that still owe a result; one may be picked already. */
    @GetMapping("/results")
    Reply owed(Asker asker, @RequestParam(defaultValue = "") String number) {
        return page(asker, number, null);
    }

    /** Enters one result for the chosen inquiries. */
    @PostMapping("/results")
    Reply enter(
            Asker asker,
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String caseReference,
            @RequestParam(defaultValue = "") String note) {
        var entry = new Results.Entry(number, outcome(outcome), caseReference, note);
        return switch (results.enter(asker, entry)) {
            case Results.Entered.Done(var count) -> Go.to("/results", "inquiry.result.done", count);
            case Results.Entered.Wrong wrong -> page(asker, "", new ResultsPage.Again(entry, wrong.faults()));
        };
    }

    /** Everything one asked and saw lately. */
    @GetMapping("/uses/mine")
    Reply mine(Asker asker) {
        return new MyUsesPage(results.own(asker, OWN, MOST), results.names());
    }

    private ResultsPage page(Asker asker, String number, ResultsPage.@Nullable Again again) {
        var owed = results.owed(asker);
        var taking = owed.stream().anyMatch(results::takesCase);
        Map<String, akashi.definition.Label> names = results.names();
        return new ResultsPage(owed, taking, names, number, again);
    }

    private static Result.@Nullable Outcome outcome(String text) {
        for (var outcome : Result.Outcome.values()) {
            if (outcome.name().equals(text)) {
                return outcome;
            }
        }
        return null;
    }
}
