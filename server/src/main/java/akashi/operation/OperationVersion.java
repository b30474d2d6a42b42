package akashi.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of an operation, identified by the content of its definition, and the time it was in force.
 *
 * @param hash SHA-256 of the canonical JSON (RFC 8785) of the definition, 64 hexadecimal digits
 * @param until exclusive; null while in force
 * @param groundDate the day the ground speaks of: the Directive's entry into force for a deemed version
 * @param decision number of the decision that put it in force; null unless it came by the procedure
 * @param close why it ends or will end; null while no end is set
 */
public record OperationVersion(
        OperationCode code,
        String hash,
        Definition definition,
        Instant from,
        @Nullable Instant until,
        Ground ground,
        LocalDate groundDate,
        @Nullable String decision,
        @Nullable Close close) {
    /** A version that no decision put in force and whose end, if it has one, is that another followed. */
    public OperationVersion(
            OperationCode code,
            String hash,
            Definition definition,
            Instant from,
            @Nullable Instant until,
            Ground ground,
            LocalDate groundDate) {
        this(code, hash, definition, from, until, ground, groundDate, null, until == null ? null : Close.REPLACED);
    }

    /** Why a version is in force. */
    public enum Ground {
        /** Already running when the Directive took force: deemed to have passed its procedure (附則2のみなし). */
        DEEMED_PASSED,
        /** Brought by an update of the program; its procedure is still owed. */
        PROGRAM_UPDATE,
        /** Decided through the procedure. */
        PROCEDURE
    }

    /** Why a version is no longer in force, or will not be. */
    public enum Close {
        /** Another version followed. */
        REPLACED,
        /** Interrupted; may be taken up again (休止). */
        SUSPENDED,
        /** Given up (廃止). */
        ABOLISHED,
        /** Carried on by the national platform (移管). */
        TRANSFERRED
    }

    /** Two are the same when code, content and time are; the definition follows from the hash. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof OperationVersion that
                        && hash.equals(that.hash)
                        && code.equals(that.code)
                        && from.equals(that.from)
                        && Objects.equals(until, that.until)
                        && ground == that.ground
                        && groundDate.equals(that.groundDate)
                        && Objects.equals(decision, that.decision)
                        && close == that.close);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    /** Whether it was in force at that instant. */
    public boolean inForceAt(Instant instant) {
        return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }

    public Optional<Instant> end() {
        return Optional.ofNullable(until);
    }

    /** The first twelve digits of the hash: what pages show. */
    public String shortHash() {
        return hash.substring(0, 12);
    }
}
