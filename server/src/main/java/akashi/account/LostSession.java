package akashi.account;

import java.util.Optional;

/**
 * A request for a page came without a session that holds, or with a token of another session. Ends in
 * {@link LostSessionPages}.
 */
final class LostSession extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Sessions.End> end;

    /** @param end why the session it came with was ended, if it had one until now */
    LostSession(Optional<Sessions.End> end) {
        super("session lost", null, false, false);
        this.end = end;
    }

    Optional<Sessions.End> end() {
        return end;
    }
}
