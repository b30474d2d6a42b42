/**
 * Use beyond one's rights in an emergency (緊急時の例外利用, break-glass): somebody on duty states operations and a reason, it
 * is open for an hour or until closed, supervisors and the system general manager are alerted at once, a banner stands
 * on every page, what it was used for is written down, and somebody else must review it. What it opens is decided in
 * {@code access}: right and scope of looking something up, and nothing else.
 */
@NullMarked
@ApplicationModule(
        displayName = "Emergencies",
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
package akashi.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
