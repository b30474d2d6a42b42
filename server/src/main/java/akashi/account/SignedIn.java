package akashi.account;

import akashi.organization.PersonId;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A person whose identity was proved by signing in, and the session that carries it.
 *
 * @param staffNumber individual number (職員番号)
 * @param sessionRef name of the session in records of use; it opens nothing
 * @param device number of the terminal the session is bound to
 * @param since when the person signed in
 */
public record SignedIn(PersonId person, String staffNumber, String sessionRef, String device, Instant since)
        implements Serializable {

    /** Who is signed in on the request this thread answers, or empty. */
    public static Optional<SignedIn> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SessionToken token
                ? Optional.of(token.signedIn())
                : Optional.empty();
    }
}
