/**
 * Target operations (対象業務) as data: their definitions and versions.
 *
 * <p>A target operation is a duty carried out with the police information management system (the Directive, Art. 2
 * (6)). Its managing section (運用主管課, Art. 5) says what is recorded, who may do what, and what happens when the system
 * is down (Art. 7 (4)); all of that is one YAML file below {@code operations/}, checked against the published schema.
 * The SHA-256 of a definition's canonical JSON is the identity of a version; a version once in force stays readable for
 * ever, for the records written under it. Operations already running when the Directive took force are deemed to have
 * passed its procedure (みなし, supplementary provision 2). How such a file is written and checked is
 * {@code definition}'s.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Target operations",
        allowedDependencies = {"definition", "organization", "usage", "identity", "calendar", "web", "ledger"})
@NullMarked
package akashi.operation;

import org.jspecify.annotations.NullMarked;
