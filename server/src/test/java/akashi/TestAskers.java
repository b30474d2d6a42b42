package akashi;

import akashi.access.Asker;
import akashi.account.Device;
import akashi.account.DeviceClass;
import akashi.account.SignedIn;
import akashi.organization.Organization;
import java.time.Clock;

/** Askers as a request would make them, for tests of facades. */
public final class TestAskers {
    private final Organization organization;
    private final Clock clock;

    public TestAskers(Organization organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
    }

    /** The member in the post held today, at a station's terminal. */
    public Asker of(TestForce.Member member) {
        var roster = organization.roster();
        var held = roster.principalOf(member.id()).orElseThrow();
        var unit = roster.unit(held.unit()).orElseThrow();
        var office = new Asker.Office(held, roster.post(held.post()).orElseThrow(), unit);
        var session = new SignedIn(member.id(), member.staffNumber(), "session", "PC-014", clock.instant());
        return new Asker(
                session,
                roster.person(member.id()).orElseThrow(),
                office,
                java.util.List.of(),
                new Device("PC-014", DeviceClass.STATION, unit.id(), "1階"),
                "page");
    }
}
