/**
 * A document (登録原票) by itself: what it says, where it stands on its way to counting and by which steps it came there,
 * what is wrong with what was entered, and by what it is found.
 *
 * <p>Everything follows from the operation's definition and from the text entered; nothing here asks the database or
 * knows a reader. The Directive asks that what is registered be accurate (Art. 6): a form, an import and the API are
 * checked by the same {@link akashi.document.DocumentCheck}, and a question finds a record by the same
 * {@link akashi.document.SearchKeys} a trial of a new definition is shown. Who keeps documents and finds them is
 * {@code record}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"definition", "operation", "organization", "identity", "calendar"})
@NullMarked
package akashi.document;

import org.jspecify.annotations.NullMarked;
