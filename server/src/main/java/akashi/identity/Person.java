package akashi.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked or recorded about who somebody is, as far as matching looks at it.
 *
 * @param names the name first, then other names: alias (通称), former names (旧姓), other readings
 * @param sex the code of the definition, null where unknown; compared for equality only
 */
public record Person(
        List<PersonName> names,
        @Nullable PartialDate birth,
        @Nullable String sex) {
    public Person {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a person is asked for by a name");
        }
    }

    /** Known by one name. */
    public static Person of(PersonName name, @Nullable PartialDate birth, @Nullable String sex) {
        return new Person(List.of(name), birth, sex);
    }
}
