/**
 * Who is responsible for what, by line of command (任命): system, security and privacy, each with its roles, holders,
 * deputies and dates, and the appointing document. A duty is held by a post where the rule says so (充て職, Directive
 * Article 4: 「総務室長をもって充てる」) and then follows whoever holds the post. Roles and posts that may not be combined (兼務禁止)
 * are data, checked at appointment and, from memory, at every decision; an exception (例外措置) is dated and decided by
 * another.
 */
@NullMarked
@ApplicationModule(
        displayName = "Duties",
        allowedDependencies = {
            "access",
            "account",
            "notice",
            "definition",
            "operation",
            "organization",
            "usage",
            "calendar",
            "web"
        })
package akashi.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
