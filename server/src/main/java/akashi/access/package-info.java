/**
 * What somebody may do: usage rights (業務利用権) and the one decision about every use.
 *
 * <p>A definition says which post classes are eligible for an act (利用資格); a right is a dated grant tied to an
 * appointment, given by a standard set or individually on a paper (the Directive: use within the duty only; DOMAIN 1.3,
 * 4.2). Rights follow the appointment, so a transfer moves them by itself. {@link akashi.access.Access#decide} answers
 * permit or refuse with the rule, its version and every condition, from memory; other modules contribute conditions.
 * The table of rules stands in {@code docs/decisions.md}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"account", "definition", "operation", "organization", "usage", "calendar", "web"})
package akashi.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
