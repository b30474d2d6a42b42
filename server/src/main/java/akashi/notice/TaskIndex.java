package akashi.notice;

import akashi.notice.Stands.As;
import akashi.notice.Stands.Office;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.organization.PostId;
import akashi.organization.Roster;
import akashi.organization.UnitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tasks that wait, by whom they reach. Immutable. */
record TaskIndex(
        Map<PersonId, List<OpenTask>> byPerson,
        Map<PostId, List<OpenTask>> byPost,
        Map<PostClass, List<OpenTask>> byClass) {
    /** A task with the post by which it is seen; null where it is the person's own. */
    record Seen(OpenTask task, As as, @Nullable PostId post) {}

    private static final Comparator<Seen> PRESSING = Comparator.comparing(
                    (Seen seen) -> seen.task().task().kind() != Task.Kind.ALERT)
            .thenComparing(
                    seen -> seen.task().task().due(),
                    Comparator.nullsLast(Comparator.<java.time.LocalDate>naturalOrder()))
            .thenComparingLong(seen -> seen.task().id());

    static TaskIndex of(List<OpenTask> open) {
        var byPerson = new HashMap<PersonId, List<OpenTask>>();
        var byPost = new HashMap<PostId, List<OpenTask>>();
        var byClass = new EnumMap<PostClass, List<OpenTask>>(PostClass.class);
        for (var one : open) {
            switch (one.task().to()) {
                case Task.To.Person(var person) ->
                    byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(one);
                case Task.To.Post(var post) ->
                    byPost.computeIfAbsent(post, _ -> new ArrayList<>()).add(one);
                case Task.To.Holders(var classes, var _) ->
                    classes.forEach(postClass -> byClass.computeIfAbsent(postClass, _ -> new ArrayList<>())
                            .add(one));
            }
        }
        return new TaskIndex(Map.copyOf(byPerson), Map.copyOf(byPost), Map.copyOf(byClass));
    }

    /** What a person in these offices sees, each task once, the most pressing first. */
    List<Seen> of(List<Office> offices, PersonId person, Roster roster) {
        var found = new LinkedHashMap<Long, Seen>();
        byPerson.getOrDefault(person, List.of()).forEach(task -> found.put(task.id(), new Seen(task, As.SELF, null)));
        for (var office : offices) {
            var post = office.post();
            byPost.getOrDefault(post.id(), List.of())
                    .forEach(task -> found.putIfAbsent(task.id(), new Seen(task, office.as(), post.id())));
            byClass.getOrDefault(post.postClass(), List.of()).stream()
                    .filter(task -> reaches(task, post.unit(), roster))
                    .forEach(task -> found.putIfAbsent(task.id(), new Seen(task, office.as(), post.id())));
        }
        for (var office : offices) {
            if (office.as() == As.HOLDER && heads(office.post().postClass())) {
                forsaken(office, roster).forEach(task -> found.putIfAbsent(task.id(), new Seen(task, As.HEAD, null)));
            }
        }
        return found.values().stream().sorted(PRESSING).toList();
    }

    private static boolean heads(PostClass postClass) {
        return postClass == PostClass.UNIT_HEAD || postClass == PostClass.SECTION_HEAD;
    }

    private static boolean reaches(OpenTask task, UnitId unit, Roster roster) {
        return task.task().to() instanceof Task.To.Holders(var _, var where)
                && (where == null || roster.current(where).stream().anyMatch(now -> roster.within(unit, now)));
    }

    /** Tasks of posts of this head's 所属 that nobody holds today. */
    private List<OpenTask> forsaken(Office head, Roster roster) {
        var command = roster.command(head.post().unit());
        var found = new ArrayList<OpenTask>();
        byPost.forEach((post, tasks) -> {
            if (roster.holdersOf(post).isEmpty()
                    && roster.lastUnitOf(post).stream()
                            .flatMap(unit -> roster.current(unit).stream())
                            .anyMatch(unit -> roster.command(unit).equals(command))) {
                found.addAll(tasks);
            }
        });
        return found;
    }
}
