/**
 * The documents that are held (記録): kept with every version, found by their search keys, hidden from whom they are to
 * be hidden.
 *
 * <p>A step is written with its entry on the ledger in one transaction, and a version is never overwritten; the
 * Directive asks that what is registered be accurate (Art. 6) and that its use be traceable (Art. 7). Search reads one
 * covering key row per value; content is a second, logged step. Whatever is found or read comes withheld. Sealed
 * documents (封印) and documents about the reader's own person are hidden exactly as if they did not exist. Keeping and
 * finding are one module because they share their tables: a step, its keys and what an existence answer shows change
 * together.
 *
 * <p>What a document is stands in {@code document}; who reads one on its page, in {@code reading}; who enters and
 * changes one, in {@code registration}.
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
