package akashi.procedure;

import akashi.operation.OperationCode;

/**
 * Says whether an implementation rule (実施要領) of an operation is laid down; the module that keeps rules implements it.
 */
public interface RuleReady {
    /** Whether a rule is in force, or approved for a day to come. */
    boolean ready(OperationCode operation);
}
