package akashi.account;

import akashi.web.ApiProblem;
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
        var api = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        var lost = api
                ? (SignedIn.current().isEmpty() ? new ApiProblem(401, "session") : new ApiProblem(403, "csrf"))
                : new LostSession(SessionGuard.endOf(request));
        if (answers.resolveException(request, response, null, lost) == null) {
            throw new IllegalStateException("Nothing answers a lost session");
        }
    }
}
