package akashi.procedure;

import akashi.operation.OperationCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the managing section wants, as it fills in the form.
 *
 * @param operation null where the definition names a new one
 * @param yaml the definition; empty where none is brought
 */
record Wish(
        Course.Kind kind,
        @Nullable OperationCode operation,
        String title,
        String reason,
        @Nullable LocalDate wished,
        String yaml) {}
