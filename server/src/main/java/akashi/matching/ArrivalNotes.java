package akashi.matching;

import akashi.record.Arrivals;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Writes down what is to be compared, in the transaction that makes it so: committed with the change or not at all. A
 * crash at any later moment leaves the row, and the comparison is made when the system is back.
 */
@Component
class ArrivalNotes implements Arrivals {
    private final ArrivalSql sql;
    private final Relations relations;
    private final Clock clock;

    ArrivalNotes(ArrivalSql sql, Relations relations, Clock clock) {
        this.sql = sql;
        this.relations = relations;
        this.clock = clock;
    }

    @Override
    public void note(List<Arrived> steps) {
        var wanted = steps.stream().filter(this::wanted).toList();
        if (!wanted.isEmpty()) {
            sql.note(wanted, clock.instant());
        }
    }

    private boolean wanted(Arrived step) {
        return relations.standing(step.operation()) != null
                || relations.isCompared(new Relations.Kind(step.operation(), step.documentType()));
    }
}
