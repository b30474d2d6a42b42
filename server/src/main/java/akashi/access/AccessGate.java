package akashi.access;

import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import akashi.usage.Actor;
import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Guards the pages of modules below with the house rules. A refusal is on the ledger before it is answered; one that
 * the same person repeats is counted, so that nobody grows the ledger by asking again.
 */
@Component
class AccessGate implements Gate {
    private static final Duration REPEATS = Duration.ofMinutes(10);

    private final Askers askers;
    private final Organization organization;
    private final UsageLog usage;
    private final Clock clock;

    AccessGate(Askers askers, Organization organization, UsageLog usage, Clock clock) {
        this.askers = askers;
        this.organization = organization;
        this.usage = usage;
        this.clock = clock;
    }

    @Override
    public Passage ask(HttpServletRequest request, String act, @Nullable String unit) {
        var asker = askers.of(request);
        if (asker.isEmpty()) {
            return shut(
                    act,
                    new Actor("-", "-", "", "", "", "page"),
                    request.getRemoteAddr(),
                    new Use.Ruling("AK-01", Access.VERSION, false));
        }
        var matter = Optional.ofNullable(unit)
                .flatMap(code -> organization.roster().unitByCode(code))
                .map(Unit::id);
        if (unit != null && matter.isEmpty()) {
            return shut(act, asker.get(), new Use.Ruling(HouseRules.RULE, Access.VERSION, false));
        }
        return ask(asker.get(), act, matter.orElse(null));
    }

    @Override
    public boolean offers(HttpServletRequest request, String act) {
        return askers.of(request).filter(asker -> open(asker, act)).isPresent();
    }

    @Override
    public boolean offers(HttpServletRequest request, String act, @Nullable String unit) {
        var roster = organization.roster();
        var matter = Optional.ofNullable(unit).flatMap(roster::unitByCode).map(Unit::id);
        return (unit == null || matter.isPresent())
                && askers.of(request)
                        .filter(asker -> HouseRules.check(asker, act, matter.orElse(null), roster, clock.instant())
                                .met())
                        .isPresent();
    }

    @Override
    public Optional<Actor> visitor(HttpServletRequest request) {
        return askers.of(request).map(Asker::actor);
    }

    /** The same for an asker who is known. */
    Passage ask(Asker asker, String act, @Nullable UnitId unit) {
        var result = HouseRules.check(asker, act, unit, organization.roster(), clock.instant());
        var ruling = new Use.Ruling(result.rule(), Access.VERSION, result.met());
        return result.met() ? new Open(asker.actor(), ruling) : shut(act, asker, ruling);
    }

    /** Whether the act would be open, for menus; records nothing. */
    boolean open(Asker asker, String act) {
        return HouseRules.check(asker, act, null, organization.roster(), clock.instant())
                .met();
    }

    private Shut shut(String act, Asker asker, Use.Ruling ruling) {
        return shut(act, asker.actor(), asker.actor().staffNumber(), ruling);
    }

    private Shut shut(String act, Actor actor, String source, Use.Ruling ruling) {
        usage.sealLimited(Use.of(act, actor).decided(ruling), source, REPEATS);
        return new Shut(ruling);
    }
}
