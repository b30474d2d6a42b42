/**
 * Measurements of the packaged program, side by side with a baseline in the same run on the same database, reported as
 * ratios. Nothing here is a test; results go to docs/performance.md with machine and command.
 */
@NullMarked
package akashi.bench;

import org.jspecify.annotations.NullMarked;
