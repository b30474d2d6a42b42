package akashi.siem;

import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.UseTail;
import akashi.web.ApiProblem;
import akashi.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands uses out page by page to those who hold the auditor's right. */
@RestController
class SiemApi {
    /** Uses of a page. */
    static final int MOST = 1000;

    private static final Duration LONGEST = Duration.ofDays(400);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String EXPORT = "USES_EXPORT";

    private final UseTail tail;
    private final UsageLog log;
    private final Gate gate;
    private final Clock clock;

    SiemApi(UseTail tail, UsageLog log, Gate gate, Clock clock) {
        this.tail = tail;
        this.log = log;
        this.gate = gate;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/uses/ocsf", produces = "application/x-ndjson")
    ResponseEntity<byte[]> uses(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        return switch (gate.ask(request, EXPORT, null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> {
                var until = to == null ? clock.instant() : instant(to);
                yield page(open, from == null ? until.minus(DAY) : instant(from), until, after);
            }
        };
    }

    private ResponseEntity<byte[]> page(Gate.Open open, Instant from, Instant to, @Nullable String after) {
        boolean period = from.isBefore(to) && Duration.between(from, to).compareTo(LONGEST) <= 0;
        if (!period || (after != null && !UseTail.place(after))) {
            throw new ApiProblem(400, "uses-period");
        }
        var use = Use.of(EXPORT, open.actor())
                .decided(open.ruling())
                .stating("format", "ocsf/" + Ocsf.VERSION)
                .stating("from", from.toString())
                .stating("to", to.toString());
        var stated = after == null ? use : use.stating("after", after);
        var page = log.release(stated, tail.page(from, to, after, MOST)).value();
        var body = page.uses().stream().map(Ocsf::line).collect(Collectors.joining());
        var answer = ResponseEntity.ok().header("Cache-Control", "no-store");
        var next = page.next();
        if (next != null) {
            answer.header(
                    "Link", "</api/v1/uses/ocsf?from=" + from + "&to=" + to + "&after=" + next + ">; rel=\"next\"");
        }
        return answer.body(body.getBytes(StandardCharsets.UTF_8));
    }

    /** A moment with its offset; a space is a plus that was not encoded. */
    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new ApiProblem(400, "uses-period");
        }
    }
}
