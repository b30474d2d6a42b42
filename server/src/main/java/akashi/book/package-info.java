/**
 * The inquiry book (照会簿): what a unit asked on a day, line by line, for those who supervise it (幹部による照会記録の管理).
 * Operator, requester, what was asked, why, of which operations, what was answered, what came of it, and the receipt.
 * Reading the book is itself a use and stands on the ledger before a line is shown; judging its lines is the
 * supervision module's.
 */
@ApplicationModule(
        displayName = "Inquiry book",
        allowedDependencies = {"result", "question", "access", "operation", "organization", "usage", "calendar", "web"})
@NullMarked
package akashi.book;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
