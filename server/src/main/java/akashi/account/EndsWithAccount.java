package akashi.account;

import akashi.organization.PersonId;
import java.time.Instant;

/** Something that must not outlast an account: whoever keeps it ends it when the account is closed. */
public interface EndsWithAccount {
    /**
     * Ends it, within the transaction that closes the account, which the caller has begun; nothing happens where there
     * is none.
     */
    void closing(PersonId person, Instant at);
}
