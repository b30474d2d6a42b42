/**
 * How two documents compare (対比), part by part: what each says of a person or thing, by which values one is found from
 * the other, and what every part that agrees or contradicts speaks for. It works on what it is given and keeps nothing;
 * whose documents are compared when, and what a person makes of it, is {@code matching}'s.
 */
@ApplicationModule(
        displayName = "Comparison",
        allowedDependencies = {"document", "definition", "operation", "identity", "calendar"})
@NullMarked
package akashi.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
