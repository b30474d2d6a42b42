package akashi.usage;

import akashi.web.Download;
import akashi.web.NotFound;
import akashi.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The ledger's pages and the receipts, for whoever the gate lets pass. Entries are their operator's own. */
@Controller
class LedgerPages {
    private final UsageLog log;
    private final ObjectProvider<Gate> gates;
    private final ObjectProvider<Naming> naming;

    LedgerPages(UsageLog log, ObjectProvider<Gate> gates, ObjectProvider<Naming> naming) {
        this.log = log;
        this.gates = gates;
        this.naming = naming;
    }

    @GetMapping("/ledger")
    Page ledger(HttpServletRequest request) {
        Gate.Open _ = pass(request, "LEDGER");
        LedgerState state = log.state();
        return new LedgerPage(state.origin(), state.size(), state.signed(), state.writing(), log.verifierKey());
    }

    @GetMapping("/ledger/key")
    Download key(HttpServletRequest request) {
        Gate.Open _ = pass(request, "LEDGER");
        byte[] line = (log.verifierKey() + "\n").getBytes(StandardCharsets.US_ASCII);
        return new Download("akashi-ledger.vkey", "text/plain;charset=UTF-8", line);
    }

    @GetMapping("/ledger/{number}")
    Page entry(@PathVariable String number, HttpServletRequest request) {
        Gate.Open open = pass(request, "RECEIPT");
        var withheld = log.own(number, open.actor()).orElseThrow(NotFound::new);
        return new EntryPage(log.release(reading(open, number), withheld).value(), naming.getIfAvailable());
    }

    @GetMapping("/receipts/{number}")
    Download receipt(@PathVariable String number, HttpServletRequest request) {
        return new Download("akashi-receipt-" + fileName(number) + ".json", "application/json", file(number, request));
    }

    @GetMapping(path = "/api/v1/receipts/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> receiptFile(@PathVariable String number, HttpServletRequest request) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(file(number, request));
    }

    private byte[] file(String number, HttpServletRequest request) {
        Gate.Open open = pass(request, "RECEIPT");
        var withheld = log.receipt(number, open.actor()).orElseThrow(NotFound::new);
        return log.release(reading(open, number), withheld).value().getBytes(StandardCharsets.UTF_8);
    }

    private static Use reading(Gate.Open open, String number) {
        return Use.of("RECEIPT", open.actor()).decided(open.ruling()).stating("entry", number);
    }

    private static String fileName(String number) {
        return number.replaceAll("[^0-9-]", "");
    }

    private Gate.Open pass(HttpServletRequest request, String act) {
        Gate gate = gates.getIfAvailable();
        if (gate == null) {
            throw new NotFound();
        }
        return switch (gate.ask(request, act, null)) {
            case Gate.Open open -> open;
            case Gate.Shut _ -> throw new NotFound();
        };
    }
}
