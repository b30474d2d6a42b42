package akashi.inquiry;

import akashi.operation.OperationCode;
import java.time.Duration;
import java.util.List;

/** Is told how long an answer took, and nothing else about it; called on the answer's path, so it must not wait. */
public interface AnswerTimes {
    /** The operations were answered, not refused, within this time. */
    void answered(List<OperationCode> operations, Duration took);
}
