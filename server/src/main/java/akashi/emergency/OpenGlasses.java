package akashi.emergency;

import akashi.access.Emergency;
import akashi.account.Snapshot;
import akashi.calendar.JapaneseDates;
import akashi.operation.OperationCode;
import akashi.organization.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What is open or not yet written up, in memory, for decisions and banners. */
@Component
class OpenGlasses implements Emergency {
    private final Clock clock;
    private final Snapshot<Map<PersonId, List<Glass>>> glasses;

    OpenGlasses(GlassSql sql, Clock clock) {
        this.clock = clock;
        this.glasses = new Snapshot<>(
                sql::generation, () -> sql.unsettled().stream().collect(Collectors.groupingBy(Glass::person)));
    }

    @Override
    public Optional<Opened> opened(PersonId person, OperationCode operation) {
        var now = clock.instant();
        for (var glass : of(person)) {
            if (glass.open(now) && glass.operations().contains(operation)) {
                return Optional.of(new Opened(glass.paper(), JapaneseDates.dateOf(glass.opened())));
            }
        }
        return Optional.empty();
    }

    /** What the person has open or not written up. */
    List<Glass> of(PersonId person) {
        return glasses.get().getOrDefault(person, List.of());
    }

    void refresh() {
        glasses.refresh();
    }

    /** Notices what other nodes opened and closed. */
    @Scheduled(fixedDelay = 1_000)
    void poll() {
        glasses.poll();
    }
}
