package akashi.account;

import akashi.web.ApiProblem;
import akashi.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Where Spring Security hands over a request it does not let in; pages and problem documents answer as everywhere else.
 */
@Component
class LostSessions implements AccessDeniedHandler, AuthenticationEntryPoint {
    private final HandlerExceptionResolver answers;

    LostSessions(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        this.answers = answers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) {
        answer(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause) {
        answer(request, response);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) {
        var lost = refusal(request);
        if (answers.resolveException(request, response, null, lost) == null) {
            throw new IllegalStateException("Nothing answers a lost session");
        }
    }
    /** What is behind another door does not exist for whoever knocks at this one. */
    private static RuntimeException refusal(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/actuator") || path.startsWith("/log/")) {
            return new NotFound();
        }
        if (path.startsWith("/api/")) {
            return SignedIn.current().isEmpty() ? new ApiProblem(401, "session") : new ApiProblem(403, "csrf");
        }
        return new LostSession(SessionGuard.endOf(request));
    }
}
