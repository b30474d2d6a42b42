package akashi.proof;

import akashi.ledger.MalformedException;
import akashi.ledger.Receipt;
import akashi.ledger.Verdict;
import akashi.tlog.Ledger;
import akashi.tlog.StoredLogs;
import akashi.tlog.Watched;
import akashi.usage.Gate;
import akashi.usage.PastUse;
import akashi.usage.Proved;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.web.Download;
import akashi.web.NotFound;
import akashi.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The ledger's pages and the receipts, for whoever the gate lets pass. Entries are their operator's own. */
@Controller
class LedgerPages {
    private final UsageLog log;
    private final Receipts receipts;
    private final ObjectProvider<Gate> gates;
    private final EntryWords words;
    private final Ledger ledger;
    private final StoredLogs stored;
    private final KeyRegister keys;
    private final Watched watched;
    private final Clock clock;

    LedgerPages(
            UsageLog log,
            Receipts receipts,
            ObjectProvider<Gate> gates,
            EntryWords words,
            Ledger ledger,
            StoredLogs stored,
            KeyRegister keys,
            Watched watched,
            Clock clock) {
        this.ledger = ledger;
        this.stored = stored;
        this.keys = keys;
        this.watched = watched;
        this.clock = clock;
        this.log = log;
        this.receipts = receipts;
        this.gates = gates;
        this.words = words;
    }

    @GetMapping("/ledger")
    Page ledger(HttpServletRequest request) {
        Gate.Open _ = pass(request, "LEDGER");
        return new LedgerPage(
                log.state(),
                log.verifierKey(),
                stored.all(),
                watched.seen(),
                ledger.checked().orElse(null),
                clock.instant());
    }

    @GetMapping("/ledger/trust")
    Download trust(HttpServletRequest request) {
        Gate.Open _ = pass(request, "LEDGER");
        return new Download(
                "akashi.trust", "text/plain;charset=UTF-8", keys.trustFile().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/receipts/check")
    Page check(HttpServletRequest request) {
        Gate.Open _ = pass(request, "RECEIPT");
        return new CheckPage(null);
    }

    /** Nothing of ours is shown: what the file says is in the hands of whoever sends it. */
    @PostMapping("/receipts/check")
    Page check(@RequestParam(required = false) @Nullable MultipartFile receipt, HttpServletRequest request)
            throws IOException {
        Gate.Open _ = pass(request, "RECEIPT");
        if (receipt == null || receipt.isEmpty()) {
            return new CheckPage(new CheckPage.Result.Unreadable(true));
        }
        try {
            var parsed = Receipt.parse(receipt.getBytes());
            var verdict = parsed.verify(keys.trust());
            return new CheckPage(new CheckPage.Result.Checked(parsed, verdict, entry(parsed, verdict)));
        } catch (MalformedException e) {
            return new CheckPage(new CheckPage.Result.Unreadable(false));
        }
    }

    /** The entry of a verified receipt in words; null for another than this system writes. */
    private static @Nullable PastUse entry(Receipt receipt, Verdict verdict) {
        if (!(verdict instanceof Verdict.Verified verified)) {
            return null;
        }
        var part = receipt.privatePart();
        try {
            return PastUse.read(
                    new Proved(0, verified.origin(), verified.index(), Instant.EPOCH),
                    receipt.entry().getBytes(StandardCharsets.UTF_8),
                    part == null ? null : part.body().getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            return null;
        }
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
        var withheld = receipts.own(number, open.actor()).orElseThrow(NotFound::new);
        return words.page(log.release(reading(open, number), withheld).value());
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
        var withheld = receipts.receipt(number, open.actor()).orElseThrow(NotFound::new);
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
