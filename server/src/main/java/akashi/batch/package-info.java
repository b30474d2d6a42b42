/**
 * Batch inquiries (一括照会): a list of plates from cameras, a list of names for a passenger check. A list reaches further
 * than a question in the street, so it has a right of its own, a cap, and a second person who approves exactly this
 * list. Each item is then asked like a single question: decided anew, with an entry of its own on the ledger, answered
 * by the same rules. The list is erased when it has been asked, refused or withdrawn, or after three days; what stays
 * are numbers of entries, whose private part says what was asked for as long as it is kept.
 */
@ApplicationModule(
        displayName = "Batch",
        allowedDependencies = {
            "inquiry",
            "question",
            "result",
            "access",
            "definition",
            "operation",
            "organization",
            "usage",
            "identity",
            "calendar",
            "csv",
            "web"
        })
@NullMarked
package akashi.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
