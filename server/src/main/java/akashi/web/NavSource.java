package akashi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Contributes to the navigation what this viewer may do; nothing else is shown. */
public interface NavSource {
    /** Entries for the viewer of this request. Called for each page: reads memory only. */
    List<NavItem> nav(HttpServletRequest request);
}
