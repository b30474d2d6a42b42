package akashi.document;

import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a document stands now: one row, changed with every step. */
public record Head(
        RecordId id,
        OperationCode operation,
        String documentType,
        String number,
        UnitId unit,
        Standing standing,
        String state,
        boolean sealed,
        int version,
        @Nullable Integer countedVersion,
        Instant changedAt,
        List<String> subjects) {
    public Head {
        subjects = List.copyOf(subjects);
    }

    /** The same under the business number it was given. */
    public Head numbered(String given) {
        return new Head(
                id,
                operation,
                documentType,
                given,
                unit,
                standing,
                state,
                sealed,
                version,
                countedVersion,
                changedAt,
                subjects);
    }

    /** The same, about these subjects: {@link Subjects}. */
    public Head about(List<String> linked) {
        return new Head(
                id,
                operation,
                documentType,
                number,
                unit,
                standing,
                state,
                sealed,
                version,
                countedVersion,
                changedAt,
                linked);
    }

    /** The head after one more step. */
    public Head next(int next, Standing nowStanding, String nowState, @Nullable Integer counted, Instant at) {
        return new Head(
                id, operation, documentType, number, unit, nowStanding, nowState, sealed, next, counted, at, subjects);
    }

    /** The same, sealed (封印) or not. */
    public Head sealed(boolean now) {
        return new Head(
                id,
                operation,
                documentType,
                number,
                unit,
                standing,
                state,
                now,
                version,
                countedVersion,
                changedAt,
                subjects);
    }
}
