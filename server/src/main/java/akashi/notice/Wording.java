package akashi.notice;

import akashi.calendar.JapaneseDates;
import akashi.operation.OperationCode;
import akashi.organization.Organization;
import akashi.organization.PostId;
import akashi.web.Messages;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says tasks, and the names in them, as the registers stand today. What a register does not know stays its code. */
@Component
class Wording {
    private final Organization organization;
    private final KnownOperations operations;
    private final Messages messages;

    Wording(Organization organization, KnownOperations operations, Messages messages) {
        this.organization = organization;
        this.operations = operations;
        this.messages = messages;
    }

    String text(Task task, Locale language) {
        var words = task.words().stream().map(word -> word(word, language)).toArray();
        return messages.text(language, task.message(), words);
    }

    Messages messages() {
        return messages;
    }

    String unit(String code, Locale language) {
        var roster = organization.roster();
        return roster.unitByCode(code)
                .map(unit -> roster.fullName(unit, language))
                .orElse(code);
    }

    String person(String staffNumber, Locale language) {
        return organization
                .roster()
                .byStaffNumber(staffNumber)
                .map(person -> person.titled(language))
                .orElse(staffNumber);
    }

    String operation(String code, Locale language) {
        return OperationCode.fits(code)
                ? operations
                        .of(new OperationCode(code))
                        .map(known -> known.name().in(language.getLanguage()))
                        .orElse(code)
                : code;
    }

    /** The post with its unit; empty for one that is gone. */
    String post(PostId id, Locale language) {
        var roster = organization.roster();
        return roster.post(id)
                .map(post -> roster.unit(post.unit())
                        .map(unit -> roster.fullName(unit, language) + " " + post.title(language))
                        .orElse(post.title(language)))
                .orElse("");
    }

    private Object word(Task.Word word, Locale language) {
        return switch (word.sort()) {
            case UNIT -> unit(word.value(), language);
            case PERSON -> person(word.value(), language);
            case OPERATION -> operation(word.value(), language);
            case MESSAGE -> messages.text(language, word.value());
            case CODE -> word.value();
            case NUMBER -> Integer.valueOf(word.value());
            case DATE -> JapaneseDates.format(LocalDate.parse(word.value()), language);
        };
    }
}
