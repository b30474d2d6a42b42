package akashi.access;

import akashi.calendar.Ids;
import akashi.calendar.JapaneseDates;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Appointment;
import akashi.organization.Employment;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Granting, stopping and revoking rights one by one (個別付与・停止・取消し). Each names a paper, is done by somebody entitled who
 * is not the holder, and stands on the ledger in the same transaction.
 */
@Service
class Granting {
    private final GrantSql sql;
    private final Rights rights;
    private final Operations operations;
    private final Organization organization;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Granting(
            GrantSql sql,
            Rights rights,
            Operations operations,
            Organization organization,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.rights = rights;
        this.operations = operations;
        this.organization = organization;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A grant or stop as it is to stand in the register. */
    record Order(
            Grant.Kind kind,
            String staffNumber,
            OperationCode operation,
            Act act,
            Scope scope,
            LocalDate from,
            @Nullable LocalDate until,
            String paper) {}

    /** What became of an order. */
    sealed interface Outcome {
        /** It holds when this is returned: the next decision on this node sees it, other nodes within a second. */
        record Done() implements Outcome {}

        /** It was not done; the message key says why and how to mend it. */
        record Refused(String message) implements Outcome {}
    }

    /**
     * Stops a right of whoever holds the post on the first day. A grant comes about by a request alone, which two
     * people decide (ADR 0015), and is refused here.
     */
    Outcome order(Asker by, Order order) {
        if (order.kind() == Grant.Kind.GRANT) {
            return new Outcome.Refused("access.grant.by-request");
        }
        var version = operations.byCode(order.operation());
        var holder = organization.roster(order.from()).byStaffNumber(order.staffNumber());
        var appointment =
                holder.flatMap(person -> organization.roster(order.from()).principalOf(person.id()));
        if (version.isEmpty() || holder.isEmpty() || appointment.isEmpty()) {
            return new Outcome.Refused(version.isEmpty() ? "access.grant.operation" : "access.grant.holder");
        }
        var fault = fault(by, order, version.get(), holder.get(), appointment.get());
        return fault == null ? write(by, order, appointment.get()) : new Outcome.Refused(fault);
    }

    /** Takes a grant or a stop back, on a paper. */
    Outcome revoke(Asker by, long number, String paper) {
        var found = sql.byNumber(number).filter(grant -> grant.revoked() == null);
        if (found.isEmpty()) {
            return new Outcome.Refused("access.revoke.gone");
        }
        var grant = found.get();
        if (paper.isBlank() || Reasons.junk(paper)) {
            return new Outcome.Refused("access.grant.paper");
        }
        if (grant.holder().equals(by.personId())) {
            return new Outcome.Refused("access.grant.self");
        }
        // Lifting a stop gives a right back, so it takes what granting takes.
        if (!mayGrant(by, grant.operation()) && !(grant.kind() == Grant.Kind.GRANT && mayStop(by, grant))) {
            return new Outcome.Refused("access.grant.entitled");
        }
        var revocation = new Grant.Revocation(clock.instant(), by.personId(), paper);
        transaction.executeWithoutResult(_ -> {
            if (!sql.revoke(number, revocation)) {
                throw new IllegalStateException("The grant was revoked by somebody else in the same moment: " + number);
            }
            sql.nextGeneration();
            var _ = usage.record(
                    use(grant.kind() == Grant.Kind.GRANT ? "RIGHT_REVOKE" : "RIGHT_STOP_LIFT", by.actor(), grant)
                            .stating("paper", paper));
        });
        rights.refresh();
        return new Outcome.Done();
    }

    /**
     * Whether the asker may grant in this operation: head of its managing section (運用主管課長) or system general manager.
     */
    boolean mayGrant(Asker by, OperationCode operation) {
        return operations
                .byCode(operation)
                .filter(version -> by.charges()
                        .anyMatch(office -> switch (office.post().postClass()) {
                            case SYSTEM_GENERAL_MANAGER -> true;
                            case SECTION_HEAD -> manages(office, version);
                            case OFFICER,
                                    BOX_OFFICER,
                                    DETECTIVE,
                                    INQUIRY_CENTRE,
                                    STATION_SUPERVISOR,
                                    UNIT_HEAD,
                                    INFORMATION_MANAGEMENT,
                                    AUDITOR,
                                    CIVILIAN,
                                    PART_TIME_ADVISER -> false;
                        }))
                .isPresent();
    }

    /**
     * Whether the asker may stop what this holder has: a head of the holder's own unit may, so that it is never slow.
     */
    private boolean mayStop(Asker by, Grant grant) {
        var roster = organization.roster();
        return roster.appointmentsOf(grant.holder()).stream()
                .anyMatch(held -> HouseRules.check(by, "REVOKE", held.unit(), roster, clock.instant())
                        .met());
    }

    private @Nullable String fault(
            Asker by, Order order, OperationVersion version, Person holder, Appointment appointment) {
        var today = JapaneseDates.dateOf(clock.instant());
        var draft = grant(by, order, appointment);
        if (holder.id().equals(by.personId())) {
            return "access.grant.self";
        }
        if (order.paper().isBlank() || Reasons.junk(order.paper())) {
            return "access.grant.paper";
        }
        if (order.from().isBefore(today)
                || (order.until() != null && !order.until().isAfter(order.from()))) {
            return "access.grant.dates";
        }
        var entitled = mayGrant(by, order.operation()) || (order.kind() == Grant.Kind.STOP && mayStop(by, draft));
        if (!entitled) {
            return "access.grant.entitled";
        }
        return order.kind() == Grant.Kind.GRANT ? notOffered(version, order.act(), order.scope(), holder) : null;
    }

    /** Grants all on one paper, or nothing; gives the message key of what is wrong with one of them. */
    Optional<String> grantAll(Asker by, List<IndividualRights.Wish> wishes, String paper, Runnable also) {
        var grants = new ArrayList<Grant>();
        for (var wish : wishes) {
            var order = new Order(
                    Grant.Kind.GRANT,
                    wish.staffNumber(),
                    wish.operation(),
                    wish.act(),
                    wish.scope(),
                    later(wish.from()),
                    wish.until(),
                    paper);
            var version = operations.byCode(order.operation());
            var roster = organization.roster(order.from());
            var holder = roster.byStaffNumber(order.staffNumber());
            var appointment = holder.flatMap(person -> roster.principalOf(person.id()));
            if (version.isEmpty() || holder.isEmpty() || appointment.isEmpty()) {
                return Optional.of(version.isEmpty() ? "access.grant.operation" : "access.grant.holder");
            }
            var fault = fault(by, order, version.get(), holder.get(), appointment.get());
            if (fault != null) {
                return Optional.of(fault);
            }
            grants.add(grant(by, order, appointment.get()));
        }
        transaction.executeWithoutResult(_ -> {
            grants.forEach(grant -> {
                sql.grant(grant);
                var _ = usage.record(use("RIGHT_GRANT", by.actor(), grant)
                        .stating("paper", grant.paper())
                        .stating("from", grant.from().toString())
                        .stating(
                                "until",
                                grant.until() == null ? "" : grant.until().toString()));
            });
            sql.nextGeneration();
            also.run();
        });
        rights.refresh();
        return Optional.empty();
    }

    /** Takes grants back and stops what standard sets give these people, on one paper. */
    void takeAll(Actor by, PersonId person, List<Long> revoked, List<PersonId> stopped, String paper, Runnable also) {
        transaction.executeWithoutResult(_ -> {
            for (var number : revoked) {
                if (sql.revoke(number, new Grant.Revocation(clock.instant(), person, paper))) {
                    var _ = usage.record(
                            use("RIGHT_REVOKE", by, sql.byNumber(number).orElseThrow())
                                    .stating("paper", paper));
                }
            }
            for (var holder : stopped) {
                organization.roster().appointmentsOf(holder).forEach(held -> stop(by, person, held, paper));
            }
            sql.nextGeneration();
            also.run();
        });
        rights.refresh();
    }

    private void stop(Actor by, PersonId person, Appointment held, String paper) {
        var today = JapaneseDates.dateOf(clock.instant());
        var post = organization.roster().post(held.post()).orElseThrow();
        for (var version : operations.inForce()) {
            for (var right : rights.of(held, post.postClass(), version, today)) {
                var grant = new Grant(
                        Ids.next(clock),
                        0,
                        Grant.Kind.STOP,
                        held.id(),
                        held.person(),
                        right.operation(),
                        right.act(),
                        right.scope(),
                        today,
                        null,
                        paper,
                        person,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null);
                sql.grant(grant);
                var _ = usage.record(use("RIGHT_STOP", by, grant).stating("paper", paper));
            }
        }
    }

    /** A first day that has come while a request waited is today. */
    private LocalDate later(LocalDate from) {
        var today = JapaneseDates.dateOf(clock.instant());
        return from.isBefore(today) ? today : from;
    }

    /** Message key of why the definition, or the employment, does not let somebody have it; null if it does. */
    static @Nullable String notOffered(OperationVersion version, Act act, Scope scope, Person holder) {
        var some = version.definition().usage().eligibility().stream()
                .anyMatch(row -> row.act() == act && row.scope().covers(scope));
        if (!some) {
            return "access.grant.eligible";
        }
        return holder.employment() == Employment.PART_TIME && scope != Scope.OWN_UNIT ? "access.grant.part-time" : null;
    }

    private Outcome write(Asker by, Order order, Appointment appointment) {
        var grant = grant(by, order, appointment);
        transaction.executeWithoutResult(_ -> {
            sql.grant(grant);
            sql.nextGeneration();
            var _ = usage.record(use(grant.kind() == Grant.Kind.GRANT ? "RIGHT_GRANT" : "RIGHT_STOP", by.actor(), grant)
                    .stating("paper", grant.paper())
                    .stating("from", grant.from().toString())
                    .stating("until", grant.until() == null ? "" : grant.until().toString()));
        });
        rights.refresh();
        return new Outcome.Done();
    }

    private Grant grant(Asker by, Order order, Appointment appointment) {
        return new Grant(
                Ids.next(clock),
                0,
                order.kind(),
                appointment.id(),
                appointment.person(),
                order.operation(),
                order.act(),
                order.scope(),
                order.from(),
                order.until(),
                order.paper().strip(),
                by.personId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
    }

    private static Use use(String act, Actor by, Grant grant) {
        return Use.of(act, by)
                .stating("holder", grant.holder().value().toString())
                .stating("operation", grant.operation().value())
                .stating("act", grant.act().name())
                .stating("scope", grant.scope().name());
    }

    private boolean manages(Asker.Office office, OperationVersion version) {
        var section = organization
                .roster()
                .unitByCode(version.definition().management().section());
        return section.isPresent()
                && organization
                        .roster()
                        .within(office.unit().id(), section.get().id());
    }
}
