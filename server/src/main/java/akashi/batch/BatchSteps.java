package akashi.batch;

import akashi.access.Asker;
import akashi.usage.Use;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One request: looking at it, approving or refusing it, asking it, stopping, withdrawing. */
@Controller
class BatchSteps {
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 400;

    private final Batches batches;
    private final BatchRun run;
    private final BatchSight sight;
    private final WaitingBatches waiting;

    BatchSteps(Batches batches, BatchRun run, BatchSight sight, WaitingBatches waiting) {
        this.batches = batches;
        this.run = run;
        this.sight = sight;
        this.waiting = waiting;
    }

    @GetMapping("/batches/{seq:[0-9]{1,18}}")
    Reply look(Asker asker, HttpServletRequest request, @PathVariable long seq) {
        return page(asker, request, seq, null);
    }

    @PostMapping("/batches/{seq:[0-9]{1,18}}/approve")
    Reply approve(
            Asker asker,
            HttpServletRequest request,
            @PathVariable long seq,
            @RequestParam int version,
            @RequestParam String digest) {
        var batch = find(seq);
        var open = sight.pass(request, Batches.APPROVE, batch.owner().unit());
        var step = shown(batch, version) && batch.digest().equals(digest)
                ? batches.approve(asker, batch, open.ruling())
                : Batches.Step.STALE;
        return after(asker, request, seq, step, "batch.approved");
    }

    @PostMapping("/batches/{seq:[0-9]{1,18}}/refuse")
    Reply refuse(
            Asker asker,
            HttpServletRequest request,
            @PathVariable long seq,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason) {
        var batch = find(seq);
        var open = sight.pass(request, Batches.APPROVE, batch.owner().unit());
        var words = reason.strip();
        if (words.length() < SHORTEST_REASON
                || words.length() > LONGEST_REASON
                || words.chars().anyMatch(Character::isISOControl)) {
            return page(asker, request, seq, "batch.fault.reason");
        }
        var step = shown(batch, version) ? batches.refuse(asker, batch, words, open.ruling()) : Batches.Step.STALE;
        return after(asker, request, seq, step, "batch.refused");
    }

    @PostMapping("/batches/{seq:[0-9]{1,18}}/withdraw")
    Reply withdraw(Asker asker, HttpServletRequest request, @PathVariable long seq, @RequestParam int version) {
        var batch = own(asker, request, seq);
        var step = shown(batch, version) ? batches.withdraw(asker, batch) : Batches.Step.STALE;
        return after(asker, request, seq, step, "batch.withdrawn");
    }

    @PostMapping("/batches/{seq:[0-9]{1,18}}/run")
    Reply run(Asker asker, HttpServletRequest request, @PathVariable long seq, @RequestParam int version) {
        var batch = own(asker, request, seq);
        var started = shown(batch, version) ? run.start(asker, batch) : BatchRun.Started.STALE;
        return switch (started) {
            case DONE -> Go.to("/batches/" + seq, "batch.started");
            case STALE -> page(asker, request, seq, "batch.fault.stale");
            case CHANGED -> page(asker, request, seq, "batch.fault.changed");
            case POST -> page(asker, request, seq, "batch.fault.post");
            case REFUSED -> page(asker, request, seq, "batch.fault.right");
        };
    }

    @PostMapping("/batches/{seq:[0-9]{1,18}}/stop")
    Reply stop(Asker asker, HttpServletRequest request, @PathVariable long seq) {
        var batch = own(asker, request, seq);
        return run.stop(asker, batch)
                ? Go.to("/batches/" + seq, "batch.stopped")
                : Go.refused("/batches/" + seq, "batch.fault.stale");
    }

    private Reply after(Asker asker, HttpServletRequest request, long seq, Batches.Step step, String flash) {
        waiting.count();
        return switch (step) {
            case DONE -> Go.to("/batches/" + seq, flash);
            case STALE -> page(asker, request, seq, "batch.fault.stale");
            case OWN -> page(asker, request, seq, "batch.fault.own");
        };
    }

    private BatchPage page(Asker asker, HttpServletRequest request, long seq, @Nullable String error) {
        var batch = find(seq);
        var open = sight.pass(request, asker, batch);
        var own = Batches.own(asker, batch);
        var use = Use.of(own ? BatchPages.LIST : BatchPages.LOOK, open.actor()).decided(open.ruling());
        var rows = sight.release(use, batch);
        return new BatchPage(
                batch,
                sight.words(batch, Languages.of(request)),
                rows.value(),
                new BatchPage.May(
                        own,
                        !own
                                && batch.state() == Batch.State.WAITING
                                && sight.gate()
                                        .offers(
                                                request,
                                                Batches.APPROVE,
                                                batch.owner().unit())),
                error,
                rows.proved());
    }

    /** The own request; somebody else's looks like none. */
    private Batch own(Asker asker, HttpServletRequest request, long seq) {
        var _ = sight.pass(request, BatchPages.LIST, null);
        return batches.find(seq).filter(batch -> Batches.own(asker, batch)).orElseThrow(NotFound::new);
    }

    private Batch find(long seq) {
        return batches.find(seq).orElseThrow(NotFound::new);
    }

    private static boolean shown(Batch batch, int version) {
        return batch.version() == version;
    }
}
