package akashi.question;

import akashi.identity.Grade;
import akashi.identity.Person;
import akashi.identity.SearchKey;
import akashi.operation.OperationCode;
import akashi.record.Lookup;
import akashi.usage.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which keys a question is searched by. Numbers are always searched with their usual confusions (O for 0), because that
 * costs nothing; the wide keys of a name are used when the question forces them, and when there are no others.
 */
public record SearchPlan(
        List<SearchKey> keys,
        @Nullable Person person,
        @Nullable String colour,
        boolean wide,
        List<Use.Key> stated) {
    public SearchPlan {
        keys = List.copyOf(keys);
        stated = List.copyOf(stated);
    }

    /** The plan of a question. */
    public static SearchPlan of(Inquiry inquiry) {
        var keys = new LinkedHashSet<SearchKey>();
        var stated = new ArrayList<Use.Key>();
        Person who = null;
        String colour = null;
        for (var asked : inquiry.keys()) {
            var used = used(asked, inquiry.wide());
            keys.addAll(used);
            for (var key : used) {
                stated.add(new Use.Key(key.kind().name(), asked.typed(), key.value(), key.rules()));
            }
            if (asked instanceof AskedKey.OfPerson person) {
                who = Person.of(person.name(), person.birth(), person.sex());
            } else if (asked instanceof AskedKey.OfPlateNumber plate) {
                colour = plate.colour();
            }
        }
        return new SearchPlan(new ArrayList<>(keys), who, colour, inquiry.wide(), stated);
    }

    /** What to look for in these operations. */
    public Lookup lookup(Set<OperationCode> operations) {
        return new Lookup(keys, operations, person, colour, null);
    }

    private static List<SearchKey> used(AskedKey asked, boolean wide) {
        var all = asked.searchKeys();
        if (wide || !(asked instanceof AskedKey.OfPerson)) {
            return all;
        }
        var close = all.stream().filter(key -> key.grade() != Grade.WIDE).toList();
        return close.isEmpty() ? all : close;
    }
}
