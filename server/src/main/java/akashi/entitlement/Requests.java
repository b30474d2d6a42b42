package akashi.entitlement;

import akashi.access.Asker;
import akashi.access.IndividualRights;
import akashi.notice.Task;
import akashi.notice.Tasks;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.organization.UnitId;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests for usage rights: asked for by the head of a unit, decided by the head of the managing section. */
@Service
class Requests {
    static final String ASK = "RIGHT_REQUEST";
    static final String ENTER = "RIGHT_REQUEST_PAPER";
    static final String DECIDE = "GRANT";
    private static final int SHOWN = 200;
    private static final Set<PostClass> HEADS =
            Set.of(PostClass.UNIT_HEAD, PostClass.SECTION_HEAD, PostClass.SYSTEM_GENERAL_MANAGER);
    private static final int MOST_PEOPLE = 50;

    private final RequestSql sql;
    private final IndividualRights rights;
    private final Operations operations;
    private final Organization organization;
    private final Tasks tasks;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Requests(
            RequestSql sql,
            IndividualRights rights,
            Operations operations,
            Organization organization,
            Tasks tasks,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.rights = rights;
        this.operations = operations;
        this.organization = organization;
        this.tasks = tasks;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {
        record Done(long number) implements Outcome {}

        /** Nothing changed; the message key says why and how to mend it. */
        record Refused(String message) implements Outcome {}
    }

    /** Asks for a right for people of the asker's unit; {@code staff} are their numbers. */
    Outcome ask(Asker by, Request.Wanted wanted, List<String> staff, String reason, Use.Ruling ruling) {
        var fault = form(wanted, staff, reason)
                .or(() -> staff.contains(by.staffNumber()) ? Optional.of("entitlement.fault.self") : Optional.empty())
                .or(() -> fault(unit -> mayAskFor(by, unit), wanted, staff));
        if (fault.isPresent()) {
            return new Outcome.Refused(fault.get());
        }
        var unit = organization.roster().command(by.unit().id()).orElse(by.unit());
        return new Outcome.Done(keep(unit.code(), wanted, staff, reason.strip(), by.actor(), ruling));
    }

    /**
     * Enters a request that came on paper: where the head who signed it has no terminal yet. It is decided like any
     * other, by neither of them.
     *
     * @param signer staff number of the head who signed it
     */
    Outcome enter(
            Asker by,
            String paper,
            String signer,
            Request.Wanted wanted,
            List<String> staff,
            String reason,
            Use.Ruling ruling) {
        var roster = organization.roster();
        var heads = roster.byStaffNumber(signer).stream()
                .flatMap(person -> roster.appointmentsOf(person.id()).stream())
                .filter(held -> roster.post(held.post())
                        .filter(post -> HEADS.contains(post.postClass()))
                        .isPresent())
                .map(held -> held.unit())
                .toList();
        if (paper.strip().length() < 2 || paper.length() > 200 || paper.chars().anyMatch(Character::isISOControl)) {
            return new Outcome.Refused("entitlement.fault.paper");
        }
        if (heads.isEmpty() || signer.equals(by.staffNumber())) {
            return new Outcome.Refused("entitlement.fault.signer");
        }
        var concerned = staff.contains(by.staffNumber()) || staff.contains(signer);
        var fault = form(wanted, staff, reason)
                .or(() -> concerned ? Optional.of("entitlement.fault.self") : Optional.empty())
                .or(() -> fault(unit -> heads.stream().anyMatch(head -> roster.serves(head, unit)), wanted, staff));
        if (fault.isPresent()) {
            return new Outcome.Refused(fault.get());
        }
        var unit = roster.command(heads.getFirst())
                .or(() -> roster.unit(heads.getFirst()))
                .map(found -> found.code())
                .orElse("");
        var requested = new Request.Step(signer, step(by.actor()).at());
        var entry = new Request.Entry(paper.strip(), by.staffNumber());
        return new Outcome.Done(keep(
                new Request(0, unit, wanted, staff, reason.strip(), Request.State.WAITING, requested, null, "", entry),
                by.actor(),
                ruling));
    }

    /** Message key of what is wrong with it whoever asks. */
    private Optional<String> form(Request.Wanted wanted, List<String> staff, String reason) {
        if (staff.isEmpty() || staff.size() > MOST_PEOPLE) {
            return Optional.of("entitlement.fault.people");
        }
        if (reason.strip().length() < 3
                || reason.length() > 1000
                || reason.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r')) {
            return Optional.of("entitlement.fault.reason");
        }
        if (operations.byCode(wanted.operation()).isEmpty()) {
            return Optional.of("entitlement.fault.operation");
        }
        return !wanted.until().isAfter(wanted.from())
                        || wanted.until().isAfter(wanted.from().plusDays(732))
                ? Optional.of("entitlement.fault.dates")
                : Optional.empty();
    }

    /** Keeps a request that was found in order, tells who decides, and gives its number. */
    long keep(String unit, Request.Wanted wanted, List<String> staff, String reason, Actor by, Use.Ruling ruling) {
        return keep(
                new Request(0, unit, wanted, staff, reason, Request.State.WAITING, step(by), null, "", null),
                by,
                ruling);
    }

    private long keep(Request request, Actor by, Use.Ruling ruling) {
        var section = operations
                .byCode(request.wanted().operation())
                .flatMap(version -> organization
                        .roster()
                        .unitByCode(version.definition().management().section()));
        var number = transaction.execute(_ -> {
            var given = sql.request(request);
            section.ifPresent(found -> tasks.raise(Task.of(
                    Task.Kind.REQUEST,
                    task(given),
                    Task.To.headOf(found.id()),
                    "/entitlements",
                    "entitlement.task.request",
                    Task.Word.unit(request.unit()),
                    Task.Word.operation(request.wanted().operation().value()),
                    Task.Word.number(request.staff().size()))));
            var act = request.entry() == null ? ASK : ENTER;
            var _ = usage.record(stated(Use.of(act, by).decided(ruling), given, request)
                    .stating("requester", request.requested().by())
                    .stating(
                            "paper",
                            request.entry() == null ? "" : request.entry().paper()));
            return given;
        });
        return number == null ? 0 : number;
    }

    /** Message key of what keeps these people from being asked for, by the organisation of the first day. */
    private Optional<String> fault(Predicate<UnitId> may, Request.Wanted wanted, List<String> staff) {
        var roster = organization.roster(wanted.from());
        for (var one : staff) {
            var person = roster.byStaffNumber(one);
            var held = person.flatMap(found -> roster.principalOf(found.id()));
            if (held.isEmpty()) {
                return Optional.of("access.grant.holder");
            }
            if (!may.test(held.get().unit())) {
                return Optional.of("entitlement.fault.unit");
            }
            var offered = rights.offered(wanted.operation(), wanted.act(), wanted.scope(), person.get());
            if (offered.isPresent()) {
                return offered;
            }
        }
        return Optional.empty();
    }

    /** For people of the own unit; for those who belong to none (総務室 and above) any head may, so that it is another. */
    private boolean mayAskFor(Asker by, UnitId unit) {
        var roster = organization.roster();
        return by.charges().anyMatch(office -> office.post().postClass() == PostClass.SYSTEM_GENERAL_MANAGER)
                || roster.command(unit).isEmpty()
                || roster.serves(by.unit().id(), unit);
    }

    /** Grants exactly what was asked for, to everybody named, or to nobody. */
    Outcome grant(Request request, Asker by, Use.Ruling ruling) {
        var refused = undecidable(request, by);
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        var fault = rights.grant(by, request.wishes(), request.paper(), () -> {
            if (!sql.decide(request.number(), Request.State.GRANTED, step(by.actor()), "")) {
                throw new IllegalStateException("the request was decided meanwhile: " + request.number());
            }
            var _ = tasks.done(task(request.number()), by.actor());
            var _ = usage.record(
                    stated(Use.of("RIGHT_REQUEST_GRANT", by.actor()).decided(ruling), request.number(), request)
                            .stating("requester", request.requested().by()));
        });
        return fault.<Outcome>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Done(request.number()));
    }

    Outcome refuse(Request request, String why, Asker by, Use.Ruling ruling) {
        var refused = undecidable(request, by);
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        if (why.strip().length() < 3 || why.length() > 1000) {
            return new Outcome.Refused("entitlement.fault.why");
        }
        return ended(request, Request.State.REFUSED, why.strip(), by.actor(), ruling);
    }

    Outcome withdraw(Request request, Asker by, Use.Ruling ruling) {
        var entered = request.entry() != null && request.entry().by().equals(by.staffNumber());
        return entered || request.requested().by().equals(by.staffNumber())
                ? ended(request, Request.State.WITHDRAWN, "", by.actor(), ruling)
                : new Outcome.Refused("entitlement.fault.stale");
    }

    private Outcome ended(Request request, Request.State state, String why, Actor by, Use.Ruling ruling) {
        var done = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!sql.decide(request.number(), state, step(by), why)) {
                return false;
            }
            var _ = tasks.done(task(request.number()), by);
            var _ = usage.record(stated(Use.of("RIGHT_REQUEST_END", by).decided(ruling), request.number(), request)
                    .stating("answer", state.name())
                    .noting(why));
            return true;
        }));
        return done ? new Outcome.Done(request.number()) : new Outcome.Refused("entitlement.fault.stale");
    }

    /** Whoever decides is neither who asked nor one of those it is for, and heads the managing section. */
    private Optional<String> undecidable(Request request, Asker by) {
        if (request.concerns(by.staffNumber())) {
            return Optional.of("entitlement.fault.same");
        }
        if (request.state() != Request.State.WAITING) {
            return Optional.of("entitlement.fault.stale");
        }
        return rights.mayGrant(by, request.wanted().operation())
                ? Optional.empty()
                : Optional.of("access.grant.entitled");
    }

    boolean mayDecide(Request request, Asker by) {
        return undecidable(request, by).isEmpty();
    }

    boolean manages(OperationCode operation, Asker by) {
        return rights.mayGrant(by, operation);
    }

    List<Request> latest() {
        return sql.latest(SHOWN);
    }

    Optional<Request> one(long number) {
        return sql.one(number);
    }

    private static Use stated(Use use, long number, Request request) {
        return use.stating("request", Long.toString(number))
                .stating("operation", request.wanted().operation().value())
                .stating("act", request.wanted().act().name())
                .stating("scope", request.wanted().scope().name())
                .stating("people", String.join(" ", request.staff()));
    }

    private static String task(long number) {
        return "entitlement/request/" + number;
    }

    private Request.Step step(Actor by) {
        return new Request.Step(by.staffNumber(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
