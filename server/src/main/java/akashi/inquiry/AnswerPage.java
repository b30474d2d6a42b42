package akashi.inquiry;

import akashi.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * An answer shown again, or widened.
 *
 * @param fault message key of what was wrong with a choice, or null
 */
record AnswerPage(Answer answer, @Nullable String fault) implements Page {
    @Override
    public String template() {
        return "inquiry/again";
    }

    @Override
    public String title() {
        return "inquiry.again.title";
    }

    @Override
    public int status() {
        return fault == null ? 200 : 422;
    }
}
