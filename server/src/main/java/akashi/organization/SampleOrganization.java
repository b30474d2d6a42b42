package akashi.organization;

import akashi.usage.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** The sample prefecture (見本): generated units and about 2,300 staff, for demonstration only; every row is marked. */
@Service
public class SampleOrganization {
    SampleOrganization() {}

    /**
     * Loads the sample prefecture if it is not there yet, and gives the people demonstration accounts are for, in the
     * order they should be shown. Refuses a database that holds an organisation of its own.
     */
    public List<SamplePerson> load(Actor by) {
        throw new IllegalStateException("the sample is being built: " + by.staffNumber());
    }

    /**
     * A recognisable person of the sample.
     *
     * @param key stable name of the part played: {@code BOX_OFFICER}, {@code DETECTIVE}, {@code AUDITOR}, …
     */
    public record SamplePerson(
            String key, PersonId person, String staffNumber, String name, String romaji, String role, String roleEn) {}
}
