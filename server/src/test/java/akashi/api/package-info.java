/** The JSON API as other programs meet it: over HTTP, against its own contract. */
@NullMarked
package akashi.api;

import org.jspecify.annotations.NullMarked;
