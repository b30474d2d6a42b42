package akashi.entitlement;

import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.Naming;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.CsvTable;
import akashi.web.Messages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way to the pages of this module: asks the gate, and shows only what is on the ledger. */
@Component
class EntitlementDoor {
    static final String LOOK = "ENTITLEMENTS";

    private final Gate gate;
    private final UsageLog usage;
    private final Naming naming;
    private final Messages messages;

    EntitlementDoor(Gate gate, UsageLog usage, Naming naming, Messages messages) {
        this.gate = gate;
        this.usage = usage;
        this.naming = naming;
        this.messages = messages;
    }

    Gate.Open pass(HttpServletRequest request, String act, @Nullable String unit) {
        return switch (gate.ask(request, act, unit)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }

    boolean offers(HttpServletRequest request, String act) {
        return gate.offers(request, act);
    }

    boolean offers(HttpServletRequest request, String act, String unit) {
        return gate.offers(request, act, unit);
    }

    <P extends Reply> P show(Gate.Open open, String what, P page) {
        var shown = page.toString().getBytes(StandardCharsets.UTF_8);
        return usage.release(
                        Use.of(LOOK, open.actor()).decided(open.ruling()).stating("list", what),
                        Withheld.of(page, Disclosure.of(List.of(), shown)))
                .value();
    }

    Naming naming() {
        return naming;
    }

    String text(Locale language, String key, Object... args) {
        return messages.text(language, key, args);
    }

    /** A file whose columns are called so. */
    CsvTable table(Locale language, String... columns) {
        return new CsvTable(
                Stream.of(columns).map(column -> text(language, column)).toList());
    }
}
