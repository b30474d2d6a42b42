/** Transparency log as a plain Java library. */
module akashi.ledger {
    requires static transitive org.jspecify;

    exports akashi.ledger;
}
