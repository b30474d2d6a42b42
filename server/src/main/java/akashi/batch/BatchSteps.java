package akashi.batch;

import akashi.access.Asker;
import akashi.web.Go;
import akashi.web.Languages;
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
    private final Handling handling;
    private final BatchSight sight;

    BatchSteps(Handling handling, BatchSight sight) {
        this.handling = handling;
        this.sight = sight;
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
        return after(asker, request, seq, handling.approve(asker, request, seq, version, digest), "batch.approved");
    }

    @PostMapping("/batches/{seq:[0-9]{1,18}}/refuse")
    Reply refuse(
            Asker asker,
            HttpServletRequest request,
            @PathVariable long seq,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason) {
        return after(asker, request, seq, handling.refuse(asker, request, seq, version, reason), "batch.refused");
    }

    @PostMapping("/batches/{seq:[0-9]{1,18}}/withdraw")
    Reply withdraw(Asker asker, HttpServletRequest request, @PathVariable long seq, @RequestParam int version) {
        return after(asker, request, seq, handling.withdraw(asker, request, seq, version), "batch.withdrawn");
    }

    @PostMapping("/batches/{seq:[0-9]{1,18}}/run")
    Reply run(Asker asker, HttpServletRequest request, @PathVariable long seq, @RequestParam int version) {
        var started = handling.run(asker, request, seq, version);
        return started == BatchRun.Started.DONE
                ? Go.to("/batches/" + seq, "batch.started")
                : page(asker, request, seq, started.fault());
    }

    @PostMapping("/batches/{seq:[0-9]{1,18}}/stop")
    Reply stop(Asker asker, HttpServletRequest request, @PathVariable long seq) {
        return handling.stop(asker, request, seq)
                ? Go.to("/batches/" + seq, "batch.stopped")
                : Go.refused("/batches/" + seq, "batch.fault.stale");
    }

    private Reply after(Asker asker, HttpServletRequest request, long seq, Batches.Step step, String flash) {
        return step == Batches.Step.DONE ? Go.to("/batches/" + seq, flash) : page(asker, request, seq, step.fault());
    }

    private BatchPage page(Asker asker, HttpServletRequest request, long seq, @Nullable String error) {
        var looked = handling.look(asker, request, seq);
        return new BatchPage(
                looked.batch(),
                sight.words(looked.batch(), Languages.of(request)),
                looked.rows(),
                looked.may(),
                error,
                looked.proof());
    }
}
