package akashi.record;

import akashi.access.Asker;
import akashi.document.Fault;
import akashi.document.Names;
import akashi.web.Go;
import akashi.web.Page;
import akashi.web.Reply;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reading a document about oneself, and releasing it to somebody else (本人に関する記録の閲覧). */
@Controller
class OwnPages {
    private final OwnAccess own;
    private final Names names;

    OwnPages(OwnAccess own, Names names) {
        this.own = own;
        this.names = names;
    }

    /** What I asked for, and what waits for me as second person. */
    record OwnPage(
            List<OwnSql.Request> mine, List<OwnSql.Request> waiting, boolean releases, List<Fault> faults, Names names)
            implements Page {
        OwnPage {
            mine = List.copyOf(mine);
            waiting = List.copyOf(waiting);
            faults = List.copyOf(faults);
        }

        @Override
        public String template() {
            return "record/own";
        }

        @Override
        public String title() {
            return "record.own.title";
        }

        @Override
        public int status() {
            return faults.isEmpty() ? 200 : 422;
        }
    }

    @GetMapping("/records/own")
    Page own(Asker asker) {
        return page(asker, List.of());
    }

    @PostMapping("/records/own")
    Reply ask(@RequestParam String number, @RequestParam String reason, Asker asker) {
        List<Fault> faults = own.ask(number, reason, asker);
        return faults.isEmpty() ? Go.to("/records/own", "record.own.asked") : page(asker, faults);
    }

    /** A request is named by its number and the staff number of whoever asks; no id reaches the page. */
    @PostMapping("/records/own/decide")
    Reply decide(@RequestParam String choice, @RequestParam String number, @RequestParam String staff, Asker asker) {
        boolean done = own.decide(number, staff, choice.equals("release"), asker);
        return done
                ? Go.to("/records/own", "record.own.decided")
                : Go.refused("/records/own", "record.own.not-decided");
    }

    private Page page(Asker asker, List<Fault> faults) {
        OwnAccess.Queue queue = own.queue(asker);
        return new OwnPage(queue.mine(), queue.waiting(), own.mayRelease(asker), faults, names);
    }
}
