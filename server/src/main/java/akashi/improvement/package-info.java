/**
 * How operations are really used (利用実態の把握), and how they can be made better: figures by unit, hour, purpose and outcome
 * for the managing section, beside what its proposal had forecast, and a way for everybody to say what looks wrong
 * (おかしい) or could be better (こうしたい). The Directive asks that the real use be known and the system be made more
 * effective (Article 3) and that the managing section lead its operation (Article 5).
 *
 * <p>The usage log is the truth; the figures here are counts made from it by a background job, which may be thrown away
 * and made again. They name units, never persons.
 */
@ApplicationModule(
        displayName = "Real use and improvement",
        allowedDependencies = {
            "inquiry",
            "question",
            "notice",
            "access",
            "definition",
            "operation",
            "organization",
            "usage",
            "calendar",
            "web"
        })
@NullMarked
package akashi.improvement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
