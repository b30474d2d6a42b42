package akashi.usage;

import java.time.Instant;
import java.util.Optional;

/** Tells why the private part of an entry is gone (retention implements it, which alone can erase). */
public interface Forgetting {
    /** How it was erased; nothing where no erasure took it, so that somebody else must have. */
    Optional<Erased> how(Proved entry);

    /**
     * An erasure that took a private part.
     *
     * @param ordered by an order, before the retention ended or after it
     */
    record Erased(boolean ordered, Instant at) {}
}
