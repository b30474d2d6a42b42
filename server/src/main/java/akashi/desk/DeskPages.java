package akashi.desk;

import akashi.access.Asker;
import akashi.inquiry.Answer;
import akashi.inquiry.Inquiries;
import akashi.question.InquiryConsole;
import akashi.question.InquiryForm;
import akashi.question.Kind;
import akashi.question.Reading;
import akashi.question.Requester;
import akashi.web.Go;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk of the inquiry centre. */
@Controller
class DeskPages {
    private final Desk desk;
    private final Callers callers;
    private final Inquiries inquiries;
    private final InquiryConsole console;

    DeskPages(Desk desk, Callers callers, Inquiries inquiries, InquiryConsole console) {
        this.desk = desk;
        this.callers = callers;
        this.inquiries = inquiries;
        this.console = console;
    }

    @GetMapping("/desk")
    Reply desk(
            Asker asker,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable Long caller,
            @RequestParam(defaultValue = "") String kind) {
        desk.enter(request);
        var open = callers.open(asker);
        var front = caller == null
                ? open.stream().findFirst().orElse(null)
                : callers.find(asker, caller).orElseThrow(NotFound::new);
        if (front == null) {
            return new DeskPage(open, null, null);
        }
        var form = next(front, Kind.of(kind).orElse(Kind.VEHICLE));
        return page(asker, request, front, form, List.of(), null);
    }

    /** Takes a call. */
    @PostMapping("/desk/callers")
    Reply take(
            Asker asker,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String staffNumber,
            @RequestParam(defaultValue = "") String callSign,
            @RequestParam(defaultValue = "RADIO") String channel,
            @RequestParam(defaultValue = "") String extension) {
        desk.enter(request);
        var who = new Caller.Who(staffNumber.strip(), callSign.strip(), "");
        var by = "PHONE".equals(channel) ? Requester.Channel.PHONE : Requester.Channel.RADIO;
        return switch (callers.take(asker, who, by, extension.strip())) {
            case Callers.Taken.Open(var caller) -> Go.to("/desk?caller=" + caller.seq());
            case Callers.Taken.Wrong(var key) -> new DeskPage(callers.open(asker), null, key);
        };
    }

    /** Notes the call-back at the registered extension. */
    @PostMapping("/desk/callers/{seq}/called-back")
    Reply calledBack(
            Asker asker,
            HttpServletRequest request,
            @PathVariable long seq,
            @RequestParam(defaultValue = "") String extension) {
        desk.enter(request);
        if (callers.find(asker, seq).isEmpty()) {
            throw new NotFound();
        }
        return callers.calledBack(asker, seq, extension.strip())
                ? Go.to("/desk?caller=" + seq)
                : new DeskPage(callers.open(asker), null, "desk.fault.extension");
    }

    /** Asks in the caller's name. */
    @PostMapping("/desk/callers/{seq}/ask")
    Reply ask(
            Asker asker,
            HttpServletRequest request,
            @PathVariable long seq,
            @RequestParam MultiValueMap<String, String> fields) {
        desk.enter(request);
        var caller = callers.find(asker, seq).orElseThrow(NotFound::new);
        var form = named(caller, new InquiryForm(fields));
        return switch (inquiries.read(console.asked(asker, form))) {
            case Reading.Misread(var faults) -> {
                callers.asked(asker, caller, form, null);
                yield page(asker, request, caller, form, faults, null);
            }
            case Reading.Understood(var inquiry) -> {
                var answer = inquiries.ask(asker, inquiry);
                callers.asked(asker, caller, form, answer.number());
                var kept = callers.find(asker, seq).orElse(caller);
                yield page(asker, request, kept, next(kept, form.kind()), List.of(), answer);
            }
        };
    }

    /** Changes the tab in the caller's question. */
    @PostMapping("/desk/callers/{seq}/kind")
    Reply kind(
            Asker asker,
            HttpServletRequest request,
            @PathVariable long seq,
            @RequestParam String to,
            @RequestParam MultiValueMap<String, String> fields) {
        desk.enter(request);
        var caller = callers.find(asker, seq).orElseThrow(NotFound::new);
        callers.asked(asker, caller, new InquiryForm(fields), null);
        return Go.to("/desk?caller=" + seq + "&kind="
                + Kind.of(to).orElse(Kind.VEHICLE).word());
    }

    @PostMapping("/desk/callers/{seq}/close")
    Reply close(Asker asker, HttpServletRequest request, @PathVariable long seq) {
        desk.enter(request);
        if (!callers.close(asker, seq)) {
            throw new NotFound();
        }
        return Go.to("/desk", "desk.closed");
    }

    private DeskPage page(
            Asker asker,
            HttpServletRequest request,
            Caller front,
            InquiryForm form,
            List<Reading.InputFault> faults,
            @Nullable Answer answer) {
        var ask = console.form(asker, form, faults, answer != null);
        return new DeskPage(callers.open(asker), desk.chosen(request, front, ask, answer), null);
    }

    /** The form as if the caller had filled in who asks. */
    private static InquiryForm named(Caller caller, InquiryForm form) {
        return form.with(InquiryForm.STAFF, caller.who().staffNumber())
                .with(InquiryForm.CALL_SIGN, caller.who().callSign())
                .with(InquiryForm.CHANNEL, caller.channel().name())
                .with(InquiryForm.CALLED_BACK, caller.calledBack() == null ? "" : "true");
    }

    private static InquiryForm next(Caller caller, Kind kind) {
        var fields = new TreeMap<String, List<String>>();
        var reference = caller.reason().caseReference();
        fields.put(InquiryForm.KIND, List.of(kind.word()));
        fields.put(InquiryForm.PURPOSE, List.of(caller.reason().purpose()));
        fields.put(InquiryForm.CASE, List.of(reference == null ? "" : reference));
        return new InquiryForm(fields);
    }
}
