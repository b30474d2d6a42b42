package akashi.account;

import akashi.web.Go;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing one's own password. */
@Controller
class PasswordPages {
    private final Accounts accounts;
    private final Sessions sessions;
    private final AccountSettings settings;
    private final RequestDevices devices;

    PasswordPages(Accounts accounts, Sessions sessions, AccountSettings settings, RequestDevices devices) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.settings = settings;
        this.devices = devices;
    }

    @GetMapping("/password")
    Reply form() {
        return new PasswordPage(settings.passwordLength(), List.of());
    }

    @PostMapping("/password")
    Reply change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        var signedIn = SignedIn.current().orElseThrow(NotFound::new);
        var device = devices.of(request).orElseThrow(NotFound::new);
        if (!next.equals(again)) {
            return page(List.of("account.password.differ"));
        }
        var attempt = new Attempt(signedIn.staffNumber(), current, device, request.getRemoteAddr(), "page");
        return switch (accounts.changePassword(signedIn, attempt, next)) {
            case PasswordOutcome.Changed(SignedIn renewed) -> {
                sessions.open(renewed, request, response);
                yield Go.to("/", "account.password.changed");
            }
            case PasswordOutcome.Weak(List<String> reasons) -> page(reasons);
            case PasswordOutcome.Wrong() -> page(List.of("account.password.wrong"));
        };
    }

    private PasswordPage page(List<String> errors) {
        return new PasswordPage(settings.passwordLength(), errors);
    }
}
