package akashi.reorganization;

import akashi.organization.Appointment;
import akashi.organization.Deputy;
import akashi.organization.DutyShift;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.Post;
import akashi.organization.PostId;
import akashi.organization.Serving;
import akashi.organization.Snapshot;
import akashi.organization.Succession;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The organisation while lines are being put into it: a private, changeable copy of a snapshot. */
final class Draft {
    final Snapshot base;
    final Map<UnitId, List<Unit>> units = new LinkedHashMap<>();
    final Map<PostId, List<Post>> posts = new LinkedHashMap<>();
    final Map<PersonId, List<Person>> people = new LinkedHashMap<>();
    final Map<PersonId, List<Appointment>> appointments = new LinkedHashMap<>();
    final Map<PostId, List<Deputy>> deputies = new LinkedHashMap<>();
    final Map<PersonId, List<DutyShift>> duty = new LinkedHashMap<>();
    final List<Serving> servings;
    final List<Succession> successions;
    final Map<String, UnitId> unitCodes;
    final Map<String, PostId> postCodes;
    final Map<String, PersonId> staffNumbers;

    Draft(Snapshot base) {
        this.base = base;
        units.putAll(base.units().lists());
        posts.putAll(base.posts().lists());
        people.putAll(base.people().lists());
        appointments.putAll(base.appointmentsOfPerson().lists());
        deputies.putAll(base.deputies().lists());
        duty.putAll(base.dutyOfPerson().lists());
        servings = new ArrayList<>(base.rows().servings());
        successions = new ArrayList<>(base.rows().successions());
        unitCodes = new HashMap<>(base.unitCodes());
        postCodes = new HashMap<>(base.postCodes());
        staffNumbers = new HashMap<>(base.staffNumbers());
    }

    /** What the tables will hold. */
    Snapshot after() {
        return new Snapshot(
                base.generation(),
                new Snapshot.Rows(
                        all(units),
                        all(posts),
                        all(people),
                        all(appointments),
                        all(deputies),
                        all(duty),
                        servings,
                        successions));
    }

    private static <K, V> List<V> all(Map<K, List<V>> lists) {
        return lists.values().stream().flatMap(List::stream).toList();
    }
}
