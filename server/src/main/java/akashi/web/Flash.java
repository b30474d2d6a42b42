package akashi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line said once, on the page after a change. Kept in the session; it never holds personal data. */
final class Flash {
    private static final String KEY = "akashi.flash";
    private static final String ARGS = "akashi.flash.args";

    private Flash() {}

    static void leave(HttpServletRequest request, String message, List<Object> args) {
        var session = request.getSession();
        session.setAttribute(KEY, message);
        session.setAttribute(ARGS, args.toArray());
    }

    static @Nullable Notice take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY) instanceof String message)) {
            return null;
        }
        var args = session.getAttribute(ARGS) instanceof Object[] left ? left : new Object[0];
        session.removeAttribute(KEY);
        session.removeAttribute(ARGS);
        return Notice.of("done", message, args);
    }
}
