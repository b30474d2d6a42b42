package akashi.access;

import akashi.usage.Use;
import java.util.List;

/** The answer to a {@link Question}, with every condition that was looked at. */
public sealed interface Decision {
    /** Id of the rule that decided: of the right for a permit, of the first condition not met for a refusal. */
    String rule();

    /** Version of the rules. */
    String version();

    /** Every condition, met or not, in the order of the table in {@code docs/decisions.md}. */
    List<ConditionResult> conditions();

    /** The decision as entries of the usage log state it. */
    default Use.Ruling ruling() {
        return new Use.Ruling(rule(), version(), this instanceof Permit);
    }

    /** The conditions not met; empty for a permit. */
    default List<ConditionResult> unmet() {
        return conditions().stream().filter(condition -> !condition.met()).toList();
    }

    /** The use may happen, by this right and no further than its scope. */
    record Permit(String rule, String version, List<ConditionResult> conditions, Rights.Right right)
            implements Decision {
        public Permit {
            conditions = List.copyOf(conditions);
        }
    }

    /** The use must not happen. The refusal is recorded by whoever asked. */
    record Refuse(String rule, String version, List<ConditionResult> conditions) implements Decision {
        public Refuse {
            conditions = List.copyOf(conditions);
        }
    }
}
