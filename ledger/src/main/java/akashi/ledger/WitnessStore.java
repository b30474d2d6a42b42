package akashi.ledger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a witness remembers the largest tree it has cosigned of each log. */
public interface WitnessStore {
    /** The last checkpoint kept for the log, if any. */
    Optional<Checkpoint> latest(String origin);

    /**
     * Keeps the next checkpoint if the kept one is still the expected one, as one atomic step. When this returns true
     * the next checkpoint is durable; when it returns false or throws, nothing is to be assumed but that no older
     * checkpoint replaced a newer one.
     *
     * @param expected what {@link #latest} answered; null for a log not seen before
     */
    boolean replace(@Nullable Checkpoint expected, Checkpoint next);
}
