/** Tests of the ledger library. */
@NullMarked
package akashi.ledger;

import org.jspecify.annotations.NullMarked;
