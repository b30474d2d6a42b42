package akashi.inquiry;

import akashi.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * An answer shown again, or widened.
 *
 * @param fault message key of what was wrong with a choice, or null
 * @param picked number of the hit that was picked, 0 for none of them, {@link #NOTHING} before anything was
 */
record AnswerPage(Answer answer, @Nullable String fault, int picked) implements Page {
    static final int NOTHING = -1;

    AnswerPage(Answer answer) {
        this(answer, null, NOTHING);
    }

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
