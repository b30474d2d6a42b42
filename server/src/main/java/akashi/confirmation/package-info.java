/**
 * Confirmation of hits (手配の確認): whoever got a hit asks the unit that registered the record whether it still stands, and
 * for this person or thing. Until it answers, the hit is a lead; one whose warrant has lapsed is 未確認 and must not be
 * acted upon before the issuing police was called (犯罪捜査規範33条, 34条3項, 38条2項). The definition of the operation says how
 * fast a unit answers.
 *
 * <p>A request and its reply are changes: each is one transaction with its entry on the ledger. A request is never
 * changed, and a reply is given once; who errs asks again.
 */
@ApplicationModule(
        displayName = "Confirmation of hits",
        allowedDependencies = {
            "document",
            "access",
            "definition",
            "operation",
            "organization",
            "usage",
            "calendar",
            "web"
        })
@NullMarked
package akashi.confirmation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
