package akashi.entitlement;

import akashi.calendar.JapaneseDates;
import akashi.notice.Task;
import akashi.notice.Tasks;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recertifications (定期点検): begun by the system manager for units and a day of their choice, yearly and after transfers
 * by themselves. Who goes through them and signs is {@link Signing}'s.
 */
@Service
class Campaigns {
    static final int DAYS = 30;
    private static final int SHOWN = 200;
    private static final int SOONEST = 7;
    private static final int LATEST = 92;

    private final CampaignSql sql;
    private final Covered covered;
    private final Organization organization;
    private final Tasks tasks;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final EntitlementSettings settings;
    private final Clock clock;

    Campaigns(
            CampaignSql sql,
            Covered covered,
            Organization organization,
            Tasks tasks,
            UsageLog usage,
            TransactionTemplate transaction,
            EntitlementSettings settings,
            Clock clock) {
        this.sql = sql;
        this.covered = covered;
        this.organization = organization;
        this.tasks = tasks;
        this.usage = usage;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of beginning some. */
    sealed interface Opening {
        /** Under these numbers; {@code already} were under way. */
        record Opened(List<Long> numbers, int already) implements Opening {
            public Opened {
                numbers = List.copyOf(numbers);
            }
        }

        /** None was begun; the message says why and how to go on. */
        record Refused(String message, List<Object> args) implements Opening {
            static Refused of(String message, Object... args) {
                return new Refused(message, List.of(args));
            }
        }
    }

    /**
     * Begins one for each of these units, or for none of them.
     *
     * @param codes of units; a unit that has ended is refused and its successors are named
     * @param due last day for the signatures
     */
    Opening open(List<String> codes, Campaign.Ground ground, LocalDate due, Actor by) {
        var today = today();
        if (due.isBefore(today.plusDays(SOONEST)) || due.isAfter(today.plusDays(LATEST))) {
            return Opening.Refused.of("entitlement.fault.due", SOONEST, LATEST);
        }
        if (codes.isEmpty()) {
            return Opening.Refused.of("entitlement.fault.no-unit");
        }
        var roster = organization.roster();
        var certifiable = covered.units();
        var units = new LinkedHashSet<Unit>();
        for (var code : codes) {
            var id = organization.unitOfCode(code);
            if (id.isEmpty()) {
                return Opening.Refused.of("entitlement.fault.no-unit");
            }
            var unit = roster.unit(id.get());
            if (unit.isEmpty()) {
                return abolished(code, id.get());
            }
            if (!certifiable.contains(unit.get())) {
                return Opening.Refused.of("entitlement.fault.not-command");
            }
            units.add(unit.get());
        }
        var numbers = transaction.execute(_ -> units.stream()
                .flatMap(unit -> open(unit, ground, due, by).stream())
                .toList());
        if (numbers == null || numbers.isEmpty()) {
            return Opening.Refused.of("entitlement.fault.open");
        }
        return new Opening.Opened(numbers, units.size() - numbers.size());
    }

    private Opening abolished(String code, UnitId id) {
        var successors = String.join(
                "、",
                successors(id).stream()
                        .map(unit -> unit.name() + "（" + unit.code() + "）")
                        .toList());
        return successors.isEmpty()
                ? Opening.Refused.of("entitlement.fault.abolished", code)
                : Opening.Refused.of("entitlement.fault.abolished-into", code, successors);
    }

    /** In a transaction; nothing where one is open for the unit. */
    private Optional<Long> open(Unit unit, Campaign.Ground ground, LocalDate due, Actor by) {
        var number = sql.open(unit.code(), ground, due, by.staffNumber(), clock.instant());
        number.ifPresent(opened -> {
            var rest = covered.heads(unit.id());
            if (covered.lines(unit.id(), rest).isEmpty() && !covered.of(rest).isEmpty()) {
                // Nobody is left whom the head could certify.
                var _ = sql.leave(opened, rest, due);
                Signing.askAbove(tasks, opened, unit.code(), due);
            } else {
                tasks.raise(Task.of(
                                Task.Kind.REQUEST,
                                Signing.task(opened, 1),
                                Task.To.headOf(unit.id()),
                                "/entitlements/campaigns/" + opened,
                                "entitlement.task.campaign",
                                Task.Word.unit(unit.code()))
                        .until(due));
            }
            var _ = usage.record(Use.of("RECERTIFY_OPEN", by)
                    .stating("campaign", Long.toString(opened))
                    .stating("unit", unit.code())
                    .stating("ground", ground.name())
                    .stating("due", due.toString()));
        });
        return number;
    }

    private List<Unit> successors(UnitId id) {
        var roster = organization.roster();
        return roster.current(id).stream()
                .flatMap(found -> roster.command(found).stream())
                .distinct()
                .toList();
    }

    /** Begins the yearly ones and those after transfers, and moves those of units that ended. May be repeated. */
    void look() {
        var roster = organization.roster();
        var today = roster.date();
        for (var campaign : sql.latest(SHOWN)) {
            if (campaign.waits() && roster.unitByCode(campaign.unit()).isEmpty()) {
                move(campaign);
            }
        }
        if (settings.season(today)) {
            var from =
                    settings.countsFrom(today).atStartOfDay(JapaneseDates.ZONE).toInstant();
            var had = sql.unitsSince(from);
            begin(
                    covered.units().stream()
                            .filter(unit -> !had.contains(unit.code()))
                            .toList(),
                    Campaign.Ground.YEARLY);
        }
        var recent = sql.unitsSince(clock.instant().minus(Duration.ofDays(DAYS)));
        begin(
                roster.unitsJoinedOn(today).stream()
                        .flatMap(id -> roster.command(id).stream())
                        .distinct()
                        .filter(unit -> !recent.contains(unit.code()))
                        .toList(),
                Campaign.Ground.TRANSFER);
    }

    private void begin(List<Unit> units, Campaign.Ground ground) {
        var due = today().plusDays(DAYS);
        units.forEach(unit -> transaction.executeWithoutResult(_ -> {
            var _ = open(unit, ground, due, Actor.system("entitlement"));
        }));
    }

    private void move(Campaign campaign) {
        var moved = Boolean.TRUE.equals(transaction.execute(_ -> {
            var by = Actor.system("entitlement");
            if (!sql.end(
                    campaign.number(), campaign.state(), Campaign.State.MOVED, by.staffNumber(), clock.instant())) {
                return false;
            }
            tasks.done(Signing.task(campaign.number(), campaign.part()));
            var _ = usage.record(Use.of("RECERTIFY_MOVE", by)
                    .stating("campaign", Long.toString(campaign.number()))
                    .stating("unit", campaign.unit()));
            return true;
        }));
        if (moved) {
            begin(
                    organization.unitOfCode(campaign.unit()).stream()
                            .flatMap(id -> successors(id).stream())
                            .toList(),
                    campaign.ground());
        }
    }

    List<Campaign> latest() {
        return sql.latest(SHOWN);
    }

    Optional<Campaign> one(long number) {
        return sql.one(number);
    }

    /** The units for which one can be begun. */
    List<Unit> units() {
        return covered.units();
    }

    LocalDate today() {
        return organization.roster().date();
    }
}
