package akashi.sample;

import akashi.identity.KeyKind;
import akashi.operation.OperationCode;

/**
 * A sample document worth looking for.
 *
 * @param code stable name for tours and tests
 * @param kind by what it is found
 * @param typed what to type to find it
 */
public record Golden(String code, OperationCode operation, KeyKind kind, String typed, String label, String labelEn) {}
