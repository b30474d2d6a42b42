package akashi.operation;

import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The way to the register's pages: asks the gate, and shows only what is on the ledger. Closed without a gate. */
@Component
class Door {
    static final String VIEW = "OPERATIONS";

    private final ObjectProvider<Gate> gates;
    private final UsageLog usage;

    Door(ObjectProvider<Gate> gates, UsageLog usage) {
        this.gates = gates;
        this.usage = usage;
    }

    /** The use of whoever may look at the register; for everybody else there is nothing here. */
    Use enter(HttpServletRequest request) {
        var gate = gates.getIfAvailable();
        if (gate == null) {
            throw new NotFound();
        }
        return switch (gate.ask(request, VIEW, null)) {
            case Gate.Open(var actor, var ruling) -> Use.of(VIEW, actor).decided(ruling);
            case Gate.Shut _ -> throw new NotFound();
        };
    }

    /** Whether a link to the register should be offered. */
    boolean offers(HttpServletRequest request) {
        var gate = gates.getIfAvailable();
        return gate != null && gate.offers(request, VIEW);
    }

    /** Whether a link to proposing a change should be offered; the procedure decides whose it is. */
    boolean proposes(HttpServletRequest request) {
        var gate = gates.getIfAvailable();
        return gate != null && gate.offers(request, "PROCEDURE_PROPOSE");
    }

    /** Shows an answer made of these versions after its use is on the ledger. */
    <T> T show(Use use, List<OperationVersion> versions, T answer) {
        Use whole = use;
        for (var version : versions) {
            whole = whole.in(version.code().value(), version.hash());
        }
        var hashes = versions.stream().map(OperationVersion::hash).toList().toString();
        var disclosure = Disclosure.of(List.of(), hashes.getBytes(StandardCharsets.UTF_8));
        return usage.release(whole, Withheld.of(answer, disclosure)).value();
    }
}
