package akashi.registration;

import akashi.access.Asker;
import akashi.access.Rights;
import akashi.calendar.JapaneseDates;
import akashi.operation.Act;
import akashi.operation.Operations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How many entries wait for a person, counted anew at most every few seconds: the menu is drawn with every page. */
@Component
class ConfirmationBadges {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST = 5000;

    private final Confirmations confirmations;
    private final Operations operations;
    private final Rights rights;
    private final Clock clock;

    /** Replaced entry by entry; an entry lost to a race is counted again. */
    private final Map<UUID, Counted> counted = new ConcurrentHashMap<>();

    ConfirmationBadges(Confirmations confirmations, Operations operations, Rights rights, Clock clock) {
        this.confirmations = confirmations;
        this.operations = operations;
        this.rights = rights;
        this.clock = clock;
    }

    private record Counted(int number, Instant at) {}

    /** Empty for whoever confirms nothing. */
    Optional<Integer> of(Asker asker) {
        LocalDate today = JapaneseDates.dateOf(clock.instant());
        boolean confirms = operations.inForce().stream()
                .anyMatch(
                        version -> rights.of(asker, Act.CONFIRM, version, today).isPresent());
        if (!confirms) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (counted.size() > MOST) {
            counted.clear();
        }
        Counted fresh = counted.compute(
                asker.personId().value(),
                (_, old) -> old != null && old.at().plus(FRESH).isAfter(now)
                        ? old
                        : new Counted(confirmations.count(asker), now));
        return Optional.of(fresh.number());
    }
}
