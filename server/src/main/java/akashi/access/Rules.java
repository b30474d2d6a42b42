package akashi.access;

import akashi.account.DeviceClass;
import akashi.calendar.JapaneseDates;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.organization.Employment;
import akashi.organization.Roster;
import akashi.organization.UnitId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conditions every use must meet, in the order in which a refusal names them. The table in
 * {@code docs/decisions.md} lists the same rules; {@link Access#VERSION} changes with any of them. What depends on the
 * purpose is in {@link CaseRules}.
 */
final class Rules {
    /** Number of conditions checked here, with those of {@link CaseRules}. */
    static final int COUNT = 14;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** In a car and in the hand: look things up and enter what is found, nothing that needs a desk. */
    private static final Set<Act> ON_THE_MOVE = EnumSet.of(Act.EXISTENCE, Act.CONTENT, Act.REGISTER);

    /** What part-time staff may ever do, and only for the own unit. */
    private static final Set<Act> PART_TIME = EnumSet.of(Act.EXISTENCE, Act.CONTENT, Act.REGISTER, Act.LIST);

    private Rules() {}

    /**
     * Adds the result of every condition.
     *
     * @param right by which the act would be done, opened in an emergency or not; right and scope are all that it
     *     changes
     * @param ordinary the right held without any emergency
     */
    static void check(
            Question question,
            Rights.@Nullable Right right,
            Rights.@Nullable Right ordinary,
            Roster roster,
            List<ConditionResult> results) {
        results.add(appointment(question, roster));
        results.add(duty(question, roster));
        results.add(terminal(question));
        results.add(inForce(question));
        results.add(hours(question));
        results.add(right(right));
        results.add(scope(question, right, roster));
        CaseRules.check(question, roster, results);
        results.add(partTime(question, ordinary, roster));
        results.add(ownRecord(question));
        results.add(sealed(question));
    }

    /**
     * Whether a scope, seen from a unit, reaches records of another. A unit that is not on our roster belongs to
     * another host.
     */
    static boolean covers(Scope scope, UnitId own, UnitId recordUnit, Roster roster) {
        return switch (scope) {
            case NATION -> true;
            case PREFECTURE ->
                roster.current(recordUnit).stream()
                        .anyMatch(unit -> roster.unit(unit).isPresent());
            case OWN_UNIT -> own.equals(recordUnit) || roster.serves(own, recordUnit);
        };
    }

    private static ConditionResult appointment(Question question, Roster roster) {
        var day = JapaneseDates.dateOf(question.at());
        var valid = question.asker()
                .offices()
                .anyMatch(office -> office.appointment().span().contains(day)
                        && roster.appointmentsOf(question.asker().personId()).stream()
                                .anyMatch(held ->
                                        held.id().equals(office.appointment().id())));
        return result("AK-01", valid, "access.appointment");
    }

    private static ConditionResult duty(Question question, Roster roster) {
        var onDuty = roster.person(question.asker().personId())
                .filter(person -> person.duty().mayAct())
                .isPresent();
        return result("AK-02", onDuty, "access.duty");
    }

    private static ConditionResult terminal(Question question) {
        return result("AK-03", allows(question.asker().device().kind(), question.act()), "access.terminal");
    }

    private static boolean allows(DeviceClass kind, Act act) {
        return switch (kind) {
            case HQ, STATION -> true;
            case BOX -> act != Act.EXPORT;
            case IN_CAR, HAND_HELD -> ON_THE_MOVE.contains(act);
        };
    }

    private static ConditionResult inForce(Question question) {
        return result("AK-04", question.operation().inForceAt(question.at()), "access.operation");
    }

    private static ConditionResult hours(Question question) {
        var hours = question.operation().definition().service().hours();
        if (hours.always()) {
            return ConditionResult.met("AK-05", "access.hours.always");
        }
        var open = hours.open(question.at().atZone(JapaneseDates.ZONE).toLocalTime());
        return new ConditionResult(
                "AK-05",
                open,
                open ? "access.hours.met" : "access.hours.unmet",
                List.of(
                        TIME.format(Objects.requireNonNull(hours.from())),
                        TIME.format(Objects.requireNonNull(hours.to()))));
    }

    private static ConditionResult right(Rights.@Nullable Right right) {
        if (right == null) {
            return ConditionResult.unmet("AK-06", "access.right.unmet");
        }
        return switch (right.origin()) {
            case STANDARD -> ConditionResult.met("AK-06", "access.right.standard");
            case INDIVIDUAL -> ConditionResult.met("AK-06", "access.right.individual", right.paper());
            case EMERGENCY -> ConditionResult.met("AK-06", "access.right.emergency", right.paper());
        };
    }

    private static ConditionResult scope(Question question, Rights.@Nullable Right right, Roster roster) {
        if (right == null) {
            return ConditionResult.unmet("AK-07", "access.scope.none");
        }
        if (question.recordUnit() == null) {
            return ConditionResult.met("AK-07", "access.scope." + right.scope());
        }
        var covered = covers(right.scope(), right.unit(), question.recordUnit(), roster);
        return covered
                ? ConditionResult.met("AK-07", "access.scope." + right.scope())
                : ConditionResult.unmet("AK-07", "access.scope.unmet");
    }

    private static ConditionResult partTime(Question question, Rights.@Nullable Right right, Roster roster) {
        var asker = question.asker();
        if (asker.person().employment() != Employment.PART_TIME) {
            return ConditionResult.met("AK-12", "access.part-time.other");
        }
        var unit = question.recordUnit();
        var own = unit == null
                ? right != null && right.scope() == Scope.OWN_UNIT
                : covers(Scope.OWN_UNIT, asker.unit().id(), unit, roster);
        return result("AK-12", PART_TIME.contains(question.act()) && own, "access.part-time");
    }

    private static ConditionResult ownRecord(Question question) {
        var subject = question.subject();
        if (subject == null || !subject.own()) {
            return ConditionResult.met("AK-13", "access.own.other");
        }
        var second = subject.secondPerson();
        var accompanied = second != null && !second.equals(question.asker().personId());
        return result("AK-13", accompanied, "access.own");
    }

    private static ConditionResult sealed(Question question) {
        var subject = question.subject();
        if (subject == null || !subject.sealed()) {
            return ConditionResult.met("AK-14", "access.sealed.other");
        }
        return result("AK-14", subject.admitted(), "access.sealed");
    }

    /** A result whose two messages differ by their ending. */
    static ConditionResult result(String rule, boolean met, String message) {
        return met ? ConditionResult.met(rule, message + ".met") : ConditionResult.unmet(rule, message + ".unmet");
    }
}
