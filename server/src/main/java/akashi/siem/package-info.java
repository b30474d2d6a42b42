/**
 * Uses for a site's own watching programs (SIEM): as JSON lines of the Open Cybersecurity Schema Framework, with
 * purpose and unit, without anything that is private or names a data subject. Fetching them is a use.
 */
@NullMarked
@ApplicationModule(
        displayName = "Export to a SIEM",
        allowedDependencies = {"usage", "ledger", "web"})
package akashi.siem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
