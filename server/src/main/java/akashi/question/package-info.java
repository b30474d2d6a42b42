/**
 * The question of an inquiry (照会事項): what is known about whom or what, why it is asked, for whom, and which operations
 * it goes to.
 *
 * <p>Pages, lists and the API fill one form; it is read field by field, never guessed at, and everything wrong with it
 * is said at once. Who asks states a purpose within the duty (Directive, Art. 7), and an officer asking for another
 * says for whom and was called back. Whether the asker may ask each operation is decided here, in memory; asking it,
 * and what comes of it, is {@code inquiry}.
 */
@ApplicationModule(
        displayName = "Question",
        allowedDependencies = {
            "record",
            "access",
            "definition",
            "operation",
            "organization",
            "usage",
            "identity",
            "calendar",
            "web"
        })
@NullMarked
package akashi.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
