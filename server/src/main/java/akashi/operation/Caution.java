package akashi.operation;

import akashi.definition.Label;
import java.time.LocalDate;

/**
 * A caution (注意情報) that may stand on a record of an operation and is shown with the first answer.
 *
 * @param staleAfterDays age from which the caution is shown as old and must be confirmed anew
 * @param sourceRequired whether it may be entered only with its source (who says so)
 */
public record Caution(String code, Label label, Severity severity, int staleAfterDays, boolean sourceRequired) {
    /** Danger to life comes first in an answer. */
    public enum Severity {
        DANGER,
        HEALTH,
        CARE
    }

    /** Whether a caution noted on that day is too old to be relied on without asking again. */
    public boolean isStale(LocalDate noted, LocalDate today) {
        return noted.plusDays(staleAfterDays).isBefore(today);
    }
}
