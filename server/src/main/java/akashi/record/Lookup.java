package akashi.record;

import akashi.identity.Person;
import akashi.identity.SearchKey;
import akashi.operation.OperationCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to search for: any of the keys, in any of the operations.
 *
 * @param person whom the name keys are about: what is found by them is compared with it and left out where it is
 *     somebody else; a birth date that was asked leaves out those born on another day (month and day may be exchanged),
 *     and what is not recorded contradicts nothing. Null where no person is asked
 * @param colour leaves out vehicles recorded in another colour, where the number of a plate is asked; null asks all
 * @param asOf searches what the system held at that instant; null means now
 */
public record Lookup(
        List<SearchKey> keys,
        Set<OperationCode> operations,
        @Nullable Person person,
        @Nullable String colour,
        @Nullable Instant asOf) {
    /** Most documents of one operation in an answer. */
    public static final int CAP = 50;

    public Lookup {
        keys = List.copyOf(keys);
        operations = Set.copyOf(operations);
        if (keys.isEmpty() || operations.isEmpty()) {
            throw new IllegalArgumentException("A search needs a key and an operation");
        }
    }

    /** A search of the present state by keys alone. */
    public static Lookup of(List<SearchKey> keys, Set<OperationCode> operations) {
        return new Lookup(keys, operations, null, null, null);
    }
}
