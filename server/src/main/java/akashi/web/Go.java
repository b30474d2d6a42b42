package akashi.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends the browser to another page of Akashi after a change (303 See Other).
 *
 * @param path path below the application, beginning with one slash
 * @param flash message key shown once on the next page, or null
 * @param args what that message is filled with; never personal data
 * @param refused whether the message says that nothing was done, which is never shown as if something had been
 */
public record Go(String path, @Nullable String flash, List<Object> args, boolean refused) implements Reply {
    public Go {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Only a path of Akashi itself can be gone to: " + path);
        }
        args = List.copyOf(args);
    }

    public static Go to(String path) {
        return new Go(path, null, List.of(), false);
    }

    /** The same, with a line shown once on the page that follows. */
    public static Go to(String path, String flash, Object... args) {
        return new Go(path, flash, List.of(args), false);
    }

    /** The way back where nothing was done; the message says why and how to go on. */
    public static Go refused(String path, String why, Object... args) {
        return new Go(path, why, List.of(args), true);
    }
}
