package akashi.access;

import java.util.List;

/**
 * One condition of a decision.
 *
 * @param rule id of the rule, as in {@code docs/decisions.md}
 * @param message message key of what was found, in words an officer understands: when not met, what is wrong and the
 *     way out
 * @param args what that message is filled with; never personal data
 */
public record ConditionResult(String rule, boolean met, String message, List<Object> args) {
    public ConditionResult {
        args = List.copyOf(args);
    }

    /** The condition is met. */
    public static ConditionResult met(String rule, String message, Object... args) {
        return new ConditionResult(rule, true, message, List.of(args));
    }

    /** The condition is not met; the use must not happen. */
    public static ConditionResult unmet(String rule, String message, Object... args) {
        return new ConditionResult(rule, false, message, List.of(args));
    }
}
