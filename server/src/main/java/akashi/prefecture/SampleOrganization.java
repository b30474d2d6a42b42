package akashi.prefecture;

import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.Roster;
import akashi.reorganization.Reorganization;
import akashi.usage.Actor;
import akashi.usage.Use;
import java.util.List;
import org.springframework.stereotype.Service;

/** The sample prefecture (見本): generated units and about 2,300 staff, for demonstration only; every row is marked. */
@Service
public class SampleOrganization {
    private static final long SEED = 20110601;

    private final Organization organization;
    private final Reorganization reorganization;

    SampleOrganization(Organization organization, Reorganization reorganization) {
        this.organization = organization;
        this.reorganization = reorganization;
    }

    /**
     * Loads the sample prefecture if it is not there yet, and gives the people demonstration accounts are for, in the
     * order they should be shown. For demonstration and tests only: it joins whatever the database holds.
     */
    public List<SamplePerson> load(Actor by) {
        organization.changed();
        var roster = organization.roster();
        if (roster.byStaffNumber(SampleCast.PARTS.getFirst().staffNumber()).isEmpty()) {
            var applied = reorganization.apply(
                    new SamplePrefecture(SEED, roster.date()).lines(), Use.of("ORGANIZATION_SAMPLE", by), _ -> {});
            if (!applied.done()) {
                throw new IllegalStateException(
                        "the sample contradicts itself: " + applied.plan().faults());
            }
        }
        return cast(organization.roster());
    }

    private static List<SamplePerson> cast(Roster roster) {
        return SampleCast.PARTS.stream()
                .flatMap(part -> roster.byStaffNumber(part.staffNumber()).stream()
                        .map(person -> new SamplePerson(
                                part.key(),
                                person.id(),
                                person.staffNumber(),
                                person.name(),
                                person.romaji(),
                                part.role(),
                                part.roleEn())))
                .toList();
    }

    /**
     * A recognisable person of the sample.
     *
     * @param key stable name of the part played: {@code BOX_OFFICER}, {@code DETECTIVE}, {@code AUDITOR}, …
     */
    public record SamplePerson(
            String key, PersonId person, String staffNumber, String name, String romaji, String role, String roleEn) {}
}
