package akashi.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What charging an attempt came to.
 *
 * @param refused end of the lock-out that forbids the attempt, or null if what was typed may be checked
 * @param reached end of the lock-out that begins should it be wrong, or null
 */
public record Charge(@Nullable Instant refused, @Nullable Instant reached) {}
