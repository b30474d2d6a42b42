package akashi.retention;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One erasure: the preview to which the approval is bound, then what was carried out.
 *
 * @param error message key of what was wrong, or null
 */
record ErasurePage(
        Erasure.Whole whole,
        People people,
        May may,
        @Nullable String error) implements Page {
    private static final int UNPROCESSABLE = 422;

    /**
     * What the viewer may do.
     *
     * @param approve may approve, and did not propose
     * @param own proposed it, so that somebody else must approve
     */
    record May(boolean approve, boolean own, boolean withdraw) {}

    Erasure erasure() {
        return whole.erasure();
    }

    /** Beginning of the hash, enough to compare by eye. */
    String set() {
        return erasure().counts().set().toBase64().substring(0, 16);
    }

    @Override
    public String template() {
        return "retention/erasure";
    }

    @Override
    public String title() {
        return "retention.erasure.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(Integer.toString(erasure().number()));
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
