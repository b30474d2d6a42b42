package akashi.document;

import akashi.identity.PartialDate;
import akashi.identity.Person;
import akashi.identity.PersonName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person as a record names one: what a question about a person is compared with. Shown only where the definition says
 * so.
 *
 * @param sex code of the definition's list; null where not recorded
 */
public record RecordedPerson(
        PersonName name,
        @Nullable PartialDate birth,
        @Nullable String sex) {
    /**
     * The same by person: names recorded with the same birth date and sex are one person's, the first is the name
     * itself.
     */
    public static List<Person> grouped(List<RecordedPerson> persons) {
        Map<List<Object>, List<PersonName>> names = new LinkedHashMap<>();
        Map<List<Object>, RecordedPerson> first = new HashMap<>();
        for (RecordedPerson person : persons) {
            List<Object> who = List.of(Optional.ofNullable(person.birth()), Optional.ofNullable(person.sex()));
            names.computeIfAbsent(who, _ -> new ArrayList<>()).add(person.name());
            first.putIfAbsent(who, person);
        }
        List<Person> grouped = new ArrayList<>();
        names.forEach((who, all) -> {
            RecordedPerson person = Objects.requireNonNull(first.get(who));
            grouped.add(new Person(all, person.birth(), person.sex()));
        });
        return grouped;
    }

    /** Who a record names is nobody's business in a log line. */
    @Override
    public String toString() {
        return "RecordedPerson[]";
    }
}
