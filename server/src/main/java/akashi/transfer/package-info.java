/**
 * Transfer orders in bulk (人事異動): a file with the days on which they take effect, looked at before with what each
 * person gains and loses, entered by one person and applied by another. What is applied takes effect by itself at 00:00
 * in Japan, because posts, and with them rights, are read as of the day; an order that only takes something away (停職,
 * 休職, 出向, 退職 …) may be applied at once by whoever enters it. DOMAIN 1.3: a real spring moves 1,256 people on two dates.
 */
@NullMarked
@ApplicationModule(
        displayName = "Transfers",
        allowedDependencies = {
            "access",
            "notice",
            "definition",
            "operation",
            "organization",
            "reorganization",
            "usage",
            "calendar",
            "csv",
            "web"
        })
package akashi.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
