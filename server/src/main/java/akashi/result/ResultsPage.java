package akashi.result;

import akashi.definition.Label;
import akashi.question.Reading.InputFault;
import akashi.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Own inquiries that still owe a result (取扱結果の入力).
 *
 * @param takesCase whether a number can be filled in for one of them
 * @param number the inquiry that is picked already, or an empty text
 * @param again what was entered and not taken, or null
 */
record ResultsPage(
        List<PastInquiry> owed,
        boolean takesCase,
        Map<String, Label> names,
        String number,
        @Nullable Again again) implements Page {
    ResultsPage {
        owed = List.copyOf(owed);
        names = Map.copyOf(names);
    }

    /** What was entered, and what is wrong with it. */
    record Again(Results.Entry entry, List<InputFault> faults) {
        Again {
            faults = List.copyOf(faults);
        }
    }

    Optional<InputFault> fault(String field) {
        return again == null
                ? Optional.empty()
                : again.faults().stream()
                        .filter(fault -> fault.field().equals(field))
                        .findFirst();
    }

    boolean picked(PastInquiry past) {
        return again == null
                ? past.number().equals(number)
                : again.entry().numbers().contains(past.number());
    }

    boolean picked(Result.Outcome outcome) {
        return again != null && again.entry().outcome() == outcome;
    }

    String note() {
        return again == null ? "" : again.entry().note();
    }

    String caseReference() {
        return again == null ? "" : again.entry().caseReference();
    }

    @Override
    public String template() {
        return "result/results";
    }

    @Override
    public String title() {
        return "inquiry.results.title";
    }

    @Override
    public int status() {
        return again == null ? 200 : 422;
    }
}
