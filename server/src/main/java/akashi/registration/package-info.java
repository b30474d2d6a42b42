/**
 * Registration (登録): documents are entered, corrected (訂正), confirmed (審査), moved between states, sealed and ended, on
 * forms drawn from the operation's definition and over the API.
 *
 * <p>A document is entered by one person and confirmed by another before it counts; a correction keeps every earlier
 * version; an end (解除・終結) is a reason code, never a deletion. Deadlines and duties come from the operation's
 * definition; the Directive asks that what is registered be accurate (Art. 6). A change is decided, checked, and
 * committed together with its entry on the ledger.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Registration",
        allowedDependencies = {
            "reading",
            "record",
            "document",
            "access",
            "definition",
            "operation",
            "organization",
            "usage",
            "identity",
            "calendar",
            "web"
        })
@NullMarked
package akashi.registration;

import org.jspecify.annotations.NullMarked;
