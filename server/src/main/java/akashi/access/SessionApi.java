package akashi.access;

import akashi.account.SignedIn;
import akashi.calendar.JapaneseDates;
import akashi.operation.Operations;
import akashi.usage.Disclosure;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who am I: the session of an API client, and its rights. */
@RestController
class SessionApi {
    private final Askers askers;
    private final Rights rights;
    private final Operations operations;
    private final UsageLog usage;
    private final Clock clock;

    SessionApi(Askers askers, Rights rights, Operations operations, UsageLog usage, Clock clock) {
        this.askers = askers;
        this.rights = rights;
        this.operations = operations;
        this.usage = usage;
        this.clock = clock;
    }

    /** A session as the API describes it. {@code csrfToken} goes into the header {@code csrfHeader} of every change. */
    record Session(
            String staffNumber,
            String post,
            String unit,
            String terminal,
            Instant since,
            String csrfHeader,
            String csrfToken,
            List<Held> rights) {}

    /** A right as the API describes it. */
    record Held(String operation, String act, String scope, String origin) {}

    @GetMapping("/api/v1/session")
    Session session(HttpServletRequest request) {
        if (SignedIn.current().isEmpty()) {
            throw new ApiProblem(401, "session");
        }
        var asker = askers.of(request).orElseThrow(() -> new ApiProblem(403, "appointment"));
        var held = held(asker);
        var withheld =
                Withheld.of(held, Disclosure.of(List.of(), held.toString().getBytes(StandardCharsets.UTF_8)));
        var released =
                usage.release(Use.of("MY_RIGHTS", asker.actor()), withheld).value();
        var token = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken found ? found : null;
        return new Session(
                asker.staffNumber(),
                asker.post().code(),
                asker.unit().code(),
                asker.device().number(),
                asker.session().since(),
                token == null ? "" : token.getHeaderName(),
                token == null ? "" : token.getToken(),
                released);
    }

    private List<Held> held(Asker asker) {
        var day = JapaneseDates.dateOf(clock.instant());
        return operations.inForce().stream()
                .flatMap(version -> asker.offices()
                        .flatMap(office ->
                                rights.of(office.appointment(), office.post().postClass(), version, day).stream()))
                .map(right -> new Held(
                        right.operation().value(),
                        right.act().name(),
                        right.scope().name(),
                        right.origin().name()))
                .toList();
    }
}
