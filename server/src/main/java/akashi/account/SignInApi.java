package akashi.account;

import akashi.calendar.JapaneseDates;
import akashi.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening and ending a session over the API. The answer names the header and the token every change must carry. */
@RestController
@RequestMapping("/api/v1/session")
class SignInApi {
    private final Accounts accounts;
    private final Sessions sessions;
    private final RequestDevices devices;

    SignInApi(Accounts accounts, Sessions sessions, RequestDevices devices) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.devices = devices;
    }

    record SignIn(@NotBlank String staffNumber, @NotEmpty String password) {
        @Override
        public String toString() {
            return "SignIn";
        }
    }

    record Opened(String staffNumber, String terminal, Instant since, String csrfHeader, String csrfToken) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Opened signIn(@Valid @RequestBody SignIn body, HttpServletRequest request, HttpServletResponse response) {
        var device = devices.of(request).orElseThrow(() -> new ApiProblem(403, "terminal"));
        var attempt = new Attempt(body.staffNumber(), body.password(), device, request.getRemoteAddr(), "api");
        return switch (accounts.signIn(attempt)) {
            case SignInOutcome.Welcome(SignedIn signedIn) -> {
                sessions.open(signedIn, request, response);
                yield opened(signedIn, request);
            }
            case SignInOutcome.Wrong() -> throw new ApiProblem(401, "credentials");
            case SignInOutcome.Locked(Instant until) ->
                throw new ApiProblem(
                        429, "locked", List.of(JapaneseDates.time(until)), Map.of("until", until.toString()));
            case SignInOutcome.Barred() -> throw new ApiProblem(403, "barred");
        };
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        var signedIn = SignedIn.current().orElseThrow(() -> new ApiProblem(401, "session"));
        accounts.signedOut(signedIn, "api");
        sessions.end(request);
    }

    private static Opened opened(SignedIn signedIn, HttpServletRequest request) {
        if (!(request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token)) {
            throw new IllegalStateException("A session just opened must have a token");
        }
        return new Opened(
                signedIn.staffNumber(), signedIn.device(), signedIn.since(), token.getHeaderName(), token.getToken());
    }
}
