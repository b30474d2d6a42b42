/**
 * Every use of police information (利用記録), sealed on the ledger (台帳) before anything is shown. A change writes its entry
 * inside its own transaction ({@code record}); a read is opened only after its entry is durable ({@code release}). The
 * module knows nothing about people, operations or records: whoever uses information says in a {@code Use} who, on
 * whose behalf, why, by which decision, and what was disclosed. Personal particulars stand beside the entry behind a
 * salted commitment and can be erased without breaking a proof. Source in the Directive: Articles 9 and 10 (use only
 * within the duty, records of use), Article 15 (audit).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "calendar", "tlog", "ledger"})
package akashi.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
