package akashi.book;

import akashi.organization.Organization;
import akashi.organization.Roster;
import akashi.organization.Unit;
import akashi.result.PastInquiry;
import akashi.result.Results;
import java.util.Locale;

/** Says codes and numbers of entries in names, as the organisation and the operations stand today. */
final class Naming {
    private final Roster roster;
    private final Results results;
    private final Locale language;

    Naming(Organization organization, Results results, Locale language) {
        this.roster = organization.roster();
        this.results = results;
        this.language = language;
    }

    BookRow row(PastInquiry past) {
        var actor = past.use().actor();
        var lang = language.getLanguage();
        return new BookRow(
                past,
                person(actor.staffNumber()),
                roster.unitByCode(actor.unit()).map(this::name).orElse(actor.unit()),
                requester(past),
                results.purpose(past, lang),
                past.operations().keySet().stream()
                        .map(code -> results.name(code, lang))
                        .toList());
    }

    private String requester(PastInquiry past) {
        var requester = past.use().grounds().requester();
        if (requester == null) {
            return "";
        }
        return requester.terminal().isEmpty()
                ? person(requester.staffNumber())
                : requester.terminal() + " " + person(requester.staffNumber());
    }

    /** Rank, name and number; the number alone where nobody has it today. */
    private String person(String staffNumber) {
        if (staffNumber.startsWith("call-sign:")) {
            return "";
        }
        return roster.byStaffNumber(staffNumber)
                .map(person -> person.titled(language) + " " + staffNumber)
                .orElse(staffNumber);
    }

    private String name(Unit unit) {
        return unit.name(language);
    }
}
