/**
 * What came of inquiries (事後の取扱結果): an officer's own inquiries, and what was done after each.
 *
 * <p>An inquiry that was answered is owed a result: whether it was the person or thing, and the number of the case it
 * became. Results are entered by whoever asked and are uses like any other; the Directive asks that inquiries can be
 * checked afterwards (照会記録). The inquiry book (照会簿) and the supervisor's view read inquiries as this module tells them.
 */
@ApplicationModule(
        displayName = "Results",
        allowedDependencies = {
            "question",
            "access",
            "definition",
            "operation",
            "organization",
            "usage",
            "calendar",
            "web"
        })
@NullMarked
package akashi.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
