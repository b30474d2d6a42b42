package akashi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Chrome} of a request from what the modules contribute. */
@Component
class Chromes {
    private final Messages messages;
    private final Assets assets;
    private final ObjectProvider<Viewers> viewers;
    private final ObjectProvider<NavSource> navs;
    private final ObjectProvider<NoticeSource> notices;
    private final ObjectProvider<FooterSource> footers;

    Chromes(
            Messages messages,
            Assets assets,
            ObjectProvider<Viewers> viewers,
            ObjectProvider<NavSource> navs,
            ObjectProvider<NoticeSource> notices,
            ObjectProvider<FooterSource> footers) {
        this.messages = messages;
        this.assets = assets;
        this.viewers = viewers;
        this.navs = navs;
        this.notices = notices;
        this.footers = footers;
    }

    /** For a page: with everything the modules contribute for its viewer. */
    Chrome of(HttpServletRequest request, Page page) {
        var language = Languages.of(request);
        var viewer = viewers.stream()
                .flatMap(source -> source.of(request, language).stream())
                .findFirst()
                .orElse(null);
        var shown = notices.stream()
                .flatMap(source -> source.notices(request).stream())
                .toList();
        return chrome(request, page, viewer, viewer == null ? List.of() : nav(request), shown, footer());
    }

    /** For a page that must be shown although the modules may be what failed: nothing of theirs is asked. */
    Chrome bare(HttpServletRequest request, Page page) {
        return chrome(request, page, null, List.of(), List.of(), null);
    }

    private Chrome chrome(
            HttpServletRequest request,
            Page page,
            @Nullable Viewer viewer,
            List<NavItem> nav,
            List<Notice> shown,
            @Nullable Notice footer) {
        var language = Languages.of(request);
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Chrome(
                messages,
                assets,
                new Chrome.Frame(
                        language,
                        path(request),
                        target(request),
                        messages.text(language, page.title(), page.titleArgs().toArray()),
                        viewer,
                        nav,
                        shown,
                        Flash.take(request),
                        footer,
                        token == null ? "_csrf" : token.getParameterName(),
                        token == null ? "" : token.getToken()));
    }

    private List<NavItem> nav(HttpServletRequest request) {
        return navs.stream()
                .flatMap(source -> source.nav(request).stream())
                .sorted(Comparator.comparingInt(NavItem::order))
                .toList();
    }

    private @Nullable Notice footer() {
        return footers.stream().map(FooterSource::footer).findFirst().orElse(null);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static String target(HttpServletRequest request) {
        var query = request.getQueryString();
        return "GET".equals(request.getMethod()) && query != null ? path(request) + "?" + query : path(request);
    }
}
