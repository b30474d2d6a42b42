/** Checks receipts without the server: reads files only, and shares nothing with the server but the ledger library. */
@NullMarked
package akashi.verifier;

import org.jspecify.annotations.NullMarked;
