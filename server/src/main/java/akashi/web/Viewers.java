package akashi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** Tells the shell who is signed in; implemented by the module that knows accounts. */
public interface Viewers {
    /** The viewer of this request, or empty before sign-in. Reads memory only. */
    Optional<Viewer> of(HttpServletRequest request, Locale language);
}
