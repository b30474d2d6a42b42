package akashi.procedure;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Notes when announced versions have taken force. Their force does not depend on it: the register knows the instant
 * beforehand on every node.
 */
@Component
class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final Proposals proposals;
    private final Clock clock;

    /** Touched by the scheduled look only. */
    private boolean away;

    Following(Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000, initialDelay = 2000)
    void look() {
        try {
            proposals.force(clock.instant());
            away = false;
        } catch (DataAccessException | TransactionException e) {
            if (!away) {
                LOG.warn("Proposals whose date has come could not be looked at and will be again", e);
            }
            away = true;
        }
    }
}
