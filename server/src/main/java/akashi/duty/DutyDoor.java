package akashi.duty;

import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to the pages of this module: asks the gate, and shows only what is on the ledger. */
@Component
class DutyDoor {
    private final Gate gate;
    private final UsageLog usage;

    DutyDoor(Gate gate, UsageLog usage) {
        this.gate = gate;
        this.usage = usage;
    }

    Gate.Open pass(HttpServletRequest request, String act) {
        return switch (gate.ask(request, act, null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }

    boolean offers(HttpServletRequest request, String act) {
        return gate.offers(request, act);
    }

    <P extends Reply> P show(Use use, P page) {
        var shown = page.toString().getBytes(StandardCharsets.UTF_8);
        return usage.release(use, Withheld.of(page, Disclosure.of(List.of(), shown)))
                .value();
    }

    /** A day as a date field sends it. */
    static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
