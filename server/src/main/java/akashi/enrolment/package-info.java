/**
 * How somebody comes to an account (利用者IDの交付): the very first of an installation by two one-time codes of two people,
 * every other by a code that the head whose duty it is issues and hands over, so that nobody but the holder ever knows
 * the password; and the register (利用者ID台帳) from which heads issue codes and close accounts. Source: the Directive's
 * rules on the security of the system (individual identification, no lent identities), DOMAIN 3.4 and 4.2.
 */
@NullMarked
@ApplicationModule(
        displayName = "Enrolment",
        allowedDependencies = {"account", "organization", "usage", "calendar", "web"})
package akashi.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
