package akashi.operation;

import akashi.definition.Label;
import java.util.Set;

/** A step between two states that ends nothing (endings are {@link Ending}), with the right it needs. */
public record Transition(String code, Label label, Set<String> from, String to, NeededRight right) {
    public Transition {
        from = Set.copyOf(from);
    }
}
