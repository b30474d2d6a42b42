/**
 * Matching on arrival (突合): a record that begins to answer is compared with its counterpart documents, as the
 * definitions name them, and with inquiries that still stand (遅延照合). What may be the same goes to the units concerned,
 * explained part by part; a person judges, and the verdict is remembered. A link between two records (名寄せ) is such a
 * verdict: it changes neither, is never drawn further by the system, and can be undone. Sources: 行方不明者発見活動に関する規則 16 to
 * 18, 遺失物法施行規則 6 to 8; the Tatebayashi case of 2007 (DOMAIN 3.6).
 *
 * <p>The work is done by a named background job whose readings are uses like any other. What it must do is written in
 * the transaction of the change that causes it, so that no crash loses a comparison; done twice it does nothing.
 */
@ApplicationModule(
        displayName = "Matching",
        allowedDependencies = {
            "reading",
            "comparison",
            "record",
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
package akashi.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
