package akashi.record;

import java.time.Instant;

/** Which state of a document is asked for. */
public sealed interface AsOf {
    /** What answers now. */
    record Now() implements AsOf {}

    /** What the system held and answered at an instant: "what did it say when the officer asked?". */
    record At(Instant instant) implements AsOf {}

    /** One version, as a ledger entry names it. */
    record Version(int number) implements AsOf {}
}
