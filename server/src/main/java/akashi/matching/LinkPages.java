package akashi.matching;

import akashi.access.Asker;
import akashi.comparison.Comparing;
import akashi.comparison.Traits;
import akashi.document.RecordContent;
import akashi.operation.Act;
import akashi.record.RecordNumbers;
import akashi.usage.Gate;
import akashi.usage.Use;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Proposing a link between two records by their numbers; somebody else confirms it in the queue. */
@Controller
class LinkPages {
    private final Judging judging;
    private final RecordNumbers records;
    private final Comparing comparing;
    private final Sight sight;

    LinkPages(Judging judging, RecordNumbers records, Comparing comparing, Sight sight) {
        this.judging = judging;
        this.records = records;
        this.comparing = comparing;
        this.sight = sight;
    }

    @GetMapping("/matches/link")
    Reply form(HttpServletRequest request) {
        var _ = sight.pass(request, Judging.PROPOSE, null);
        return page(LinkPage.Form.EMPTY, null, request);
    }

    @PostMapping("/matches/link")
    Reply propose(@ModelAttribute LinkPage.Form form, Asker asker, HttpServletRequest request) {
        var open = sight.pass(request, Judging.PROPOSE, null);
        if (!Sight.said(form.reason())) {
            return page(form, "matching.fault.reason", request);
        }
        var found = found(form, asker, open);
        if (found.size() < 2) {
            return page(form, "matching.fault.numbers", request);
        }
        if (found.stream().noneMatch(content -> sight.mine().serves(asker, content.unit()))) {
            return page(form, "matching.fault.not-own", request);
        }
        long seq = judging.propose(
                asker,
                side(found.getFirst()),
                side(found.getLast()),
                score(found),
                form.reason().strip(),
                open.ruling());
        return Go.to("/matches/" + seq, "matching.proposed");
    }

    /** The two records, each once, as far as they exist for the asker and may be read; their reading is a use. */
    private List<RecordContent> found(LinkPage.Form form, Asker asker, Gate.Open open) {
        var ids = Stream.of(
                        records.find(form.operation(), form.number().strip()),
                        records.find(form.otherOperation(), form.otherNumber().strip()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return sight
                .release(Use.of(Handling.LOOK, open.actor()).decided(open.ruling()), ids, asker)
                .value()
                .values()
                .stream()
                .filter(content -> sight.mine().may(asker, Act.CONTENT, content.operation(), content.unit()))
                .toList();
    }

    private Pair.Side side(RecordContent content) {
        return Pair.Side.of(content, sight.traits(content).map(Traits::print).orElse("-"));
    }

    private int score(List<RecordContent> found) {
        var traits = found.stream()
                .flatMap(content -> sight.traits(content).stream())
                .toList();
        return traits.size() == 2
                ? comparing.compare(traits.getFirst(), traits.getLast()).score()
                : 0;
    }

    private LinkPage page(LinkPage.Form form, @Nullable String error, HttpServletRequest request) {
        return new LinkPage(records.operations(Languages.of(request)), form, error);
    }
}
