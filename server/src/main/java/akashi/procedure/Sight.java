package akashi.procedure;

import akashi.access.Asker;
import akashi.calendar.JapaneseDates;
import akashi.definition.Fault;
import akashi.notice.ProposedOperations;
import akashi.operation.Definition;
import akashi.operation.Difference;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.Naming;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.Messages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What pages of this module need before they show anything: the gate, the entry, and the words. */
@Component
record Sight(
        Gate gate,
        UsageLog usage,
        Messages messages,
        Operations operations,
        Organization organization,
        NewOperations founding,
        Optional<Naming> naming) {
    static final String LOOK = "PROCEDURES";
    static final String PROPOSE = "PROCEDURE_PROPOSE";
    static final String MOVE = "PROCEDURE_MOVE";
    static final String KEEP = "PROCEDURE_KEEP";

    /** A fault as pages show it. */
    record Said(int line, String path, String what, String way) {}

    Gate.Open pass(HttpServletRequest request, String act) {
        return switch (gate.ask(request, act, null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }

    /** Shows a page after its use is on the ledger. */
    <T extends Reply> T show(Gate.Open open, String about, T page) {
        var use = Use.of(LOOK, open.actor()).decided(open.ruling()).stating("page", about);
        var shown = Withheld.of(page, Disclosure.of(List.of(), page.toString().getBytes(StandardCharsets.UTF_8)));
        return usage.release(use, shown).value();
    }

    String person(String staff, Locale language) {
        var name = naming.map(names -> names.person(staff, language)).orElse("");
        return name.isEmpty() ? staff : name;
    }

    String unit(String code, Locale language) {
        return naming.map(names -> names.unit(code, language)).orElse(code);
    }

    /** The name of an operation, in force or proposed; its code where nobody says one. */
    String operation(OperationCode code, Locale language) {
        return operations.history(code).stream()
                .findFirst()
                .map(OperationVersion::definition)
                .map(Definition::name)
                .or(() -> founding.proposed(code).map(ProposedOperations.Proposed::name))
                .map(name -> name.in(language.getLanguage()))
                .orElse(code.value());
    }

    List<String> differences(List<Difference> differences, Locale language) {
        return differences.stream()
                .map(difference -> difference.text(messages, language))
                .toList();
    }

    List<Said> faults(List<Fault> faults, Locale language) {
        return faults.stream()
                .map(fault -> new Said(
                        fault.line(), fault.path(), fault.what(messages, language), fault.wayOut(messages, language)))
                .toList();
    }

    String text(String key, List<Object> args, Locale language) {
        return messages.text(
                language,
                key,
                args.stream()
                        .map(arg -> arg instanceof LocalDate day
                                ? JapaneseDates.format(day, language)
                                : Difference.word(arg, messages, language))
                        .toArray());
    }

    /** Several words of this module, for the head of a table. */
    List<String> texts(Locale language, String... keys) {
        return Arrays.stream(keys).map(key -> messages.text(language, key)).toList();
    }

    /** The operations the asker's sections manage, ended ones included. */
    List<OperationVersion> own(Asker asker) {
        return operations.latest().stream()
                .filter(version -> asker.charges()
                        .anyMatch(office -> Permit.holds(
                                Move.Role.SECTION,
                                office,
                                version.definition().management().section())))
                .toList();
    }
}
