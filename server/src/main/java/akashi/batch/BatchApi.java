package akashi.batch;

import akashi.access.Asker;
import akashi.access.ConditionResult;
import akashi.question.Reading.InputFault;
import akashi.web.ApiProblem;
import akashi.web.Languages;
import akashi.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists as JSON: the same reader, the same second person, the same entries as on the pages. */
@RestController
@RequestMapping("/api/v1/batches")
class BatchApi {
    private final Handling handling;
    private final Messages messages;

    BatchApi(Handling handling, Messages messages) {
        this.handling = handling;
        this.messages = messages;
    }

    /**
     * A step; {@code version} and {@code digest} are those that were before the eyes of whoever takes it. Missing ones
     * are those of nothing.
     */
    record StepBody(
            @Nullable Integer version,
            @Nullable String digest,
            @Nullable String reason) {}

    /** How a request stands after a step. */
    record Standing(long batch, String state, int version) {}

    @GetMapping
    ApiBatch.All list(Asker asker, HttpServletRequest request) {
        var listed = handling.list(asker, request);
        return new ApiBatch.All(
                listed.mayAsk(),
                listed.rows().stream().map(ApiBatch.Row::of).toList(),
                listed.proof().number());
    }

    @PostMapping
    ResponseEntity<Standing> ask(Asker asker, @Valid @RequestBody ApiWish wish, HttpServletRequest request) {
        var form = wish.form();
        var standing = waits(handling.ask(asker, request, form, wish.list(form.kind())), 0, request);
        return ResponseEntity.status(HttpStatus.CREATED).body(standing);
    }

    @GetMapping("/{batch}")
    ApiBatch look(Asker asker, @PathVariable long batch, HttpServletRequest request) {
        return ApiBatch.of(handling.look(asker, request, batch));
    }

    @PutMapping("/{batch}")
    Standing change(
            Asker asker, @PathVariable long batch, @Valid @RequestBody ApiWish wish, HttpServletRequest request) {
        var shown = handling.changeable(asker, request, batch);
        var form = wish.form();
        return waits(
                handling.change(asker, shown, number(wish.version()), form, wish.list(form.kind())), batch, request);
    }

    @PostMapping("/{batch}/approve")
    Standing approve(Asker asker, @PathVariable long batch, @RequestBody StepBody body, HttpServletRequest request) {
        var digest = body.digest() == null ? "" : body.digest();
        return after(handling.approve(asker, request, batch, number(body.version()), digest), batch, request);
    }

    @PostMapping("/{batch}/refuse")
    Standing refuse(Asker asker, @PathVariable long batch, @RequestBody StepBody body, HttpServletRequest request) {
        var reason = body.reason() == null ? "" : body.reason();
        return after(handling.refuse(asker, request, batch, number(body.version()), reason), batch, request);
    }

    @PostMapping("/{batch}/withdraw")
    Standing withdraw(Asker asker, @PathVariable long batch, @RequestBody StepBody body, HttpServletRequest request) {
        return after(handling.withdraw(asker, request, batch, number(body.version())), batch, request);
    }

    @PostMapping("/{batch}/run")
    Standing run(Asker asker, @PathVariable long batch, @RequestBody StepBody body, HttpServletRequest request) {
        var started = handling.run(asker, request, batch, number(body.version()));
        return switch (started) {
            case DONE -> standing(batch);
            case STALE -> throw stale(batch);
            case CHANGED, POST -> throw notPossible(started.fault(), request);
            case REFUSED -> throw refused(handling.unmet(asker, handling.find(batch)), request);
        };
    }

    @PostMapping("/{batch}/stop")
    Standing stop(Asker asker, @PathVariable long batch, HttpServletRequest request) {
        if (!handling.stop(asker, request, batch)) {
            throw stale(batch);
        }
        return standing(batch);
    }

    private Standing waits(Batches.Requested requested, long batch, HttpServletRequest request) {
        return switch (requested) {
            case Batches.Requested.Waits(var seq) -> standing(seq);
            case Batches.Requested.Stale _ -> throw stale(batch);
            case Batches.Requested.Refused(var unmet) -> throw refused(unmet, request);
            case Batches.Requested.Faulty(var head, var lines) -> throw faulty(head, lines, Languages.of(request));
        };
    }

    private Standing after(Batches.Step step, long batch, HttpServletRequest request) {
        return switch (step) {
            case DONE -> standing(batch);
            case STALE -> throw stale(batch);
            case OWN -> throw notPossible(step.fault(), request);
            case REASON ->
                throw faulty(
                        List.of(new InputFault("reason", step.fault(), List.of())), List.of(), Languages.of(request));
        };
    }

    private Standing standing(long seq) {
        var batch = handling.find(seq);
        return new Standing(batch.seq(), batch.standing(), batch.version());
    }

    private ApiProblem stale(long seq) {
        return new ApiProblem(
                409,
                "batch-stale",
                List.of(),
                Map.of("latest", handling.find(seq).version()));
    }

    private ApiProblem notPossible(String fault, HttpServletRequest request) {
        return new ApiProblem(
                409, "batch-not-possible", List.of(), Map.of("why", messages.text(Languages.of(request), fault)));
    }

    private ApiProblem refused(List<ConditionResult> unmet, HttpServletRequest request) {
        var language = Languages.of(request);
        var reasons = unmet.stream()
                .map(one -> Map.of(
                        "rule",
                        one.rule(),
                        "code",
                        one.message(),
                        "text",
                        messages.text(language, one.message(), one.args().toArray())))
                .toList();
        return new ApiProblem(403, "batch-refused", List.of(), Map.of("reasons", reasons));
    }

    /** Everything that is wrong, as far as pages show it. */
    private ApiProblem faulty(List<InputFault> head, List<WishReader.LineFault> lines, Locale language) {
        var errors = head.stream().map(fault -> fault(fault, language)).toList();
        var shown = lines.stream()
                .limit(FormPage.SHOWN)
                .map(one -> Map.of(
                        "line", one.line(), "code", one.fault().messageKey(), "message", text(one.fault(), language)))
                .toList();
        return new ApiProblem(
                400,
                "batch-faults",
                List.of(),
                Map.of("errors", errors, "lines", shown, "faults", head.size() + lines.size()));
    }

    private Map<String, String> fault(InputFault fault, Locale language) {
        return Map.of("field", fault.field(), "code", fault.messageKey(), "message", text(fault, language));
    }

    private String text(InputFault fault, Locale language) {
        return messages.text(language, fault.messageKey(), fault.args().toArray());
    }

    /** The version named; 0, which no request has, where none was. */
    private static int number(@Nullable Integer version) {
        return version == null ? 0 : version;
    }
}
