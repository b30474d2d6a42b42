package akashi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Opens sessions, ends them, and says with each request whether one still holds. */
@Component
class Sessions {
    private static final String LAST_SEEN = "akashi.account.lastSeen";
    private static final String ENDED = "akashi.account.ended";
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final int REFERENCE_LENGTH = 12;

    private final AccountSettings settings;
    private final Standing standing;
    private final CsrfTokenRepository csrfTokens;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(AccountSettings settings, Standing standing, CsrfTokenRepository csrfTokens, Clock clock) {
        this.settings = settings;
        this.standing = standing;
        this.csrfTokens = csrfTokens;
        this.clock = clock;
    }

    /** Why a session holds no longer. */
    enum End {
        IDLE,
        ABSOLUTE,
        BARRED,
        OTHER_DEVICE
    }

    /** Name of a new session in records of use. */
    static String newReference() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, REFERENCE_LENGTH);
    }

    /**
     * Opens a session for somebody who has just proved to be that person. The session's id changes, and so does the
     * CSRF token: what was known before sign-in is worth nothing afterwards.
     */
    void open(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (SignedIn.current().isPresent()) {
            end(request);
        }
        var session = request.getSession();
        request.changeSessionId();
        // The container may forget a session a little later than we do, so that we can still say why it ended.
        session.setMaxInactiveInterval((int) settings.idle().plus(GRACE).toSeconds());
        session.setAttribute(LAST_SEEN, clock.instant());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SessionToken(signedIn));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        new CsrfAuthenticationStrategy(csrfTokens).onAuthentication(new SessionToken(signedIn), request, response);
    }

    /** Ends the session of this request, if there is one. */
    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.setAttribute(ENDED, true);
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /**
     * Why the session of this request holds no longer; empty while it does, and then the request counts as activity.
     */
    Optional<End> ended(SignedIn signedIn, Optional<Device> device, HttpServletRequest request) {
        var session = request.getSession();
        var timedOut = timedOut(signedIn, session);
        if (timedOut.isPresent()) {
            return timedOut;
        }
        if (!standing.holds(signedIn)) {
            return Optional.of(End.BARRED);
        }
        if (device.map(Device::number).filter(signedIn.device()::equals).isEmpty()) {
            return Optional.of(End.OTHER_DEVICE);
        }
        session.setAttribute(LAST_SEEN, clock.instant());
        return Optional.empty();
    }

    /** Which time is over for this session; empty while none is, or when its end was taken note of already. */
    Optional<End> timedOut(SignedIn signedIn, HttpSession session) {
        var now = clock.instant();
        if (session.getAttribute(ENDED) != null) {
            return Optional.empty();
        }
        var lastSeen = session.getAttribute(LAST_SEEN) instanceof Instant seen ? seen : signedIn.since();
        if (!now.isBefore(signedIn.since().plus(settings.absolute()))) {
            return Optional.of(End.ABSOLUTE);
        }
        return now.isBefore(lastSeen.plus(settings.idle())) ? Optional.empty() : Optional.of(End.IDLE);
    }
}
