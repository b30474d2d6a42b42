package akashi.registration;

import akashi.access.Asker;
import akashi.access.Rights;
import akashi.calendar.JapaneseDates;
import akashi.definition.Scope;
import akashi.document.Names;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import akashi.reading.Clearance;
import akashi.record.Documents;
import akashi.usage.Disclosure;
import akashi.usage.UsageLog;
import akashi.usage.Withheld;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What waits for a second person, as far as somebody may be that person. */
@Component
class Confirmations {
    private static final int LONGEST = 200;

    private final Documents documents;
    private final Operations operations;
    private final Rights rights;
    private final Names names;
    private final UsageLog usage;
    private final Clock clock;

    Confirmations(Documents documents, Operations operations, Rights rights, Names names, UsageLog usage, Clock clock) {
        this.documents = documents;
        this.operations = operations;
        this.rights = rights;
        this.names = names;
        this.usage = usage;
        this.clock = clock;
    }

    /** The queue of this asker, oldest first; looking at it is a use. */
    List<Documents.Waiting> waiting(Asker asker) {
        List<Documents.Waiting> waiting = queue(asker);
        return usage.release(Clearance.plain("CONFIRMATION_QUEUE", asker), Withheld.of(waiting, Disclosure.nothing()))
                .value();
    }

    /** How many wait; for the menu. */
    int count(Asker asker) {
        return queue(asker).size();
    }

    String name(OperationCode operation, String lang) {
        return operations
                .byCode(operation)
                .map(version -> version.definition().name().in(lang))
                .orElse(operation.value());
    }

    private List<Documents.Waiting> queue(Asker asker) {
        LocalDate today = JapaneseDates.dateOf(clock.instant());
        List<Documents.Waiting> waiting = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            List<String> mine = operations.inForce().stream()
                    .filter(version -> rights.of(asker, Act.CONFIRM, version, today)
                            .filter(right -> right.scope() == scope)
                            .isPresent())
                    .map(version -> version.code().value())
                    .toList();
            if (!mine.isEmpty()) {
                waiting.addAll(documents.waiting(units(asker, scope), mine, LONGEST));
            }
        }
        return waiting.stream()
                .sorted(Comparator.comparing(Documents.Waiting::submittedAt))
                .limit(LONGEST)
                .toList();
    }

    private List<UUID> units(Asker asker, Scope scope) {
        return scope == Scope.OWN_UNIT
                ? List.of(names.home(asker.unit()).id().value())
                : names.roster().units().stream()
                        .map(Unit::id)
                        .map(UnitId::value)
                        .toList();
    }
}
