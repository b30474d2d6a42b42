package akashi.account;

import akashi.calendar.JapaneseDates;
import akashi.web.Go;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opening one's own account by the code that one's head handed over. */
@Controller
class OpenPages {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_CODE = 64;

    private final OpeningCodes codes;
    private final AccountSettings settings;
    private final ObjectProvider<Devices> devices;

    OpenPages(OpeningCodes codes, AccountSettings settings, ObjectProvider<Devices> devices) {
        this.codes = codes;
        this.settings = settings;
        this.devices = devices;
    }

    @GetMapping("/open")
    Reply form() {
        return page("", OK, null);
    }

    @PostMapping("/open")
    Reply open(
            @RequestParam(defaultValue = "") String staffNumber,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request) {
        var device =
                devices.stream().flatMap(source -> source.at(request).stream()).findFirst();
        if (device.isEmpty()) {
            return page(staffNumber, FORBIDDEN, null, "account.sign-in.device");
        }
        if (staffNumber.isBlank() || code.isBlank() || next.isEmpty() || code.length() > LONGEST_CODE) {
            return page(staffNumber, UNPROCESSABLE, null, "account.open.blank");
        }
        if (!next.equals(again)) {
            return page(staffNumber, UNPROCESSABLE, null, "account.open.differ");
        }
        var attempt = new Attempt(staffNumber, "", device.get(), request.getRemoteAddr(), "page");
        return switch (codes.open(attempt, code, next)) {
            case FirstOutcome.Opened() -> Go.to("/sign-in", "account.first.opened");
            case FirstOutcome.Wrong() -> page(staffNumber, UNAUTHORIZED, null, "account.open.wrong");
            case FirstOutcome.Locked(Instant until) ->
                page(staffNumber, UNAUTHORIZED, JapaneseDates.time(until), "account.sign-in.locked");
            case FirstOutcome.Expired() -> page(staffNumber, FORBIDDEN, null, "account.open.expired");
            case FirstOutcome.Barred() -> page(staffNumber, FORBIDDEN, null, "account.sign-in.barred");
            case FirstOutcome.Weak(List<String> reasons) ->
                page(staffNumber, UNPROCESSABLE, null, reasons.toArray(String[]::new));
        };
    }

    private OpenPage page(String staffNumber, int status, @Nullable String until, String... errors) {
        return new OpenPage(staffNumber.strip(), settings.passwordLength(), List.of(errors), until, status);
    }
}
