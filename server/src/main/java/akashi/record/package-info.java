/**
 * Documents of the target operations (記録): registered, confirmed, corrected and ended, with their search keys.
 *
 * <p>A document (登録原票) is entered by one person and confirmed (審査) by another before it counts; a correction (訂正) keeps
 * every earlier version; an end (解除・終結) is a reason code, never a deletion. Deadlines and duties come from the
 * operation's definition; the Directive asks that what is registered be accurate (Art. 6) and that its use be traceable
 * (Art. 7). Sealed documents (封印) and documents about the reader's own person are hidden exactly as if they did not
 * exist. Search reads one covering key row per value; content is a second, logged step.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Records",
        allowedDependencies = {
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
package akashi.record;

import org.jspecify.annotations.NullMarked;
