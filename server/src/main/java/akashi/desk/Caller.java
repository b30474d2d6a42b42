package akashi.desk;

import akashi.question.Requester;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls the desk (依頼者), with what stays until the call is closed.
 *
 * @param extension where the caller is called back, empty on the radio
 * @param calledBack when that was done, null before
 * @param lastAnswer number of the last answer given to this caller
 */
record Caller(
        long seq,
        Who who,
        Requester.Channel channel,
        String extension,
        @Nullable Instant calledBack,
        Reason reason,
        Instant opened,
        @Nullable String lastAnswer) {

    /** Who calls. */
    record Who(String staffNumber, String callSign, String unit) {}

    /** Why the caller asks. */
    record Reason(String purpose, @Nullable String caseReference) {}

    /** Whether nothing may be asked yet: a telephone caller who was not called back. */
    boolean mustBeCalledBack() {
        return channel == Requester.Channel.PHONE && calledBack == null;
    }

    /** How the caller is addressed. */
    String name() {
        return who.callSign().isEmpty() ? who.staffNumber() : who.callSign();
    }
}
