/**
 * The format in which a target operation is written down, one YAML file each: its words, its code lists, and every
 * check that such a file is right before anything is made of it, with file, line, path and the way out of each fault.
 *
 * <p>What the written text then means, and which version is in force, is {@code operation}'s. Terms and codes exist
 * once, as versioned code lists (the Directive, Art. 6 (3)). Pure: reads no database.
 */
@ApplicationModule(
        displayName = "Definition format",
        allowedDependencies = {"identity", "web"})
@NullMarked
package akashi.definition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
