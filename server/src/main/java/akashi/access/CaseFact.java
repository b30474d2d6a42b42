package akashi.access;

import akashi.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the case reference (番号) a use is bound to. Whoever asks for a decision looks it up where Akashi
 * holds the register, because a decision does no I/O.
 *
 * @param reference as typed
 * @param lookup whether the register was looked into, and what was found
 * @param unit unit the case belongs to, when it was found
 */
public record CaseFact(
        String reference, Lookup lookup, @Nullable UnitId unit) {
    /** Result of looking into the register. */
    public enum Lookup {
        /** Not looked up, because Akashi does not hold the register. */
        NOT_HELD,
        FOUND,
        MISSING
    }

    /** A reference to a register that Akashi does not hold. */
    public static CaseFact written(String reference) {
        return new CaseFact(reference, Lookup.NOT_HELD, null);
    }

    /** A case that exists and belongs to this unit. */
    public static CaseFact found(String reference, UnitId unit) {
        return new CaseFact(reference, Lookup.FOUND, unit);
    }

    /** The register is held here, and has no such case. */
    public static CaseFact missing(String reference) {
        return new CaseFact(reference, Lookup.MISSING, null);
    }
}
