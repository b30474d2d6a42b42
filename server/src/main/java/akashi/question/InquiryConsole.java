package akashi.question;

import akashi.access.Asker;
import akashi.operation.Purpose;
import akashi.question.AskForm.OperationChoice;
import akashi.question.AskForm.PurposeChoice;
import akashi.question.Reading.InputFault;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the form of a question for an asker: purposes and operations of the kind of thing, from memory. */
@Component
public class InquiryConsole {
    private final InquiryRights rights;
    private final SecureRandom random = new SecureRandom();

    InquiryConsole(InquiryRights rights) {
        this.rights = rights;
    }

    /** The form with these things in its fields, ready to be shown. */
    public AskForm form(Asker asker, InquiryForm form, List<InputFault> faults, boolean answered) {
        return new AskForm(form, faults, choices(asker, form), request(), answered);
    }

    /**
     * The form as it is to be asked: with every operation ticked, nobody chose, and those that know the purpose are
     * asked.
     */
    public InquiryForm asked(Asker asker, InquiryForm form) {
        var offered = rights.open(asker, form.kind()).stream()
                .map(version -> version.code().value())
                .toList();
        return form.all(InquiryForm.OPERATION).containsAll(offered) ? form.without(InquiryForm.OPERATION) : form;
    }

    /** Purposes of every operation that knows such things, and the operations the asker may ask. */
    private AskForm.Choices choices(Asker asker, InquiryForm form) {
        var chosen = form.all(InquiryForm.OPERATION);
        var operations = rights.open(asker, form.kind()).stream()
                .map(version -> new OperationChoice(
                        version.code().value(),
                        version.definition().name(),
                        chosen.isEmpty() || chosen.contains(version.code().value())))
                .toList();
        return new AskForm.Choices(
                purposes(form.kind()), operations, form.kind() == Kind.VEHICLE ? rights.colours() : List.of());
    }

    /** The purposes for which such things may be asked, in any operation. */
    private List<PurposeChoice> purposes(Kind kind) {
        Map<String, PurposeChoice> purposes = new LinkedHashMap<>();
        for (var version : rights.knowing(kind)) {
            for (var purpose : version.definition().usage().purposes()) {
                purposes.merge(
                        purpose.code(),
                        choice(purpose),
                        (one, other) -> new PurposeChoice(
                                one.code(),
                                one.label(),
                                one.caseRequired() && other.caseRequired(),
                                one.example().isEmpty() ? other.example() : one.example()));
            }
        }
        return new ArrayList<>(purposes.values());
    }

    /** A fresh name for a submit, so that a second one is known. */
    private String request() {
        var bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static PurposeChoice choice(Purpose purpose) {
        return new PurposeChoice(
                purpose.code(),
                purpose.label(),
                purpose.need() == Purpose.CaseNeed.REQUIRED,
                purpose.registers().isEmpty()
                        ? ""
                        : purpose.registers().getFirst().example());
    }
}
