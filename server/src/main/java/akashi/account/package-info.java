/**
 * Who is this: accounts (利用者ID), passwords, sign-in (認証) with lock-out, and sessions that end by themselves. How
 * somebody comes to an account is {@code enrolment}.
 *
 * <p>An account says only <em>who</em> somebody is; what that person may do is a right (業務利用権), which {@code access}
 * decides. A session is bound to a person and to the terminal (端末装置) it was opened at; both are checked with every
 * request. Sign-in, its failure, a lock-out and its end are uses on the ledger. Source: the Directive's rules on the
 * security of the system (individual identification, no lent identities), DOMAIN 3.4 and 4.2.
 */
@NullMarked
@ApplicationModule(
        displayName = "Account",
        allowedDependencies = {"organization", "usage", "tlog", "calendar", "web"})
package akashi.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
