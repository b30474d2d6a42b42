package akashi.entitlement;

import akashi.usage.LedgerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks every hour for rights nobody uses and for units to be gone through. Each question stands once, whatever number
 * of nodes look: the database keeps it so.
 */
@Component
class EntitlementJob {
    private static final Logger LOG = LoggerFactory.getLogger(EntitlementJob.class);

    private final UnusedRights unused;
    private final Campaigns campaigns;

    EntitlementJob(UnusedRights unused, Campaigns campaigns) {
        this.unused = unused;
        this.campaigns = campaigns;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void work() {
        try {
            unused.look();
            campaigns.look();
        } catch (LedgerUnavailable | DataAccessException | TransactionException e) {
            LOG.warn("Rights could not be looked through and will be again: {}", e.getMessage());
        }
    }
}
