/**
 * The ways to start Akashi: {@code demo} on an embedded PostgreSQL with sample data, {@code serve} on a site's own
 * PostgreSQL after refusing what is unsafe, {@code setup} and {@code migrate} as the owner of the schema,
 * {@code export-log} beside any of them. It stands above all modules; nothing depends on it.
 */
@NullMarked
@ApplicationModule(displayName = "Launch")
package akashi.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
