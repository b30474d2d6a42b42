package akashi.enrolment;

import akashi.account.AccountOpening;
import akashi.account.Attempt;
import akashi.account.Devices;
import akashi.account.OpeningOutcome;
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
    private final AccountOpening opening;
    private final ObjectProvider<Devices> devices;

    OpenPages(OpeningCodes codes, AccountOpening opening, ObjectProvider<Devices> devices) {
        this.codes = codes;
        this.opening = opening;
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
            return page(staffNumber, UNPROCESSABLE, null, "enrolment.open.blank");
        }
        if (!next.equals(again)) {
            return page(staffNumber, UNPROCESSABLE, null, "enrolment.open.differ");
        }
        var attempt = new Attempt(staffNumber, "", device.get(), request.getRemoteAddr(), "page");
        return switch (codes.open(attempt, code, next)) {
            case OpeningOutcome.Opened() -> Go.to("/sign-in", "enrolment.first.opened");
            case OpeningOutcome.Wrong() -> page(staffNumber, UNAUTHORIZED, null, "enrolment.open.wrong");
            case OpeningOutcome.Locked(Instant until) ->
                page(staffNumber, UNAUTHORIZED, JapaneseDates.time(until), "account.sign-in.locked");
            case OpeningOutcome.Expired() -> page(staffNumber, FORBIDDEN, null, "enrolment.open.expired");
            case OpeningOutcome.Barred() -> page(staffNumber, FORBIDDEN, null, "account.sign-in.barred");
            case OpeningOutcome.Weak(List<String> reasons) ->
                page(staffNumber, UNPROCESSABLE, null, reasons.toArray(String[]::new));
        };
    }

    private OpenPage page(String staffNumber, int status, @Nullable String until, String... errors) {
        return new OpenPage(staffNumber.strip(), opening.shortestPassword(), List.of(errors), until, status);
    }
}
