package akashi.procedure;

import akashi.operation.OperationCode;

/** Says whether those concerned are trained for an operation; a module of training implements it. */
public interface TrainingReady {
    /** Whether the training set for this version of the operation may be taken as done. */
    boolean ready(OperationCode operation, String definition);
}
