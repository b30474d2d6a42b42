/**
 * How a target operation (対象業務) is set up, changed, suspended, taken up again, handed over and ended: the Directive,
 * Articles 2 (scope), 4 and 5 (who proposes, who decides), 6 (review of the design, which {@code review} makes) and
 * supplementary provision 2.
 *
 * <p>The managing section proposes a definition, others consult, review, decide, test and make known; each move is by
 * whoever holds the post that day, never by who asked for it, bound to the hash of the content, and an entry on the
 * log. In force means in force: {@link akashi.operation.Enactment} puts the decided version into the register for its
 * instant. Nothing imports this module. What stands behind it is told in ADR 14; practice as in the digest of the
 * field, 2.1.
 */
@ApplicationModule(
        displayName = "Procedure",
        allowedDependencies = {
            "review",
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
@NullMarked
package akashi.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
