/**
 * Witnesses (立会人): this system watches the ledgers of others, and has its own watched. A witness looks at checkpoints
 * only, never at entries: it cosigns one if it continues the last one it cosigned, so that a history once shown cannot
 * be rewritten without somebody outside knowing (c2sp.org/tlog-witness). Both sides read whom they know from a trust
 * file. Source in the Directive: Article 15 (audit); DESIGN 1 (6), 4.
 */
@NullMarked
@ApplicationModule(
        displayName = "Witnesses",
        allowedDependencies = {"tlog", "ledger"})
package akashi.witness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
