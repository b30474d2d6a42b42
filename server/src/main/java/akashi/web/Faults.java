package akashi.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * The one place where exceptions end. A fault of the program is logged once, here, under a reference number; what the
 * caller sees says what to do and nothing of the inside. Personal data never enters a message of an exception.
 */
@ControllerAdvice
class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final String TYPE = "urn:akashi:problem:";

    private final SecureRandom random = new SecureRandom();
    private final Rendering rendering;
    private final Messages messages;

    Faults(Rendering rendering, Messages messages) {
        this.rendering = rendering;
        this.messages = messages;
    }

    @ExceptionHandler(NotFound.class)
    @Nullable Object notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(404, "not-found", null, request, response);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ApiProblem problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(
                        problem.status(),
                        problem.name(),
                        Languages.of(request),
                        problem.args().toArray(),
                        problem.members()));
    }

    @ExceptionHandler({
        Unavailable.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransientDataAccessException.class
    })
    @Nullable Object unavailable(Exception fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reference = reference();
        LOG.warn("Reference {}: out of reach while answering {}: {}", reference, pattern(request), cause(fault));
        var kind = fault instanceof Unavailable unavailable ? unavailable.kind() : "unavailable";
        return answer(503, kind, reference, request, response);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, TypeMismatchException.class})
    @Nullable Object unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(400, "unreadable", null, request, response);
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
        // the browser went away; nothing was left to be told
    }

    @ExceptionHandler
    @Nullable Object other(Exception fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (fault instanceof ErrorResponse refused && !refused.getStatusCode().is5xxServerError()) {
            return answer(refused.getStatusCode().value(), kind(refused.getStatusCode()), null, request, response);
        }
        var reference = reference();
        LOG.error("Reference {}: a fault while answering {}", reference, pattern(request), BareFault.of(fault));
        return answer(500, "fault", reference, request, response);
    }

    /** Answers with the page or, below {@code /api}, with the problem document. */
    @Nullable Object answer(
            int status,
            String kind,
            @Nullable String reference,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (api(request)) {
            Map<String, Object> members = reference == null ? Map.of() : Map.of("reference", reference);
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(detail(status, kind, Languages.of(request), new Object[0], members));
        }
        var again = status >= 500 && "GET".equals(request.getMethod());
        var page = new ErrorPage(status, kind, again, reference);
        if (status < 500) {
            rendering.render(page, request, response);
        } else {
            rendering.renderBare(page, request, response);
        }
        return null;
    }

    /** Whether the API was called; a filter's refusal comes here as a request for the error page. */
    private static boolean api(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : request.getRequestURI();
        return asked.startsWith(request.getContextPath() + "/api/");
    }

    String reference() {
        var bytes = new byte[5];
        random.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    static String kind(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "not-found";
            case 403 -> "forbidden";
            case 405 -> "method";
            case 413 -> "too-large";
            case 503 -> "unavailable";
            default -> status.is5xxServerError() ? "fault" : "unreadable";
        };
    }

    private ProblemDetail detail(int status, String name, Locale language, Object[] args, Map<String, Object> members) {
        var detail = ProblemDetail.forStatus(HttpStatus.valueOf(status));
        detail.setType(URI.create(TYPE + name));
        var key = messages.has(language, "problem." + name + ".title") ? "problem." + name : "error." + name;
        detail.setTitle(messages.text(language, key + ".title", args));
        var way = messages.has(language, key + ".way") ? " " + messages.text(language, key + ".way", args) : "";
        detail.setDetail(messages.text(language, key + ".detail", args) + way);
        if (!members.isEmpty()) {
            detail.setProperties(new LinkedHashMap<>(members));
        }
        return detail;
    }

    /** The pattern of the address, never the address itself: it may carry a key somebody asked for. */
    private static String pattern(HttpServletRequest request) {
        var pattern = request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
        return request.getMethod() + " " + (pattern == null ? "an unmapped address" : pattern);
    }

    private static String cause(Throwable fault) {
        return NestedExceptionUtils.getMostSpecificCause(fault).getClass().getSimpleName();
    }
}
