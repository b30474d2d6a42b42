package akashi.account;

import akashi.calendar.JapaneseDates;
import akashi.web.Go;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out (サインイン・サインアウト), and signing in again with the form kept. */
@Controller
class SignInPages {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Accounts accounts;
    private final Sessions sessions;
    private final ObjectProvider<FirstSteps> steps;
    private final RequestDevices devices;

    SignInPages(Accounts accounts, Sessions sessions, ObjectProvider<FirstSteps> steps, RequestDevices devices) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.steps = steps;
        this.devices = devices;
    }

    @GetMapping("/sign-in")
    Reply form(HttpServletRequest request) {
        if (SignedIn.current().isPresent()) {
            return Go.to("/");
        }
        return signInAgain(LostSessionPages.waiting(request), LostSessionPages.takeEnd(request), OK, request);
    }

    @PostMapping("/sign-in")
    Reply signIn(
            @RequestParam(defaultValue = "") String staffNumber,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = KeptForm.carried(request);
        var device = devices.of(request);
        if (device.isEmpty()) {
            return again(staffNumber, "account.sign-in.device", form, FORBIDDEN);
        }
        if (staffNumber.isBlank() || password.isEmpty()) {
            return again(staffNumber, "account.sign-in.blank", form, UNAUTHORIZED);
        }
        var attempt = new Attempt(staffNumber, password, device.get(), request.getRemoteAddr(), "page");
        return switch (accounts.signIn(attempt)) {
            case SignInOutcome.Welcome(SignedIn signedIn) -> {
                var target = LostSessionPages.takeReturn(request);
                sessions.open(signedIn, request, response);
                yield form.map(kept -> handBack(kept, signedIn, request)).orElseGet(() -> Go.to(target));
            }
            case SignInOutcome.Wrong() -> again(staffNumber, "account.sign-in.wrong", form, UNAUTHORIZED);
            case SignInOutcome.Locked(Instant until) ->
                again(staffNumber, "account.sign-in.locked", form, UNAUTHORIZED, JapaneseDates.time(until));
            case SignInOutcome.Barred() -> again(staffNumber, "account.sign-in.barred", form, FORBIDDEN);
        };
    }

    @GetMapping("/sign-in/again")
    Reply kept(HttpServletRequest request) {
        var owner = SignedIn.current().orElseThrow(NotFound::new).staffNumber();
        return LostSessionPages.waiting(request)
                .filter(form -> form.owner().equals(owner))
                .<Reply>map(form -> new AgainPage(form, OK))
                .orElseGet(() -> Go.to("/"));
    }

    @PostMapping("/sign-out")
    Reply signOut(HttpServletRequest request) {
        SignedIn.current().ifPresent(signedIn -> accounts.signedOut(signedIn, "page"));
        sessions.end(request);
        return Go.to("/sign-in", "account.signed-out");
    }

    /** The sign-in page with whatever has to be kept and said. */
    SignInPage signInAgain(
            Optional<KeptForm> form, Optional<Sessions.End> end, int status, HttpServletRequest request) {
        return new SignInPage(
                form.map(KeptForm::owner).orElse(""),
                null,
                List.of(),
                end.map(why -> "account.end." + why).orElse(status == UNAUTHORIZED ? "account.end.GONE" : null),
                form.orElse(null),
                waiting(),
                status);
    }

    /** Gives the form back to its owner; what somebody else had typed is dropped, not shown. */
    private static Reply handBack(KeptForm form, SignedIn signedIn, HttpServletRequest request) {
        if (!form.owner().equals(signedIn.staffNumber())) {
            LostSessionPages.letWait(request, null);
            return Go.to("/", "account.again.dropped");
        }
        LostSessionPages.letWait(request, form);
        return Go.to("/sign-in/again");
    }

    private SignInPage again(
            String staffNumber, @Nullable String error, Optional<KeptForm> form, int status, Object... args) {
        return new SignInPage(staffNumber, error, List.of(args), null, form.orElse(null), waiting(), status);
    }

    private boolean waiting() {
        return steps.stream().anyMatch(FirstSteps::waiting);
    }
}
