package akashi.record;

import akashi.identity.PartialDate;
import akashi.identity.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A person as a record names one: what a question about a person is compared with. Shown only where the definition says
 * so.
 *
 * @param sex code of the definition's list; null where not recorded
 */
public record RecordedPerson(
        PersonName name,
        @Nullable PartialDate birth,
        @Nullable String sex) {
    /** Who a record names is nobody's business in a log line. */
    @Override
    public String toString() {
        return "RecordedPerson[]";
    }
}
