/**
 * How the organisation changes: lines of units, posts, people, appointments, duty rosters and transfer orders (発令), as
 * the personnel section (警務課) keeps them in files. A line is read, joined to what is held from its day on, and checked
 * with all others against the organisation as it would stand; then all are put in, or none with every fault by file,
 * line and column. What stands where on a date is {@link akashi.organization}'s; an order in bulk that a second person
 * has to apply is {@code transfer}'s. Source in the Directive: Article 4 (authority follows the post).
 */
@NullMarked
@ApplicationModule(
        displayName = "Reorganization",
        allowedDependencies = {"organization", "csv", "usage", "calendar", "identity", "web"})
package akashi.reorganization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
