package akashi.access;

import akashi.account.Snapshot;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.organization.Appointment;
import akashi.organization.AppointmentId;
import akashi.organization.Employment;
import akashi.organization.PostClass;
import akashi.organization.Roster;
import akashi.organization.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * The rights in force (業務利用権), from memory. A standard set grants itself: whoever holds a post of an eligible class has
 * it as long as the appointment and the version of the operation last. Individual grants are dated and on a paper; a
 * stop (利用権の停止) takes away what either gives.
 */
@Service
public class Rights {
    /** Acts that an opening in an emergency reaches: looking something up, never writing or taking out. */
    private static final Set<Act> IN_EMERGENCY = EnumSet.of(Act.EXISTENCE, Act.PARTIAL, Act.CONTENT);

    private final Snapshot<Grants> grants;

    /** Standard sets by the version's hash: what a definition says never changes, so nothing here grows stale. */
    private final Map<String, Map<Act, Map<PostClass, Scope>>> standardSets = new ConcurrentHashMap<>();

    private final List<Emergency> emergencies;

    Rights(GrantSql sql, List<Emergency> emergencies) {
        this.emergencies = List.copyOf(emergencies);
        this.grants = new Snapshot<>(sql::generation, () -> Grants.of(sql.open()));
    }

    /** Where a right comes from. */
    public enum Origin {
        /** The standard set of the post's class (標準). */
        STANDARD("AK-06-S"),
        /** An individual grant on a paper (個別付与). */
        INDIVIDUAL("AK-06-I"),
        /** Opened by the asker for a short time, for a stated reason, reviewed by another (緊急時の例外利用). */
        EMERGENCY("AK-06-E");

        private final String rule;

        Origin(String rule) {
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }

    /**
     * A right: an act in an operation, how far it reaches, by which appointment.
     *
     * @param unit unit of the appointment; what "own unit" means
     * @param until first day on which it no longer holds, or null
     * @param paper what it rests on: the paper of an individual grant, the appointing document of a standard one
     */
    public record Right(
            AppointmentId appointment,
            UnitId unit,
            OperationCode operation,
            Act act,
            Scope scope,
            Origin origin,
            LocalDate from,
            @Nullable LocalDate until,
            String paper) {}

    /**
     * The rights an appointment gives in this version on that day, in the order of acts; the widest one of each act.
     */
    public List<Right> of(Appointment appointment, PostClass postClass, OperationVersion version, LocalDate day) {
        var found = new ArrayList<Right>();
        for (var act : Act.values()) {
            var right = right(appointment, postClass, version, act, day);
            if (right != null) {
                found.add(right);
            }
        }
        return found;
    }

    /** Whether the asker could do the act in this operation today at all; for menus and forms, decides nothing. */
    public Optional<Right> of(Asker asker, Act act, OperationVersion version, LocalDate day) {
        return asker.offices()
                .flatMap(office ->
                        Optional.ofNullable(
                                right(office.appointment(), office.post().postClass(), version, act, day))
                                .stream())
                .reduce((a, b) -> b.scope().compareTo(a.scope()) > 0 ? b : a);
    }

    /**
     * Whether the asker could do the act in this operation now, an opening in an emergency included; for menus and
     * forms, decides nothing.
     */
    public boolean offers(Asker asker, Act act, OperationVersion version, LocalDate day) {
        return of(asker, act, version, day).isPresent() || opened(asker, act, version, day) != null;
    }

    /** Changes with every grant and revocation seen by this node. */
    public long generation() {
        return grants.generation();
    }

    /**
     * The right that answers a question: one that covers the record's unit if any of the asker's posts gives it, else
     * the widest, else null.
     */
    @Nullable Right held(Question question, Roster roster) {
        Right best = null;
        var held = roster.appointmentsOf(question.asker().personId());
        for (var i = 0; i <= question.asker().others().size(); i++) {
            var office = i == 0
                    ? question.asker().office()
                    : question.asker().others().get(i - 1);
            if (!holds(held, office.appointment())) {
                continue;
            }
            var right = right(
                    office.appointment(),
                    office.post().postClass(),
                    question.operation(),
                    question.act(),
                    roster.date());
            if (right != null && better(right, best, question.recordUnit(), roster)) {
                best = right;
            }
        }
        return best;
    }

    /**
     * The right as an opening in an emergency widens it: where the one held reaches too little or is missing, and only
     * for acts that look something up. What was stopped stays stopped, and nothing goes further than the definition
     * gives it to anybody.
     */
    @Nullable Right inEmergency(Question question, @Nullable Right held, Roster roster) {
        var unit = question.recordUnit();
        var enough = held != null
                && (unit == null
                        ? held.scope() == Scope.NATION
                        : Rules.covers(held.scope(), held.unit(), unit, roster));
        if (enough) {
            return held;
        }
        var opened = opened(question.asker(), question.act(), question.operation(), roster.date());
        if (opened == null || (held != null && held.scope().covers(opened.scope()))) {
            return held;
        }
        var office = question.asker().office().appointment();
        return holds(roster.appointmentsOf(question.asker().personId()), office) ? opened : held;
    }

    private @Nullable Right opened(Asker asker, Act act, OperationVersion version, LocalDate day) {
        if (!IN_EMERGENCY.contains(act) || asker.person().employment() == Employment.PART_TIME) {
            return null;
        }
        for (var emergency : emergencies) {
            var opened = emergency.opened(asker.personId(), version.code());
            if (opened.isEmpty()) {
                continue;
            }
            var widest = widest(version, act);
            if (widest == null || stopped(asker, version, act, day)) {
                return null;
            }
            var office = asker.office();
            return new Right(
                    office.appointment().id(),
                    office.unit().id(),
                    version.code(),
                    act,
                    widest,
                    Origin.EMERGENCY,
                    opened.get().from(),
                    null,
                    opened.get().number());
        }
        return null;
    }

    private boolean stopped(Asker asker, OperationVersion version, Act act, LocalDate day) {
        return asker.offices()
                .flatMap(office -> grants.get().of(office.appointment().id()).stream())
                .anyMatch(grant -> grant.kind() == Grant.Kind.STOP && grant.appliesTo(version.code(), act, day));
    }

    /** The widest scope in which the definition gives the act to anybody. */
    private @Nullable Scope widest(OperationVersion version, Act act) {
        Scope widest = null;
        for (var scope : standardSet(version).getOrDefault(act, Map.of()).values()) {
            if (widest == null || scope.covers(widest)) {
                widest = scope;
            }
        }
        return widest;
    }

    /** Every individual grant and stop that is not over, for the register. */
    List<Grant> individual() {
        return grants.get().all();
    }

    /** Reads grants anew, after a change on this node. */
    void refresh() {
        grants.refresh();
    }

    /** Notices grants and revocations made on other nodes. */
    @Scheduled(fixedDelay = 1_000)
    void poll() {
        grants.poll();
    }

    private static boolean holds(List<Appointment> held, Appointment appointment) {
        for (var now : held) {
            if (now.id().equals(appointment.id())) {
                return true;
            }
        }
        return false;
    }

    private static boolean better(Right right, @Nullable Right best, @Nullable UnitId unit, Roster roster) {
        if (best == null) {
            return true;
        }
        if (unit != null) {
            var covers = Rules.covers(right.scope(), right.unit(), unit, roster);
            if (covers != Rules.covers(best.scope(), best.unit(), unit, roster)) {
                return covers;
            }
        }
        return right.scope().compareTo(best.scope()) > 0;
    }

    private @Nullable Right right(
            Appointment appointment, PostClass postClass, OperationVersion version, Act act, LocalDate day) {
        var here = grants.get().of(appointment.id());
        Right widest = standard(appointment, postClass, version, act);
        for (var grant : here) {
            if (!grant.appliesTo(version.code(), act, day)) {
                continue;
            }
            switch (grant.kind()) {
                case STOP -> {
                    return null;
                }
                case GRANT -> {
                    if (widest == null || grant.scope().compareTo(widest.scope()) > 0) {
                        widest = individual(grant, appointment, act);
                    }
                }
            }
        }
        return widest;
    }

    private @Nullable Right standard(Appointment appointment, PostClass postClass, OperationVersion version, Act act) {
        var scope = standardSet(version).getOrDefault(act, Map.of()).get(postClass);
        return scope == null
                ? null
                : new Right(
                        appointment.id(),
                        appointment.unit(),
                        version.code(),
                        act,
                        scope,
                        Origin.STANDARD,
                        appointment.span().from(),
                        appointment.span().until(),
                        appointment.document());
    }

    private static Right individual(Grant grant, Appointment appointment, Act act) {
        return new Right(
                appointment.id(),
                appointment.unit(),
                grant.operation(),
                act,
                grant.scope(),
                Origin.INDIVIDUAL,
                grant.from(),
                grant.until(),
                grant.paper());
    }

    private Map<Act, Map<PostClass, Scope>> standardSet(OperationVersion version) {
        return standardSets.computeIfAbsent(version.hash(), _ -> read(version));
    }

    private static Map<Act, Map<PostClass, Scope>> read(OperationVersion version) {
        var set = new EnumMap<Act, Map<PostClass, Scope>>(Act.class);
        for (var row : version.definition().usage().eligibility()) {
            var byClass = set.computeIfAbsent(row.act(), _ -> new EnumMap<>(PostClass.class));
            for (var postClass : row.posts()) {
                byClass.merge(postClass, row.scope(), (a, b) -> a.covers(b) ? a : b);
            }
        }
        return set;
    }
}
