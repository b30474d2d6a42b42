package akashi.record;

import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a document stands now: one row, changed with every step. */
record Head(
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
    Head {
        subjects = List.copyOf(subjects);
    }

    Head numbered(String given) {
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

    Head about(List<String> linked) {
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
    Head next(int next, Standing nowStanding, String nowState, @Nullable Integer counted, Instant at) {
        return new Head(
                id, operation, documentType, number, unit, nowStanding, nowState, sealed, next, counted, at, subjects);
    }

    Head sealed(boolean now) {
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
