/**
 * Reading documents (閲覧): what one says, now or as of an instant, its history and files, and lists for those who may
 * see them.
 *
 * <p>Every reading states a purpose within the duty, is decided, and is on the ledger before anything is shown; a list
 * is never without the filters its operation asks for, and a refusal is recorded like a reading (Directive, Art. 7).
 * Whoever corrects, ends or confirms a document reads it first, by the same way.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Reading",
        allowedDependencies = {
            "record",
            "document",
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
package akashi.reading;

import org.jspecify.annotations.NullMarked;
