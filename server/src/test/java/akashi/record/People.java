package akashi.record;

import akashi.TestForce;
import akashi.access.Asker;
import akashi.account.DeviceClass;
import akashi.account.SignedIn;
import akashi.account.TestDevices;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import java.time.Clock;
import java.util.List;

/** Askers for tests of records, each a person of their own. */
public final class People {
    private final TestForce force;
    private final Organization organization;
    private final Clock clock;

    public People(Organization organization, Clock clock) {
        this.force = new TestForce(organization);
        this.organization = organization;
        this.clock = clock;
    }

    public TestForce force() {
        return force;
    }

    public Asker at(String unit, PostClass postClass) {
        TestForce.Member member = force.officer(unit, postClass);
        var roster = organization.roster();
        var held = roster.principalOf(member.id()).orElseThrow();
        return new Asker(
                new SignedIn(member.id(), member.staffNumber(), "test", "PC-014", clock.instant()),
                roster.person(member.id()).orElseThrow(),
                new Asker.Office(
                        held,
                        roster.post(held.post()).orElseThrow(),
                        roster.unit(held.unit()).orElseThrow()),
                List.of(),
                TestDevices.device("PC-014", DeviceClass.STATION),
                "page");
    }

    public Asker detective() {
        return at(TestForce.HACHI, PostClass.DETECTIVE);
    }

    public Asker supervisor() {
        return at(TestForce.HACHI, PostClass.STATION_SUPERVISOR);
    }

    public Asker head() {
        return at(TestForce.HACHI, PostClass.UNIT_HEAD);
    }
}
