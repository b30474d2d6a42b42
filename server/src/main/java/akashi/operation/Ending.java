package akashi.operation;

import akashi.definition.Label;
import java.util.Set;

/**
 * A reason for which a record ends (解除・終結の事由): found, lifted, warrant lapsed, entered by mistake. Nothing is ever
 * deleted by it.
 *
 * @param to the ended state it leads to
 * @param requires fields that must be filled to end for this reason
 * @param eraseOn whether the ended record is to be erased once nothing holds it (the law says its purpose is gone)
 */
public record Ending(
        String code,
        Label label,
        Set<String> from,
        String to,
        NeededRight right,
        Set<String> requires,
        boolean eraseOn) {
    public Ending {
        from = Set.copyOf(from);
        requires = Set.copyOf(requires);
    }
}
