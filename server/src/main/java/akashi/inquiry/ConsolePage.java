package akashi.inquiry;

import akashi.question.AskForm;
import akashi.result.PastInquiry;
import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inquiry console (照会): the form, and below it the answer to the question just asked.
 *
 * @param recent own last inquiries; null where an answer is shown instead
 */
record ConsolePage(
        AskForm ask, @Nullable Answer answer, @Nullable List<PastInquiry> recent) implements Page {

    @Override
    public String template() {
        return "inquiry/console";
    }

    @Override
    public String title() {
        return "inquiry.console.title";
    }

    @Override
    public int status() {
        if (!ask.faults().isEmpty()) {
            return 422;
        }
        return answer != null && answer.refused() ? 403 : 200;
    }
}
