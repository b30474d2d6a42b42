/**
 * What the program itself says about a definition before it is decided: the review by Article 6 of the Directive, as
 * far as it can be answered by looking, whether a change is minor (軽易な変更), whether it is specially important (特に重要),
 * and what golden questions answer before and after.
 *
 * <p>It compares what is written with the register and decides nothing: who acts on it, and whose step it holds up, is
 * for {@code procedure}. The same study is made of a draft, of a proposal, and again before each step that rests on it,
 * so it keeps nothing but the golden questions.
 */
@ApplicationModule(
        displayName = "Review of a definition",
        allowedDependencies = {
            "record",
            "document",
            "access",
            "notice",
            "definition",
            "operation",
            "organization",
            "usage",
            "identity",
            "calendar",
            "web"
        })
@NullMarked
package akashi.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
