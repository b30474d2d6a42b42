/**
 * Files that people bring (CSV): their text in whatever encoding a Japanese office saves it, and their rows with the
 * line an editor shows. Knows no module's meaning of a column. Pure.
 */
@NullMarked
@ApplicationModule(
        displayName = "CSV",
        allowedDependencies = {})
package akashi.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
