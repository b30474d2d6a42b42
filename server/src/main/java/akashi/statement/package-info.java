/**
 * Answering a data subject who asks who looked at records about them (保有個人情報の開示請求, Act on the Protection of Personal
 * Information, Articles 76 to 83): from when to when, which unit, which purpose. An authorised person makes the
 * statement; it comes as a file that shows what a setting lets out and is checked offline. Making it is itself a use.
 */
@NullMarked
@ApplicationModule(
        displayName = "Access statements",
        allowedDependencies = {
            "record",
            "document",
            "operation",
            "organization",
            "identity",
            "usage",
            "proof",
            "calendar",
            "ledger",
            "web"
        })
package akashi.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
