package akashi.account;

import akashi.calendar.JapaneseDates;
import akashi.web.Go;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Opening the first account of an installation by two one-time codes; not there once anybody has an account. */
@Controller
class FirstPages {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_CODE = 64;

    private final FirstCodes codes;
    private final AccountSettings settings;
    private final RequestDevices devices;

    FirstPages(FirstCodes codes, AccountSettings settings, RequestDevices devices) {
        this.codes = codes;
        this.settings = settings;
        this.devices = devices;
    }

    @GetMapping("/first")
    Reply form() {
        if (!codes.made()) {
            throw new NotFound();
        }
        return codes.waiting()
                ? new FirstPage("", settings.passwordLength(), List.of(), null, false, OK)
                : expired("", OK);
    }

    /** What was typed; whatever is not sent is empty. */
    record Typed(String staffNumber, String first, String second, String next, String again) {
        Typed {
            staffNumber = orEmpty(staffNumber).strip();
            first = orEmpty(first);
            second = orEmpty(second);
            next = orEmpty(next);
            again = orEmpty(again);
        }

        boolean incomplete() {
            return staffNumber.isEmpty() || first.isBlank() || second.isBlank() || next.isEmpty();
        }

        boolean tooLong() {
            return first.length() > LONGEST_CODE || second.length() > LONGEST_CODE;
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    @PostMapping("/first")
    Reply open(@ModelAttribute Typed typed, HttpServletRequest request) {
        if (!codes.made()) {
            throw new NotFound();
        }
        var device = devices.of(request);
        if (device.isEmpty()) {
            return again(typed, FORBIDDEN, "account.sign-in.device");
        }
        if (typed.incomplete() || typed.tooLong()) {
            return again(typed, UNPROCESSABLE, "account.first.blank");
        }
        if (!typed.next().equals(typed.again())) {
            return again(typed, UNPROCESSABLE, "account.first.differ");
        }
        var attempt = new Attempt(typed.staffNumber(), "", device.get(), request.getRemoteAddr(), "page");
        return switch (codes.open(attempt, List.of(typed.first(), typed.second()), typed.next())) {
            case FirstOutcome.Opened() -> Go.to("/sign-in", "account.first.opened");
            case FirstOutcome.Wrong() -> again(typed, UNAUTHORIZED, "account.first.wrong");
            case FirstOutcome.Locked(Instant until) ->
                new FirstPage(
                        typed.staffNumber(),
                        settings.passwordLength(),
                        List.of("account.sign-in.locked"),
                        JapaneseDates.time(until),
                        false,
                        UNAUTHORIZED);
            case FirstOutcome.Expired() -> expired(typed.staffNumber(), FORBIDDEN);
            case FirstOutcome.Barred() -> again(typed, FORBIDDEN, "account.first.barred");
            case FirstOutcome.Weak(List<String> reasons) -> again(typed, UNPROCESSABLE, reasons.toArray(String[]::new));
        };
    }

    private FirstPage expired(String staffNumber, int status) {
        return new FirstPage(
                staffNumber, settings.passwordLength(), List.of("account.first.expired"), null, true, status);
    }

    private FirstPage again(Typed typed, int status, String... errors) {
        return new FirstPage(typed.staffNumber(), settings.passwordLength(), List.of(errors), null, false, status);
    }
}
