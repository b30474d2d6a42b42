package akashi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Contributes notices that stand above every page: sample data, degraded state, break-glass. */
public interface NoticeSource {
    /** Notices for the viewer of this request; reads memory only. */
    List<Notice> notices(HttpServletRequest request);
}
