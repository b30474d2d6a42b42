/**
 * Terminals (端末装置): the register of devices from which Akashi may be used, and which of them a request comes from.
 *
 * <p>A terminal connection (端末接続, the Directive, Art. 2 (5)) is a device with a number, a class, a place and a time for
 * which it is valid; whatever is not registered is refused before anybody can sign in. How a request is tied to its
 * terminal is a setting: by network address or by a header of the site's own proxy, and in the demo by choosing one of
 * three sample terminals. Client certificates replace these two later. Source: DOMAIN 4.1.
 */
@NullMarked
@ApplicationModule(
        displayName = "Terminals",
        allowedDependencies = {"access", "account", "organization", "usage", "tlog", "calendar", "web"})
package akashi.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
