/**
 * The life of usage rights beyond the standard sets: asked for by the head of a unit and decided by the head of the
 * managing section, never the same person and nobody for themselves; asked about when unused for 90 days; and gone
 * through line by line, yearly and after transfers (定期点検), signed by the head of the unit with the digest of the list.
 */
@NullMarked
@ApplicationModule(
        displayName = "Entitlements",
        allowedDependencies = {"access", "notice", "definition", "operation", "organization", "usage", "calendar", "web"
        })
package akashi.entitlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
