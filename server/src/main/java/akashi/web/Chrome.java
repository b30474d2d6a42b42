package akashi.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page of one request: language, viewer, navigation, notices, and the token forms need. Every template
 * has it as parameter {@code chrome}.
 */
public final class Chrome {
    private static final int FEW = 2;
    private static final int MOST_SEGMENTS = 8;
    private static final Pattern WORD = Pattern.compile("[a-z]{1,24}(-[a-z]{1,24}){0,3}");

    private final Messages messages;
    private final Assets assets;
    private final Frame frame;

    Chrome(Messages messages, Assets assets, Frame frame) {
        this.messages = messages;
        this.assets = assets;
        this.frame = frame;
    }

    /**
     * What is particular to the request.
     *
     * @param path path asked for, without context
     * @param target path with its query, for the way back
     */
    record Frame(
            Locale language,
            String path,
            String target,
            String title,
            @Nullable Viewer viewer,
            List<NavItem> nav,
            List<Notice> notices,
            @Nullable Notice flash,
            @Nullable Notice footer,
            String csrfName,
            String csrf) {}

    /** The text of a message key in the viewer's language. */
    public String t(String key, Object... args) {
        return messages.text(frame.language(), key, args);
    }

    /** The text of a notice in the viewer's language. */
    public String t(Notice notice) {
        return t(notice.message(), notice.args().toArray());
    }

    /** Whether this key has a text. */
    public boolean has(String key) {
        return messages.has(frame.language(), key);
    }

    /** A span of time as people say it: 10分, 2時間, 1時間30分. Whole minutes; seconds are left out. */
    public String span(Duration span) {
        long hours = span.toHours();
        int minutes = span.toMinutesPart();
        if (hours == 0) {
            return t("web.minutes", minutes);
        }
        return minutes == 0 ? t("web.hours", hours) : t("web.hours-minutes", hours, minutes);
    }

    /** Picks the name in the viewer's language. */
    public String pick(String japanese, String english) {
        return japanese() ? japanese : english;
    }

    public boolean japanese() {
        return "ja".equals(lang());
    }

    /** ISO code of the language, for the {@code lang} attribute. */
    public String lang() {
        return frame.language().getLanguage();
    }

    public Locale language() {
        return frame.language();
    }

    /** The page's title in the viewer's language. */
    public String title() {
        return frame.title();
    }

    /** Path asked for. */
    public String path() {
        return frame.path();
    }

    /** The page as something may be said about it: without the numbers of what is looked at. */
    public String place() {
        return place(frame.path());
    }

    /**
     * A path without what was looked at: segments that are no plain words of ours become {@code _}, what follows the
     * path is left out.
     */
    public static String place(String path) {
        var plain = path.split("[?#;]", 2)[0];
        var kept = new StringBuilder();
        for (var segment : plain.split("/", MOST_SEGMENTS)) {
            if (!segment.isEmpty()) {
                kept.append('/').append(WORD.matcher(segment).matches() ? segment : "_");
            }
        }
        return kept.isEmpty() ? "/" : kept.toString();
    }

    /** Path and query asked for; where a change of language returns to. */
    public String target() {
        return frame.target();
    }

    /** Who is looking, or null before sign-in. */
    public @Nullable Viewer viewer() {
        return frame.viewer();
    }

    public List<NavItem> nav() {
        return frame.nav();
    }

    /**
     * What stands in the row of the navigation: everything, unless there are registers enough for a menu of their own.
     */
    public List<NavItem> row() {
        return registers().isEmpty()
                ? nav()
                : nav().stream().filter(item -> !item.register()).toList();
    }

    /** Registers (台帳) that stand in a menu of their own, so that the row stays one line; none where there are few. */
    public List<NavItem> registers() {
        var registers = nav().stream().filter(NavItem::register).toList();
        return registers.size() > FEW ? registers : List.of();
    }

    /** Whether the entry is the one being looked at. */
    public boolean here(NavItem item) {
        return frame.path().equals(item.path())
                || (item.path().length() > 1 && frame.path().startsWith(item.path() + "/"));
    }

    public List<Notice> notices() {
        return frame.notices();
    }

    /** What the page before left to say, or null. */
    public @Nullable Notice flash() {
        return frame.flash();
    }

    /** Statement on the usage log, or null where there is none. */
    public @Nullable Notice footer() {
        return frame.footer();
    }

    /** Name of the form field that carries the token. */
    public String csrfName() {
        return frame.csrfName();
    }

    /** Token every form that changes something carries. */
    public String csrf() {
        return frame.csrf();
    }

    /** Address of a style sheet, script or picture that ships with the program. */
    public String asset(String path) {
        return assets.path(path);
    }
}
