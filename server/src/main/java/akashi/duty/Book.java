package akashi.duty;

import akashi.organization.Appointment;
import akashi.organization.PersonId;
import akashi.organization.Roster;
import akashi.organization.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Roles, appointments, what excludes each other, and exceptions to it, as the tables stand. Immutable. */
record Book(
        List<Role> roles,
        Map<String, Role> byCode,
        List<Appointed> appointed,
        List<Incompatible> incompatibles,
        List<Permit> permits) {

    static Book of(
            List<Role> roles, List<Appointed> appointed, List<Incompatible> incompatibles, List<Permit> permits) {
        return new Book(
                List.copyOf(roles),
                roles.stream().collect(Collectors.toUnmodifiableMap(Role::code, role -> role)),
                List.copyOf(appointed),
                List.copyOf(incompatibles),
                List.copyOf(permits));
    }

    /** The same with one appointment more, to see what it would bring. */
    Book with(Appointed one) {
        var all = new ArrayList<>(appointed);
        all.add(one);
        return of(roles, all, incompatibles, permits);
    }

    /** Something a person does: a role or a class of posts, and for which unit. */
    record Part(String tag, @Nullable UnitId unit) {}

    /** What the person does on the roster's date. Deputies count: they act when they must. */
    List<Part> parts(PersonId person, Roster roster) {
        var parts = new ArrayList<Part>();
        var held = roster.appointmentsOf(person);
        for (var appointment : held) {
            roster.post(appointment.post())
                    .ifPresent(post ->
                            parts.add(new Part("POST:" + post.postClass().name(), appointment.unit())));
        }
        for (var one : appointed) {
            if (one.span().contains(roster.date())) {
                part(one, person, held, roster).ifPresent(parts::add);
            }
        }
        return parts;
    }

    private static Optional<Part> part(Appointed one, PersonId person, List<Appointment> held, Roster roster) {
        var tag = "ROLE:" + one.role();
        return switch (one.holder()) {
            case Appointed.Holder.ByPerson(var named) ->
                named.equals(person) ? Optional.of(new Part(tag, one.unit())) : Optional.empty();
            case Appointed.Holder.ByPost(var post) ->
                held.stream()
                        .filter(appointment -> appointment.post().equals(post))
                        .findFirst()
                        .map(_ -> new Part(tag, one.unit()));
            case Appointed.Holder.ByClass(var postClass) ->
                held.stream()
                        .filter(appointment -> roster.post(appointment.post())
                                .filter(post -> post.postClass() == postClass)
                                .isPresent())
                        .findFirst()
                        .map(appointment -> new Part(tag, appointment.unit()));
        };
    }

    /** The first two things the person may not do at once, if there are such. */
    Optional<Incompatible> conflict(PersonId person, Roster roster) {
        var parts = parts(person, roster);
        if (parts.size() < 2) {
            return Optional.empty();
        }
        for (var pair : incompatibles) {
            if (clash(pair, parts, roster) && !permitted(pair, person, roster)) {
                return Optional.of(pair);
            }
        }
        return Optional.empty();
    }

    private static boolean clash(Incompatible pair, List<Part> parts, Roster roster) {
        for (var one : parts) {
            if (!one.tag().equals(pair.one())) {
                continue;
            }
            for (var other : parts) {
                if (other.tag().equals(pair.other()) && (!pair.sameUnit() || meet(one.unit(), other.unit(), roster))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean meet(@Nullable UnitId one, @Nullable UnitId other, Roster roster) {
        return one == null || other == null || roster.command(one).equals(roster.command(other));
    }

    private boolean permitted(Incompatible pair, PersonId person, Roster roster) {
        for (var permit : permits) {
            if (pair.code().equals(permit.incompatible())
                    && person.equals(permit.person())
                    && permit.holds(roster.date())) {
                return true;
            }
        }
        return false;
    }
}
