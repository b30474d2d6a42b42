package akashi.reading;

import akashi.access.Decision;
import akashi.usage.Proved;

/** What a page or the API may show of a document. */
public sealed interface Viewed<T> {
    /** It may be shown; its use is on the ledger. */
    record Seen<T>(T value, Proved proof) implements Viewed<T> {}

    /** Refused, with every condition. */
    record Barred<T>(Decision.Refuse decision) implements Viewed<T> {}

    /** Not there, or not for this asker: one answer for both. */
    record NotThere<T>() implements Viewed<T> {}
}
