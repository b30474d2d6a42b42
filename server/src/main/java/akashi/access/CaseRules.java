package akashi.access;

import akashi.operation.Act;
import akashi.operation.CaseRegister;
import akashi.operation.Purpose;
import akashi.organization.Roster;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions on why somebody uses information: purpose (照会目的), case reference (番号) and reason. */
final class CaseRules {
    /**
     * Acts that show what is recorded; each needs a purpose. The others rest on the source form (原票) they are done by.
     */
    private static final Set<Act> NEEDS_PURPOSE =
            EnumSet.of(Act.EXISTENCE, Act.PARTIAL, Act.BATCH, Act.CONTENT, Act.LIST, Act.HISTORY, Act.EXPORT);

    private CaseRules() {}

    static void check(Question question, Roster roster, List<ConditionResult> results) {
        var code = question.purpose();
        var purpose = code == null
                ? Optional.<Purpose>empty()
                : question.operation().definition().purpose(code);
        results.add(purpose(question, purpose.isPresent()));
        var reference = reference(question);
        var register = purpose.flatMap(found -> reference == null ? Optional.empty() : found.registerOf(reference));
        results.add(form(purpose.orElse(null), reference, register.isPresent()));
        results.add(existence(question, reference, register, roster));
        results.add(reason(question));
    }

    private static ConditionResult purpose(Question question, boolean allowed) {
        if (question.purpose() == null) {
            return NEEDS_PURPOSE.contains(question.act())
                    ? ConditionResult.unmet("AK-08", "access.purpose.missing")
                    : ConditionResult.met("AK-08", "access.purpose.none");
        }
        return Rules.result("AK-08", allowed, "access.purpose");
    }

    private static ConditionResult form(@Nullable Purpose purpose, @Nullable String reference, boolean fits) {
        if (purpose == null || (reference == null && purpose.need() != Purpose.CaseNeed.REQUIRED)) {
            return ConditionResult.met("AK-09", "access.case.none");
        }
        if (reference == null) {
            return ConditionResult.unmet("AK-09", "access.case.missing", example(purpose));
        }
        if (purpose.need() == Purpose.CaseNeed.NONE || fits) {
            return ConditionResult.met("AK-09", "access.case.form");
        }
        return ConditionResult.unmet("AK-09", "access.case.malformed", example(purpose));
    }

    private static ConditionResult existence(
            Question question, @Nullable String reference, Optional<CaseRegister> register, Roster roster) {
        var fact = question.caseFact();
        if (reference == null || fact == null || register.isEmpty()) {
            return ConditionResult.met("AK-10", "access.case.none");
        }
        if (register.get().holder().isEmpty()) {
            return ConditionResult.met("AK-10", "access.case.elsewhere");
        }
        // One answer for a case that is not there and one that belongs to somebody else: existence is information.
        var unit = fact.unit();
        var ours = fact.lookup() == CaseFact.Lookup.FOUND
                && unit != null
                && question.asker()
                        .offices()
                        .anyMatch(office -> roster.serves(office.unit().id(), unit));
        return Rules.result("AK-10", ours, "access.case.ours");
    }

    private static ConditionResult reason(Question question) {
        var reason = question.reason();
        if (reason == null || reason.isBlank()) {
            return ConditionResult.met("AK-11", "access.reason.none");
        }
        return Rules.result("AK-11", !Reasons.junk(reason), "access.reason");
    }

    private static @Nullable String reference(Question question) {
        var fact = question.caseFact();
        return fact == null || fact.reference().isBlank() ? null : fact.reference();
    }

    private static String example(Purpose purpose) {
        return purpose.registers().isEmpty()
                ? ""
                : purpose.registers().getFirst().example();
    }
}
