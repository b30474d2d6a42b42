package akashi.usage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Guards pages of modules that stand below the one that decides (access implements it). A page asks before it opens
 * anything, passes {@link Open#actor()} and {@link Open#ruling()} into the {@link Use} it releases, and answers
 * {@link Shut} like something that does not exist.
 */
public interface Gate {
    /**
     * Whether whoever sent this request may do the act now. A refusal is already on the ledger when this returns.
     *
     * @param act code of the act, such as {@code LEDGER}, {@code ORGANIZATION}, {@code OPERATIONS}
     * @param unit code of the unit (所属) whose matter it is, or null where it is nobody's
     */
    Passage ask(HttpServletRequest request, String act, @Nullable String unit);

    /** Whether asking would open, for links and menus; records nothing and opens nothing. */
    default boolean offers(HttpServletRequest request, String act) {
        return false;
    }

    /** The same where it matters whose unit (所属) it is. */
    default boolean offers(HttpServletRequest request, String act, @Nullable String unit) {
        return offers(request, act);
    }

    /** Who sent the request, for figures in menus; decides nothing, records nothing and reads memory only. */
    default Optional<Actor> visitor(HttpServletRequest request) {
        return Optional.empty();
    }

    /** The answer, with the rule that gave it. */
    sealed interface Passage {
        Use.Ruling ruling();
    }

    /** May pass, as this actor. */
    record Open(Actor actor, Use.Ruling ruling) implements Passage {}

    /** Must not pass. */
    record Shut(Use.Ruling ruling) implements Passage {}
}
