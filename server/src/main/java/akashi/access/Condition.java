package akashi.access;

/**
 * A condition on every use, contributed by any module as a bean (training, roster, …). It looks into memory only and
 * answers within a microsecond or two; it must not throw, wait or read a table.
 */
@FunctionalInterface
public interface Condition {
    /** Whether the condition is met for this question. A condition that does not apply is met. */
    ConditionResult check(Question question);
}
