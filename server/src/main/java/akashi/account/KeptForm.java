package akashi.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A form that was sent after its session had ended. It travels through the sign-in page as hidden fields and comes back
 * to the person who filled it in, and to nobody else; it is never stored in the browser.
 *
 * @param target path the form was sent to
 * @param owner staff number of the person the form was shown to
 * @param files whether files came with it, which a page cannot keep
 */
record KeptForm(String target, String owner, List<Field> fields, boolean files) implements Serializable {
    /** Carries the staff number of the person a form was shown to; written by the template {@code web/token}. */
    private static final String OWNER_FIELD = "_as";

    static final String TARGET = "kept.target";
    static final String OWNER = "kept.owner";
    static final String NAME = "kept.name";
    static final String VALUE = "kept.value";
    static final String FILES = "kept.files";
    private static final int MOST_CHARACTERS = 1_000_000;

    /** Fields of the sign-in and password pages; they are never kept. */
    private static final Set<String> NEVER = Set.of("password", "current", "next", "again");

    KeptForm {
        fields = List.copyOf(fields);
    }

    /** One field of the form; a name may come several times. */
    record Field(String name, String value) implements Serializable {}

    /**
     * The form this request posted, if it is one of our own forms, shown to a known person and sent from our own page.
     */
    static Optional<KeptForm> posted(HttpServletRequest request, String csrfName) {
        var owner = request.getParameter(OWNER_FIELD);
        if (!"POST".equals(request.getMethod()) || owner == null || owner.isBlank() || !fromOurOwnPage(request)) {
            return Optional.empty();
        }
        var fields = new ArrayList<Field>();
        var length = 0;
        for (var entry : request.getParameterMap().entrySet()) {
            var name = entry.getKey();
            if (name.equals(csrfName) || name.equals(OWNER_FIELD) || NEVER.contains(name)) {
                continue;
            }
            for (var value : entry.getValue()) {
                fields.add(new Field(name, value));
                length += name.length() + value.length();
            }
        }
        if (length > MOST_CHARACTERS) {
            return Optional.empty();
        }
        return local(request.getRequestURI().substring(request.getContextPath().length()))
                .map(target -> new KeptForm(target, owner, fields, multipart(request)));
    }

    /** The form that the sign-in page carried along, if any. */
    static Optional<KeptForm> carried(HttpServletRequest request) {
        var target = request.getParameter(TARGET);
        var owner = request.getParameter(OWNER);
        var names = request.getParameterValues(NAME);
        var values = request.getParameterValues(VALUE);
        if (target == null
                || owner == null
                || (names == null ? 0 : names.length) != (values == null ? 0 : values.length)) {
            return Optional.empty();
        }
        var fields = new ArrayList<Field>();
        for (var i = 0; names != null && values != null && i < names.length; i++) {
            fields.add(new Field(names[i], values[i]));
        }
        return local(target)
                .map(path -> new KeptForm(path, owner, fields, Boolean.parseBoolean(request.getParameter(FILES))));
    }

    /** A path of Akashi itself; anything that a browser might take for another place is none. */
    static Optional<String> local(String path) {
        return path.startsWith("/")
                        && !path.startsWith("//")
                        && path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c))
                ? Optional.of(path)
                : Optional.empty();
    }

    /**
     * Whether the browser says the form was on a page of ours. A page of somebody else could otherwise fill in a form
     * for an officer who only has to press "send".
     */
    private static boolean fromOurOwnPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeader("Origin");
        var host = request.getHeader("Host");
        return origin != null
                && origin.equals(request.getScheme() + "://" + (host == null ? request.getServerName() : host));
    }

    private static boolean multipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
