/**
 * This node's transparency log (台帳): it gives every entry its place, stores it, and signs what is stored, so that
 * nobody can change or drop one unseen. It knows an entry as bytes with a few columns for queries; what they say, and
 * what may be shown once they are durable, is {@code usage}'s. Here are the sequencer and its database, the keys and
 * their change, checkpoints and those who watch them, the look whether all is still as signed, and the adoption of
 * ledgers whose node is gone. Formats are those of C2SP (tlog-tiles, tlog-checkpoint, tlog-witness). Source in the
 * Directive: Article 10 (records of use), Article 15 (audit).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "calendar", "ledger"})
package akashi.tlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
