package akashi.enrolment;

import akashi.account.AccountOpening;
import akashi.account.Attempt;
import akashi.account.OpeningOutcome;
import akashi.account.RequestDevices;
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
    private final AccountOpening opening;
    private final RequestDevices devices;

    FirstPages(FirstCodes codes, AccountOpening opening, RequestDevices devices) {
        this.codes = codes;
        this.opening = opening;
        this.devices = devices;
    }

    @GetMapping("/first")
    Reply form() {
        if (!codes.made()) {
            throw new NotFound();
        }
        return codes.waiting()
                ? new FirstPage("", opening.shortestPassword(), List.of(), null, false, OK)
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
            return again(typed, UNPROCESSABLE, "enrolment.first.blank");
        }
        if (!typed.next().equals(typed.again())) {
            return again(typed, UNPROCESSABLE, "enrolment.first.differ");
        }
        var attempt = new Attempt(typed.staffNumber(), "", device.get(), request.getRemoteAddr(), "page");
        return switch (codes.open(attempt, List.of(typed.first(), typed.second()), typed.next())) {
            case OpeningOutcome.Opened() -> Go.to("/sign-in", "enrolment.first.opened");
            case OpeningOutcome.Wrong() -> again(typed, UNAUTHORIZED, "enrolment.first.wrong");
            case OpeningOutcome.Locked(Instant until) ->
                new FirstPage(
                        typed.staffNumber(),
                        opening.shortestPassword(),
                        List.of("account.sign-in.locked"),
                        JapaneseDates.time(until),
                        false,
                        UNAUTHORIZED);
            case OpeningOutcome.Expired() -> expired(typed.staffNumber(), FORBIDDEN);
            case OpeningOutcome.Barred() -> again(typed, FORBIDDEN, "enrolment.first.barred");
            case OpeningOutcome.Weak(List<String> reasons) ->
                again(typed, UNPROCESSABLE, reasons.toArray(String[]::new));
        };
    }

    private FirstPage expired(String staffNumber, int status) {
        return new FirstPage(
                staffNumber, opening.shortestPassword(), List.of("enrolment.first.expired"), null, true, status);
    }

    private FirstPage again(Typed typed, int status, String... errors) {
        return new FirstPage(typed.staffNumber(), opening.shortestPassword(), List.of(errors), null, false, status);
    }
}
