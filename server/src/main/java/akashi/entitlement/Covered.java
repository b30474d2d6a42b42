package akashi.entitlement;

import akashi.access.IndividualRights;
import akashi.access.Prospects;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.PostClass;
import akashi.organization.Roster;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whose rights the recertification of a unit covers, line by line, as they stand today. */
@Component
class Covered {
    private static final Set<PostClass> HEADS =
            Set.of(PostClass.UNIT_HEAD, PostClass.SECTION_HEAD, PostClass.SYSTEM_GENERAL_MANAGER);

    private final IndividualRights rights;
    private final Prospects prospects;
    private final Organization organization;

    Covered(IndividualRights rights, Prospects prospects, Organization organization) {
        this.rights = rights;
        this.prospects = prospects;
        this.organization = organization;
    }

    /** Every 所属, and every unit above them with people of its own (総務室長, 部長), so that nobody is left out. */
    List<Unit> units() {
        var roster = organization.roster();
        var found = new LinkedHashSet<Unit>();
        roster.units().stream().filter(unit -> unit.kind().command()).forEach(found::add);
        for (var person : roster.people()) {
            roster.principalOf(person.id())
                    .filter(held -> roster.command(held.unit()).isEmpty())
                    .flatMap(held -> roster.unit(held.unit()))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** Staff numbers of those who head the unit: posts of heads directly in it. */
    List<String> heads(UnitId unit) {
        var roster = organization.roster();
        return roster.postsOf(unit).stream()
                .filter(post -> HEADS.contains(post.postClass()))
                .flatMap(post -> roster.holdersOf(post.id()).stream())
                .flatMap(held -> roster.person(held.person()).stream())
                .map(Person::staffNumber)
                .distinct()
                .sorted()
                .toList();
    }

    /** What is to be answered for everybody of the unit but these. */
    List<Campaign.Line> lines(UnitId unit, List<String> without) {
        var roster = organization.roster();
        return lines(
                roster.people().stream()
                        .filter(person -> !without.contains(person.staffNumber()))
                        .filter(person -> roster.principalOf(person.id())
                                .filter(held -> belongs(held.unit(), unit, roster))
                                .isPresent())
                        .toList(),
                roster);
    }

    /** What is to be answered for these people. */
    List<Campaign.Line> of(List<String> staff) {
        var roster = organization.roster();
        return lines(
                staff.stream()
                        .flatMap(one -> roster.byStaffNumber(one).stream())
                        .toList(),
                roster);
    }

    private static boolean belongs(UnitId place, UnitId unit, Roster roster) {
        var owner = roster.command(place).map(Unit::id).orElse(place);
        return owner.equals(unit);
    }

    private List<Campaign.Line> lines(List<Person> people, Roster roster) {
        var held = new HashMap<akashi.organization.PersonId, List<IndividualRights.Held>>();
        rights.held()
                .forEach(grant -> held.computeIfAbsent(grant.holder(), _ -> new ArrayList<>())
                        .add(grant));
        var lines = new ArrayList<Campaign.Line>();
        for (var person : people) {
            var open = prospects.of(person.id(), roster);
            if (!open.rights().isEmpty()) {
                var classes = open.offices().stream()
                        .map(office -> office.post().postClass().written())
                        .distinct()
                        .toList();
                lines.add(new Campaign.Line(person.staffNumber(), 0, String.join("・", classes)));
            }
            held.getOrDefault(person.id(), List.of())
                    .forEach(grant -> lines.add(new Campaign.Line(
                            person.staffNumber(),
                            grant.number(),
                            grant.operation().value() + " " + grant.act() + " " + grant.scope())));
        }
        return Campaign.sorted(lines);
    }

    /** Every individual grant that is not revoked, by its number. */
    Map<Long, IndividualRights.Held> held() {
        var byNumber = new HashMap<Long, IndividualRights.Held>();
        rights.held().forEach(grant -> byNumber.put(grant.number(), grant));
        return byNumber;
    }
}
