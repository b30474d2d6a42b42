/**
 * The sample prefecture (見本): headquarters, stations and boxes after public facts, and about 2,300 invented staff with
 * the recognisable people the guided tour plays. For demonstration and tests only; every row is marked.
 */
@NullMarked
@ApplicationModule(
        displayName = "Sample prefecture",
        allowedDependencies = {"reorganization", "organization", "usage", "calendar"})
package akashi.prefecture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
