package akashi.entitlement;

import akashi.access.Access;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.organization.UnitId;
import akashi.usage.Actor;
import akashi.usage.Use;
import java.util.List;
import org.springframework.stereotype.Service;

/** A request that waits and a recertification under way (見本), for demonstration only. */
@Service
public class SampleEntitlements {
    private static final String HEAD = "990005";

    private final Requests requests;
    private final Campaigns campaigns;
    private final Operations operations;
    private final Organization organization;

    SampleEntitlements(Requests requests, Campaigns campaigns, Operations operations, Organization organization) {
        this.requests = requests;
        this.campaigns = campaigns;
        this.operations = operations;
        this.organization = organization;
    }

    /** Enters them unless there are any. */
    public void load() {
        var roster = organization.roster();
        var head = roster.byStaffNumber(HEAD).flatMap(person -> roster.principalOf(person.id()));
        if (head.isEmpty() || !requests.latest().isEmpty()) {
            return;
        }
        var unit = roster.command(head.get().unit()).orElseThrow();
        var actor = new Actor(HEAD, head.get().person().value().toString(), "", unit.code(), "", "page");
        request(unit.id(), unit.code(), actor);
        var due = roster.date().plusDays(Campaigns.DAYS);
        var _ = campaigns.open(List.of(unit.code()), Campaign.Ground.ORDERED, due, Actor.system("demo"));
    }

    /** For two civilians of the unit, a content right that their class does not have. */
    private void request(UnitId unit, String code, Actor actor) {
        var roster = organization.roster();
        var staff = roster.people().stream()
                .filter(person -> roster.principalOf(person.id())
                        .filter(held -> roster.within(held.unit(), unit))
                        .flatMap(held -> roster.post(held.post()))
                        .filter(post -> post.postClass() == PostClass.CIVILIAN)
                        .isPresent())
                .map(person -> person.staffNumber())
                .sorted()
                .limit(2)
                .toList();
        var version = operations.inForce().stream()
                .filter(one -> one.definition()
                                .eligible(Act.CONTENT, PostClass.CIVILIAN)
                                .isEmpty()
                        && one.definition()
                                .eligible(Act.CONTENT, PostClass.DETECTIVE)
                                .isPresent())
                .findFirst();
        if (staff.isEmpty() || version.isEmpty()) {
            return;
        }
        var today = roster.date();
        var wanted = new Request.Wanted(
                version.get().code(), Act.CONTENT, Scope.OWN_UNIT, today.plusDays(7), today.plusMonths(6));
        var _ = requests.keep(
                code, wanted, staff, "捜査本部の事務を補助するため（見本）", actor, new Use.Ruling("AK-20", Access.VERSION, true));
    }
}
