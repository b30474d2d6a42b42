package akashi.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for faults outside of controllers: unknown addresses, refusals of filters, faults while rendering. */
@Controller
class FaultPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(FaultPages.class);

    private final Faults faults;

    FaultPages(Faults faults) {
        this.faults = faults;
    }

    @RequestMapping("/error")
    @Nullable ResponseEntity<?> error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (status < 500) {
            return (ResponseEntity<?>)
                    faults.answer(status, Faults.kind(HttpStatusCode.valueOf(status)), null, request, response);
        }
        var reference = faults.reference();
        var fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                ? BareFault.of(thrown)
                : null;
        LOG.error("Reference {}: a fault outside of a controller, status {}", reference, status, fault);
        return (ResponseEntity<?>) faults.answer(status, "fault", reference, request, response);
    }
}
