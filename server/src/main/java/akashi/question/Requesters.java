package akashi.question;

import akashi.organization.Organization;
import akashi.usage.Actor;
import java.util.Optional;

/** Who the requester of an inquiry on behalf is in the organisation today. */
final class Requesters {
    private Requesters() {}

    /**
     * What the ledger says of an officer.
     *
     * @param unit code of the unit of the principal post, empty where the officer holds none today
     */
    record Known(String personId, String post, String unit) {}

    /** The officer of this staff number, if there is one today. */
    static Optional<Known> find(Organization organization, String staffNumber) {
        var roster = organization.roster();
        return roster.byStaffNumber(staffNumber).map(person -> {
            var id = person.id().value().toString();
            return roster.principalOf(person.id())
                    .flatMap(held -> roster.post(held.post())
                            .flatMap(post ->
                                    roster.unit(held.unit()).map(unit -> new Known(id, post.code(), unit.code()))))
                    .orElse(new Known(id, "", ""));
        });
    }

    /** The requester as entries of the usage log name one. */
    static Actor actor(Organization organization, Requester requester) {
        var known = requester.staffNumber().isBlank()
                ? Optional.<Known>empty()
                : find(organization, requester.staffNumber());
        return requester.actor(
                known.map(Known::personId).orElse(""), known.map(Known::post).orElse(""));
    }
}
