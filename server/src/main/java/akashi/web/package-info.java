/**
 * The shell around every page: layout, rendering, messages in both languages, navigation, problem responses. It knows
 * no domain; what it shows of one (who is signed in, what may be visited, how the ledger stands) comes through the
 * small interfaces declared here.
 */
@NullMarked
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {})
package akashi.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
