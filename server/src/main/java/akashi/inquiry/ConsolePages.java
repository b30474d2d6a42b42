package akashi.inquiry;

import akashi.access.Asker;
import akashi.question.Inquiry;
import akashi.question.InquiryConsole;
import akashi.question.InquiryForm;
import akashi.question.Kind;
import akashi.question.Reading;
import akashi.question.Reading.InputFault;
import akashi.result.PastInquiry;
import akashi.result.Results;
import akashi.web.Reply;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inquiry console at the front door. Purpose, number and requester stay in the session for the next question. */
@Controller
class ConsolePages {
    private static final String KEPT = "akashi.inquiry.kept";
    private static final int RECENT = 5;
    private static final String[] STAYING = {
        InquiryForm.PURPOSE,
        InquiryForm.CASE,
        InquiryForm.NOTE,
        InquiryForm.STAFF,
        InquiryForm.CALL_SIGN,
        InquiryForm.CHANNEL,
        InquiryForm.CALLED_BACK
    };

    private final Inquiries inquiries;
    private final InquiryConsole console;
    private final Results results;

    ConsolePages(Inquiries inquiries, InquiryConsole console, Results results) {
        this.inquiries = inquiries;
        this.console = console;
        this.results = results;
    }

    @GetMapping("/")
    Reply console(Asker asker, HttpSession session, @RequestParam(defaultValue = "") String kind) {
        var form = next(session, Kind.of(kind).orElse(Kind.VEHICLE));
        return page(asker, form, List.of(), null, results.own(asker, List.of(Inquiry.EXISTENCE), RECENT));
    }

    @PostMapping("/")
    Reply ask(Asker asker, HttpSession session, @RequestParam MultiValueMap<String, String> fields) {
        var form = new InquiryForm(fields);
        keep(session, form);
        return switch (inquiries.read(console.asked(asker, form))) {
            case Reading.Misread(var faults) -> page(asker, form, faults, null, null);
            case Reading.Understood(var inquiry) -> {
                var answer = inquiries.ask(asker, inquiry);
                var stays = answer.refused() ? form : next(session, form.kind());
                yield page(asker, stays, List.of(), answer, null);
            }
        };
    }

    /** Changes the tab; what was typed about purpose and requester stays, without a script too. */
    @PostMapping("/console/kind")
    Reply kind(
            Asker asker,
            HttpSession session,
            @RequestParam String to,
            @RequestParam MultiValueMap<String, String> fields) {
        keep(session, new InquiryForm(fields));
        return page(asker, next(session, Kind.of(to).orElse(Kind.VEHICLE)), List.of(), null, null);
    }

    private ConsolePage page(
            Asker asker,
            InquiryForm form,
            List<InputFault> faults,
            @Nullable Answer answer,
            @Nullable List<PastInquiry> recent) {
        return new ConsolePage(console.form(asker, form, faults, answer != null), answer, recent);
    }

    private static void keep(HttpSession session, InquiryForm form) {
        var kept = new TreeMap<String, String>();
        for (var field : STAYING) {
            var text = form.text(field);
            if (!text.isEmpty() && text.length() <= 1000) {
                kept.put(field, text);
            }
        }
        session.setAttribute(KEPT, kept);
    }

    /** An empty form of this kind with what stays for the next question. */
    private static InquiryForm next(HttpSession session, Kind kind) {
        var fields = new TreeMap<String, List<String>>();
        if (session.getAttribute(KEPT) instanceof Map<?, ?> kept) {
            kept.forEach((field, text) -> fields.put((String) field, List.of((String) text)));
        }
        fields.put(InquiryForm.KIND, List.of(kind.word()));
        return new InquiryForm(fields);
    }
}
