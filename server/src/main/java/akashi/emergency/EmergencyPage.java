package akashi.emergency;

import akashi.usage.PastUse;
import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One opening: why, what was looked up by it, how it ended, what the review said. */
record EmergencyPage(
        Glass glass,
        boolean open,
        String person,
        String unit,
        List<String> operations,
        List<PastUse> uses,
        String reviewer,
        May may,
        Typed typed,
        @Nullable String error)
        implements Page {
    private static final int UNPROCESSABLE = 422;

    /** What the viewer may do now. */
    record May(boolean close, boolean write, boolean review) {}

    /** What was sent and not taken comes back to whoever typed it. */
    record Typed(String closing, String verdict, String words) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    @Override
    public String template() {
        return "emergency/one";
    }

    @Override
    public String title() {
        return "emergency.one.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(glass.paper());
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
