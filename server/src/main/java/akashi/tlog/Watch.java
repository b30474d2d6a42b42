package akashi.tlog;

import akashi.ledger.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who watches this system's ledgers from outside, and how that goes ({@code witness} implements it). Without one nobody
 * does, and nothing asks for it.
 */
public interface Watch {
    /** The witnesses' keys and how many must have cosigned. */
    Trust trust();

    /** How it stands; costs nothing. */
    Standing standing();

    /** What each witness did last; reads memory only. */
    List<Seen> seen();

    /**
     * Asks the witnesses for a tree of at least that size now, and waits until a quorum has cosigned one, or for that
     * long. True if it has.
     */
    boolean await(long size, Duration patience);

    /**
     * Whether the ledger is watched.
     *
     * @param since when a quorum last cosigned; null where nobody watches, or nobody has yet
     */
    record Standing(State state, @Nullable Instant since) {
        /** Nobody watches. */
        public static final Standing UNWATCHED = new Standing(State.UNWATCHED, null);
    }

    /** From best to worst, but for the first. */
    enum State {
        /** No witness is configured, or no quorum asked for. */
        UNWATCHED,
        /** A quorum has cosigned lately. */
        FRESH,
        /** The last cosigned checkpoint is older than it should be. */
        LATE,
        /** So old that nothing withheld is opened any more. */
        STOPPED
    }

    /**
     * What one witness did last.
     *
     * @param size of the tree it last cosigned, 0 before the first
     * @param at the time it stated with that
     * @param trouble what came of the last request, null where it was cosigned
     */
    record Seen(
            String name,
            String key,
            long size,
            @Nullable Instant at,
            @Nullable Trouble trouble) {}

    /** Why a witness did not cosign. */
    enum Trouble {
        /** No answer in time, or no connection. */
        UNREACHABLE,
        /** It answered that it will not: it does not know this ledger or its key, or finds the request wrong. */
        REFUSED,
        /** It has seen a larger tree of this ledger than there is: something was lost here. */
        AHEAD,
        /** It has seen another tree of this ledger: the history was changed, here or there. */
        OTHER_TREE,
        /** What it answered is not its cosignature of this checkpoint. */
        NOT_ITS_OWN,
        /** Its clock is ahead of ours by more than five minutes. */
        CLOCK
    }
}
