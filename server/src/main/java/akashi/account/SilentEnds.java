package akashi.account;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions that nobody came back to: the container forgets them a little after they are over, and their end is recorded
 * then. One that was ended by a request, or by the program's stop, says so elsewhere.
 */
@Component
class SilentEnds implements HttpSessionListener {
    private final Sessions sessions;
    private final Accounts accounts;

    SilentEnds(Sessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        var kept = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        if (kept instanceof SecurityContext context && context.getAuthentication() instanceof SessionToken token) {
            sessions.timedOut(token.signedIn(), session)
                    .ifPresent(end -> accounts.sessionEnded(token.signedIn(), end, "none"));
        }
    }
}
