package akashi.desk;

import akashi.calendar.JapaneseDates;
import akashi.inquiry.Answer;
import akashi.inquiry.Finding;
import akashi.inquiry.Hit;
import akashi.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the operator says to the caller (復唱文): who is called, what was asked, what each operation answered, danger
 * first, and how the answer can be found again. It says no more than an existence answer may.
 */
final class ReadBack {
    private final Messages messages;
    private final Locale language;

    ReadBack(Messages messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    List<String> of(Caller caller, Answer answer) {
        var lines = new ArrayList<String>();
        lines.add(text("desk.say.call", caller.name(), asked(answer)));
        for (var finding : answer.findings()) {
            lines.addAll(said(finding));
        }
        lines.add(text("desk.say.end", JapaneseDates.time(answer.searched().asOf()), answer.number()));
        return lines;
    }

    private String asked(Answer answer) {
        var asked = new ArrayList<String>();
        for (var key : answer.inquiry().keys()) {
            asked.add(text("inquiry.key." + key.type()) + " " + key.display());
        }
        return String.join(text("desk.say.comma"), asked);
    }

    private List<String> said(Finding finding) {
        var name = finding.operation().definition().name().in(language.getLanguage());
        return switch (finding) {
            case Finding.NoRecord _ -> List.of(text("desk.say.none", name));
            case Finding.Refused _ -> List.of(text("desk.say.refused", name));
            case Finding.TooBroad _ -> List.of(text("desk.say.too-broad", name));
            case Finding.NeedsChoice choice ->
                List.of(text("desk.say.choice", name, choice.hits().size()));
            case Finding.Found found -> found(name, found);
        };
    }

    private List<String> found(String name, Finding.Found found) {
        var lines = new ArrayList<String>();
        lines.add(text("desk.say.hit", name, found.hits().size()));
        for (var hit : found.hits()) {
            for (var warned : hit.cautions()) {
                lines.add(text("desk.say.caution", warned.caution().label().in(language.getLanguage())));
            }
            lines.add(text("desk.say.unit", unit(hit), hit.summary().number()));
            lines.add(text(hit.unconfirmed() ? "desk.say.unconfirmed" : "desk.say.lead"));
        }
        return lines;
    }

    private String unit(Hit hit) {
        var unit = hit.unit();
        return unit == null ? "—" : unit.name(language);
    }

    private String text(String key, Object... args) {
        return messages.text(language, key, args);
    }
}
