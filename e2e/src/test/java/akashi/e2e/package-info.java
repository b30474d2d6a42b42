/** The packaged program as its users meet it: started, driven by a browser, killed, started again, checked offline. */
@NullMarked
package akashi.e2e;

import org.jspecify.annotations.NullMarked;
