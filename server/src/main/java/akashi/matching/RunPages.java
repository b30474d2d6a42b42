package akashi.matching;

import akashi.usage.Use;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Ordering and watching full comparisons, by those whose post it is. */
@Controller
class RunPages {
    static final String RUN = Rematch.ORDER;

    private final Rematch rematch;
    private final Sight sight;

    RunPages(Rematch rematch, Sight sight) {
        this.rematch = rematch;
        this.sight = sight;
    }

    @GetMapping("/matches/run")
    Reply runs(HttpServletRequest request) {
        var _ = sight.pass(request, RUN, null);
        var lang = Languages.of(request);
        var runs = rematch.latest();
        return new RunPage(
                runs.stream()
                        .map(run -> new RunPage.Row(
                                run, run.by().equals(CounterpartMatch.JOB) ? "" : sight.person(run.by(), lang)))
                        .toList(),
                runs.stream().anyMatch(run -> run.endedAt() == null));
    }

    @PostMapping("/matches/run")
    Reply order(HttpServletRequest request) {
        var open = sight.pass(request, RUN, null);
        var begun = rematch.order(Use.of(RUN, open.actor()).decided(open.ruling()));
        return Go.to("/matches/run", begun.isPresent() ? "matching.run.ordered" : "matching.run.already");
    }
}
