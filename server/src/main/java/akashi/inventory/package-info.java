/**
 * What the police information management system consists of: the systems and documents that belong to it or do not,
 * with the ground (the Directive, Article 2 (1) and (2)), the target operations run on it, and the releases of its
 * program with who wrote them down, who signed them off and how they were backed out. Kept by whoever runs the system;
 * nothing else reads it.
 */
@ApplicationModule(
        displayName = "Inventory of the system",
        allowedDependencies = {"definition", "operation", "organization", "usage", "calendar", "web"})
@NullMarked
package akashi.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
