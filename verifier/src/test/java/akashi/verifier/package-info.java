/** Tests of the offline check. */
@NullMarked
package akashi.verifier;

import org.jspecify.annotations.NullMarked;
