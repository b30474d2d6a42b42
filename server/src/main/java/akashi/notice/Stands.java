package akashi.notice;

import akashi.organization.Deputy;
import akashi.organization.PersonId;
import akashi.organization.Post;
import akashi.organization.PostId;
import akashi.organization.Roster;
import akashi.organization.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who stands in for whom on one day: the posts a person sees the tasks of, and as what. Immutable.
 *
 * @param deputising posts by the post that deputises for them
 * @param byCommand posts by the 所属 they belong to
 */
record Stands(long generation, LocalDate date, Map<PostId, List<Post>> deputising, Map<UnitId, List<Post>> byCommand) {
    /** As what somebody sees a task. */
    enum As {
        /** It is theirs. */
        SELF,
        /** 職として: they hold the post. */
        HOLDER,
        /** 代理. */
        DEPUTY,
        /** 当直. */
        DUTY,
        /** 所属長: nobody holds the post. */
        HEAD
    }

    /** A post whose tasks somebody sees. */
    record Office(Post post, As as) {}

    static Stands of(long generation, Roster roster) {
        var deputising = new HashMap<PostId, List<Post>>();
        var byCommand = new HashMap<UnitId, List<Post>>();
        for (var unit : roster.units()) {
            var command = roster.command(unit.id()).orElse(unit).id();
            for (var post : roster.postsOf(unit.id())) {
                byCommand.computeIfAbsent(command, _ -> new ArrayList<>()).add(post);
                for (Deputy deputy : roster.deputiesOf(post.id())) {
                    deputising
                            .computeIfAbsent(deputy.deputy(), _ -> new ArrayList<>())
                            .add(post);
                }
            }
        }
        return new Stands(generation, roster.date(), Map.copyOf(deputising), Map.copyOf(byCommand));
    }

    /** The posts whose tasks this person sees at this instant, the own ones first; each once. */
    List<Office> offices(PersonId person, Roster roster, Instant at) {
        var found = new LinkedHashMap<PostId, Office>();
        var held = roster.appointmentsOf(person).stream()
                .flatMap(appointment -> roster.post(appointment.post()).stream())
                .toList();
        held.forEach(post -> found.put(post.id(), new Office(post, As.HOLDER)));
        for (var post : held) {
            deputising
                    .getOrDefault(post.id(), List.of())
                    .forEach(other -> found.putIfAbsent(other.id(), new Office(other, As.DEPUTY)));
        }
        roster.shiftOf(person, at)
                .flatMap(shift -> roster.command(shift.unit()))
                .ifPresent(command -> byCommand
                        .getOrDefault(command.id(), List.of())
                        .forEach(other -> found.putIfAbsent(other.id(), new Office(other, As.DUTY))));
        return List.copyOf(found.values());
    }
}
