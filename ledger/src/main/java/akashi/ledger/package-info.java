/**
 * The transparency log behind every use of police information, as a plain library: Merkle tree (RFC 6962, RFC 9162),
 * tiles, checkpoints, signed notes and proofs in the published C2SP formats, and canonical JSON (RFC 8785). It knows no
 * framework, opens no connection and writes no log; what it is given and what it returns are bytes and values.
 */
@NullMarked
package akashi.ledger;

import org.jspecify.annotations.NullMarked;
