/**
 * Sample documents (見本) for demonstration: generated, marked as such by their source form, a few thousand over all
 * operations, with the awkward ones among them that real registers hold (DOMAIN 13.5): old forms of names, the same
 * name and birth date twice, births at the border of eras, a lapsed warrant, a reporter who must not be told.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Sample documents",
        allowedDependencies = {
            "record",
            "document",
            "access",
            "operation",
            "organization",
            "usage",
            "identity",
            "calendar",
            "web"
        })
@NullMarked
package akashi.sample;

import org.jspecify.annotations.NullMarked;
