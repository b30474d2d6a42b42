package akashi.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A line said once, on the page after a change. Kept in the session; it never holds personal data. */
final class Flash {
    private static final String KIND = "akashi.flash.kind";
    private static final String KEY = "akashi.flash";
    private static final String ARGS = "akashi.flash.args";

    private Flash() {}

    static void leave(HttpServletRequest request, Notice notice) {
        var session = request.getSession();
        session.setAttribute(KIND, notice.kind());
        session.setAttribute(KEY, notice.message());
        session.setAttribute(ARGS, notice.args().toArray());
    }

    static @Nullable Notice take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY) instanceof String message)) {
            return null;
        }
        var args = session.getAttribute(ARGS) instanceof Object[] left ? left : new Object[0];
        var kind = session.getAttribute(KIND) instanceof String left ? left : "done";
        session.removeAttribute(KIND);
        session.removeAttribute(KEY);
        session.removeAttribute(ARGS);
        return Notice.of(kind, message, args);
    }
}
