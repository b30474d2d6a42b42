package akashi.batch;

import akashi.access.Asker;
import akashi.access.Rights;
import akashi.calendar.JapaneseDates;
import akashi.operation.Act;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.question.Kind;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which operations could be asked by a list today, for forms and menus; it decides nothing. */
@Component
class BatchRights {
    /** The kinds of things of which there are lists. */
    static final List<Kind> KINDS = List.of(Kind.VEHICLE, Kind.PERSON);

    private final Operations operations;
    private final Rights rights;
    private final Clock clock;

    BatchRights(Operations operations, Rights rights, Clock clock) {
        this.operations = operations;
        this.rights = rights;
        this.clock = clock;
    }

    boolean any(Asker asker) {
        return KINDS.stream().anyMatch(kind -> !open(asker, kind).isEmpty());
    }

    List<OperationVersion> open(Asker asker, Kind kind) {
        var today = JapaneseDates.dateOf(clock.instant());
        return operations.inForce().stream()
                .filter(version -> !Collections.disjoint(version.definition().keyKinds(), kind.keys()))
                .filter(version -> rights.of(asker, Act.BATCH, version, today).isPresent())
                .toList();
    }

    /** The name of an operation in a language, or its code. */
    String name(String code, String lang) {
        return operations.inForce().stream()
                .filter(version -> version.code().value().equals(code))
                .map(version -> version.definition().name().in(lang))
                .findFirst()
                .orElse(code);
    }
}
