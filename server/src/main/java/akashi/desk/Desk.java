package akashi.desk;

import akashi.inquiry.Answer;
import akashi.organization.Organization;
import akashi.question.AskForm;
import akashi.usage.Gate;
import akashi.web.Languages;
import akashi.web.Messages;
import akashi.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may sit at the desk, and what it shows of the caller in front. */
@Component
class Desk {
    static final String ACT = "DESK";

    private final Gate gate;
    private final Organization organization;
    private final Messages messages;

    Desk(Gate gate, Organization organization, Messages messages) {
        this.gate = gate;
        this.organization = organization;
        this.messages = messages;
    }

    /** Lets members of the inquiry centre pass; for everybody else the desk does not exist, and the try is recorded. */
    void enter(HttpServletRequest request) {
        switch (gate.ask(request, ACT, null)) {
            case Gate.Open _ -> {}
            case Gate.Shut _ -> throw new NotFound();
        }
    }

    DeskPage.Chosen chosen(HttpServletRequest request, Caller caller, AskForm ask, @Nullable Answer answer) {
        var language = Languages.of(request);
        var say = answer == null ? List.<String>of() : new ReadBack(messages, language).of(caller, answer);
        return new DeskPage.Chosen(caller, name(caller, language), ask, answer, say);
    }

    private String name(Caller caller, Locale language) {
        var roster = organization.roster();
        var unit = roster.unitByCode(caller.who().unit())
                .map(found -> found.name(language))
                .orElse("");
        return roster.byStaffNumber(caller.who().staffNumber())
                .map(person -> (unit + " " + person.titled(language)).strip())
                .orElse(unit);
    }
}
