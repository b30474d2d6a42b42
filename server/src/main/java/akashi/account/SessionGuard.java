package akashi.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends, with each request, a session that holds no longer, before anything else looks at it. */
class SessionGuard extends OncePerRequestFilter {
    private static final String END = "akashi.account.end";

    private final Sessions sessions;
    private final Accounts accounts;
    private final RequestDevices devices;

    SessionGuard(Sessions sessions, Accounts accounts, RequestDevices devices) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.devices = devices;
    }

    /** Why the session this request came with was ended, or empty. */
    static Optional<Sessions.End> endOf(HttpServletRequest request) {
        return request.getAttribute(END) instanceof Sessions.End end ? Optional.of(end) : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedIn.current()
                .ifPresent(signedIn -> sessions.ended(signedIn, devices.of(request), request)
                        .ifPresent(end -> {
                            sessions.end(request);
                            request.setAttribute(END, end);
                            accounts.sessionEnded(signedIn, end, channel(request));
                        }));
        chain.doFilter(request, response);
    }

    private static String channel(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/") ? "api" : "page";
    }
}
