package akashi.notice;

import akashi.notice.KnownOperations.Known;
import akashi.operation.OperationCode;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the pages of rules together from register, organisation and operations. */
@Component
class RuleView {
    private final RuleRegister register;
    private final KnownOperations operations;
    private final Organization organization;
    private final Wording wording;

    RuleView(RuleRegister register, KnownOperations operations, Organization organization, Wording wording) {
        this.register = register;
        this.operations = operations;
        this.organization = organization;
        this.wording = wording;
    }

    /** Every rule that may be looked at: drafts by their keepers only. */
    List<RulesPage.Row> rows(Locale language, Predicate<OperationCode> keeps) {
        return register.shelf().rules().stream()
                .filter(rule -> rule.state() == Rule.State.APPROVED || keeps.test(rule.operation()))
                .map(rule -> row(rule, language))
                .toList();
    }

    /** The operations without a rule in force, and those proposed for which none is approved. */
    List<RulesPage.Row> without(Locale language) {
        var shelf = register.shelf();
        return operations.current().stream()
                .filter(known -> known.registered()
                        ? shelf.inForce(known.code(), register.today()).isEmpty()
                        : shelf.of(known.code()).noneMatch(rule -> rule.state() == Rule.State.APPROVED))
                .map(known -> new RulesPage.Row(about(known, language), null, null, false, 0, 0))
                .toList();
    }

    private static RulesPage.About about(Known known, Locale language) {
        return new RulesPage.About(
                known.code().value(), known.name().in(language.getLanguage()), known.path(), known.place());
    }

    /** What a rule is about, in words; an operation nobody knows stays its code. */
    private RulesPage.About about(OperationCode code, Locale language) {
        return operations
                .of(code)
                .map(known -> about(known, language))
                .orElseGet(() -> new RulesPage.About(
                        code.value(), code.value(), "/operations", KnownOperations.Place.REGISTERED));
    }

    /** Codes of the operations for which this may be drafted. */
    List<String> operations(Predicate<OperationCode> keeps) {
        return operations.current().stream()
                .map(Known::code)
                .filter(keeps)
                .map(OperationCode::value)
                .toList();
    }

    boolean known(OperationCode code) {
        return operations.draftable(code);
    }

    String name(OperationCode code, Locale language) {
        return wording.operation(code.value(), language);
    }

    /** Code of the managing section; null for an operation nobody knows. */
    @Nullable String section(OperationCode code) {
        return operations.of(code).map(Known::section).orElse(null);
    }

    /** The edition a next one begins from. */
    Optional<Rule> basis(OperationCode code) {
        return register.shelf().inForce(code, register.today());
    }

    RulePage page(Rule rule, RuleText text, RulePage.May may, @Nullable String error, Locale language, boolean byUnit) {
        var shelf = register.shelf();
        var approval = rule.approval();
        var people = new RulePage.People(
                rule.authors().stream()
                        .map(staff -> wording.person(staff, language))
                        .collect(Collectors.joining("、")),
                approval == null ? "" : wording.person(approval.by(), language));
        return new RulePage(
                rule,
                register.standing(rule),
                about(rule.operation(), language),
                text,
                Rules.mark(text),
                people,
                byUnit && rule.state() == Rule.State.APPROVED ? units(rule, language) : List.of(),
                shelf.of(rule.operation())
                        .filter(other -> other.id() != rule.id() && other.state() == Rule.State.APPROVED)
                        .map(other -> row(other, language))
                        .toList(),
                may,
                error);
    }

    private RulesPage.Row row(Rule rule, Locale language) {
        var shelf = register.shelf();
        var today = register.today();
        var standing = register.standing(rule);
        var until = rule.paper().until();
        var concerned = standing == Rule.Standing.IN_FORCE ? register.concerned(rule) : List.<Person>of();
        int read = (int) concerned.stream()
                .filter(person -> shelf.acknowledged(rule, person.id().value()))
                .count();
        return new RulesPage.Row(
                about(rule.operation(), language),
                rule,
                standing,
                standing == Rule.Standing.IN_FORCE
                        && until != null
                        && !until.minusDays(Rules.WARNED).isAfter(today),
                read,
                concerned.size());
    }

    /** Unit by unit, in the order of the organisation; numbers only. */
    private List<RulePage.Unit> units(Rule rule, Locale language) {
        var roster = organization.roster();
        var shelf = register.shelf();
        var byUnit = new LinkedHashMap<Unit, List<Person>>();
        for (var person : register.concerned(rule)) {
            roster.principalOf(person.id())
                    .flatMap(held -> roster.command(held.unit()).or(() -> roster.unit(held.unit())))
                    .ifPresent(unit ->
                            byUnit.computeIfAbsent(unit, _ -> new ArrayList<>()).add(person));
        }
        return roster.units().stream()
                .filter(byUnit::containsKey)
                .map(unit -> {
                    var people = byUnit.getOrDefault(unit, List.of());
                    return new RulePage.Unit(
                            unit.name(language),
                            (int) people.stream()
                                    .filter(person ->
                                            shelf.acknowledged(rule, person.id().value()))
                                    .count(),
                            people.size());
                })
                .toList();
    }
}
