package akashi.terminal;

import akashi.tlog.WitnessDoor;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.web.ApiProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses whatever comes from a device that is not registered, before there is anything to sign in to. Only the pieces
 * a page is drawn with and the question whether the server is alive are answered to everybody.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class TerminalDoor extends OncePerRequestFilter {
    private static final List<String> OPEN = List.of("/css/", "/js/", "/img/", "/actuator/health", "/favicon.ico");
    /** Where other machines come, not people: figures ask for a token, a checkpoint brings its log's signature. */
    private static final List<String> MACHINES = List.of("/actuator/", "/add-checkpoint");

    private static final Duration REPEATS = Duration.ofMinutes(10);

    private final Terminals terminals;
    private final UsageLog usage;
    private final WitnessDoor witnesses;
    private final HandlerExceptionResolver answers;

    TerminalDoor(
            Terminals terminals,
            UsageLog usage,
            WitnessDoor witnesses,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        this.terminals = terminals;
        this.usage = usage;
        this.witnesses = witnesses;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return terminals.chosenByHand()
                || OPEN.stream().anyMatch(path::startsWith)
                || MACHINES.stream().anyMatch(path::startsWith)
                || (path.startsWith("/log/") && witnesses.opens(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (terminals.current(request).isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        usage.sealLimited(
                Use.of("TERMINAL_REFUSED", new Actor("-", "-", "", "", "", "page"))
                        .noting(request.getRemoteAddr()),
                "terminal@" + request.getRemoteAddr(),
                REPEATS);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        var api = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        var refused = api ? new ApiProblem(403, "terminal") : new UnknownTerminal();
        if (answers.resolveException(request, response, null, refused) == null) {
            throw new IllegalStateException("Nothing answers an unregistered terminal");
        }
    }
}
