package akashi.matching;

import akashi.access.Asker;
import akashi.document.RecordContent;
import akashi.document.RecordId;
import akashi.matching.Judging.Outcome;
import akashi.web.ApiProblem;
import akashi.web.Languages;
import akashi.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The queue of matching as JSON: the same pairs, the same explanation, the same verdicts and entries as on the pages.
 */
@RestController
@RequestMapping("/api/v1/matches")
class MatchApi {
    private final Handling handling;
    private final Sight sight;
    private final Messages messages;

    MatchApi(Handling handling, Sight sight, Messages messages) {
        this.handling = handling;
        this.sight = sight;
        this.messages = messages;
    }

    /** A verdict; {@code version} is the one that was before the eyes of whoever gives it. */
    record VerdictBody(
            @Nullable Integer version,
            @Nullable String verdict,
            @Nullable String reason) {}

    /** Taking a verdict back. */
    record UndoBody(@Nullable Integer version, @Nullable String reason) {}

    /** How a pair stands after a verdict. */
    record Standing(long pair, String state, int version) {}

    @GetMapping
    ApiMatch.Queue queue(Asker asker, HttpServletRequest request) {
        var queued = handling.queue(asker, request);
        var language = Languages.of(request);
        return new ApiMatch.Queue(
                queued.told().stream()
                        .map(hit -> ApiMatch.Later.of(
                                hit, ApiMatch.Reference.kind(sight.views().of(hit, language), language)))
                        .toList(),
                rows(queued.waiting(), language),
                rows(queued.judged(), language),
                queued.proof().number());
    }

    @GetMapping("/{pair}")
    ApiMatch look(Asker asker, @PathVariable long pair, HttpServletRequest request) {
        var looked = handling.look(asker, request, pair);
        var language = Languages.of(request);
        return ApiMatch.of(
                looked,
                side(looked.pair().first(), looked.shown(), language),
                side(looked.pair().second(), looked.shown(), language),
                messages,
                language);
    }

    @PostMapping("/{pair}/verdict")
    Standing judge(Asker asker, @PathVariable long pair, @RequestBody VerdictBody body, HttpServletRequest request) {
        var outcome =
                handling.judge(asker, request, pair, number(body.version()), text(body.verdict()), text(body.reason()));
        return after(asker, pair, outcome, request);
    }

    @PostMapping("/{pair}/undo")
    Standing undo(Asker asker, @PathVariable long pair, @RequestBody UndoBody body, HttpServletRequest request) {
        var outcome = handling.undo(asker, request, pair, number(body.version()), text(body.reason()));
        return after(asker, pair, outcome, request);
    }

    @GetMapping("/hits/{hit}")
    ApiMatch.LaterProved hit(Asker asker, @PathVariable long hit, HttpServletRequest request) {
        var told = handling.hit(asker, request, hit);
        var language = Languages.of(request);
        return new ApiMatch.LaterProved(
                ApiMatch.Later.of(
                        told.hit(), ApiMatch.Reference.of(sight.views().of(told.hit(), language), language)),
                told.proof().number());
    }

    @PostMapping("/hits/{hit}/note")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(@PathVariable long hit, HttpServletRequest request) {
        handling.note(request, hit);
    }

    private Standing after(Asker asker, long seq, Outcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case DONE -> standing(asker, seq);
            case STALE ->
                throw new ApiProblem(
                        409,
                        "match-stale",
                        List.of(),
                        Map.of("latest", handling.find(asker, seq).version()));
            case OWN, UNREAD ->
                throw new ApiProblem(
                        409, "match-not-possible", List.of(), Map.of("why", text(outcome.fault(), request)));
            case VERDICT -> throw input("verdict", outcome, request);
            case REASON -> throw input("reason", outcome, request);
        };
    }

    private Standing standing(Asker asker, long seq) {
        var pair = handling.find(asker, seq);
        return new Standing(pair.seq(), pair.state().name(), pair.version());
    }

    private ApiProblem input(String field, Outcome outcome, HttpServletRequest request) {
        return new ApiProblem(
                400,
                "match-input",
                List.of(),
                Map.of(
                        "errors",
                        List.of(Map.of(
                                "field", field, "code", outcome.fault(), "message", text(outcome.fault(), request)))));
    }

    private List<ApiMatch.Row> rows(List<Pair> pairs, Locale language) {
        return pairs.stream()
                .map(pair -> ApiMatch.Row.of(
                        pair,
                        side(pair.first(), Map.of(), language),
                        side(pair.second(), Map.of(), language),
                        language))
                .toList();
    }

    private SideView side(Pair.Side side, Map<RecordId, RecordContent> shown, Locale language) {
        return sight.views().of(side, shown.get(side.record()), language);
    }

    private String text(String key, HttpServletRequest request) {
        return messages.text(Languages.of(request), key);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** The version named; 0, which no pair has, where none was. */
    private static int number(@Nullable Integer version) {
        return version == null ? 0 : version;
    }
}
