/**
 * What others check the log with: receipts (受領証) of one's own entries and the proof drawn, answers about a subject
 * sealed together, the ledger exported to files and served over HTTP, the register of keys, and the pages that say how
 * the ledger stands. It writes nothing but the uses it makes itself, and shows no entry before its reading is one.
 * Source in the Directive: Article 10 (records of use), Article 15 (audit).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"usage", "tlog", "calendar", "ledger", "web"})
package akashi.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
