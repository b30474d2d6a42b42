package akashi.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.account.TestDevices;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.reorganization.ImportFile;
import akashi.reorganization.OrganizationImport;
import akashi.tlog.TreeCheck;
import akashi.usage.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;

/** Recertifications that begin and move by themselves. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class, Holders.Setup.class})
@ExtendWith(TreeCheck.class)
class CampaignJobTest {
    private final Campaigns campaigns;
    private final Organization organization;
    private final OrganizationImport imports;
    private final MovableClock clock;
    private final Holders holders;

    CampaignJobTest(
            Campaigns campaigns,
            Organization organization,
            OrganizationImport imports,
            MovableClock clock,
            Holders holders) {
        this.campaigns = campaigns;
        this.organization = organization;
        this.imports = imports;
        this.clock = clock;
        this.holders = holders;
    }

    @Test
    void aUnitThatEndsHandsItsRecertificationToItsSuccessorAndTakesNoNewOne() {
        var today = organization.roster().date();
        units("RZ-A,見本第一課,課,2014-04-01,,", "RZ-C,見本第三課,課,2014-04-01,,");
        assertThat(open("RZ-A")).isInstanceOf(Campaigns.Opening.Opened.class);
        units(
                "RZ-A,見本第一課,課,2014-04-01," + today + ",",
                "RZ-C,見本第三課,課,2014-04-01," + today + ",",
                "RZ-B,見本新課,課," + today.plusDays(1) + ",,RZ-A");
        clock.move(Duration.ofDays(1));

        campaigns.look();

        assertThat(states("RZ-A")).containsExactly(Campaign.State.MOVED);
        assertThat(states("RZ-B")).containsExactly(Campaign.State.OPEN);
        assertThat(open("RZ-A"))
                .isEqualTo(Campaigns.Opening.Refused.of("entitlement.fault.abolished-into", "RZ-A", "見本新課（RZ-B）"));
        assertThat(open("RZ-C")).isEqualTo(Campaigns.Opening.Refused.of("entitlement.fault.abolished", "RZ-C"));
        assertThat(states("RZ-C")).isEmpty();
        clock.move(Duration.ofDays(-1));
    }

    @Test
    void transfersAndTheYearBringRecertificationsByThemselves() {
        units("RZ-T,見本転入課,課,2014-04-01,,");
        var member = holders.force.officer(TestForce.HIRO, PostClass.OFFICER);
        var posts = "職コード,所属コード,職名,職区分,開始日\nRZ-T/1,RZ-T,係員,警察官,2014-04-01";
        var day = organization.roster().date().plusDays(2);
        var moves = "職員番号,職コード,任用区分,開始日\n" + member.staffNumber() + ",RZ-T/1,本務," + day;
        imported(posts, moves);
        campaigns.look();
        assertThat(states("RZ-T")).isEmpty();

        clock.move(Duration.ofDays(2));
        campaigns.look();
        campaigns.look();

        assertThat(states("RZ-T")).containsExactly(Campaign.State.OPEN);
        var june = LocalDate.of(day.getYear() + 1, 6, 2);
        var away = Duration.ofDays(java.time.temporal.ChronoUnit.DAYS.between(day, june));
        clock.move(away);
        campaigns.look();
        assertThat(states(TestForce.CRIME)).containsExactly(Campaign.State.OPEN);
        assertThat(states(TestForce.GENERAL)).hasSize(1);
        var later = Duration.ofDays(20);
        clock.move(later);
        campaigns.look();
        assertThat(states(TestForce.CRIME)).as("once a year").hasSize(1);
        clock.move(away.plusDays(2).plus(later).negated());
    }

    private Campaigns.Opening open(String unit) {
        var due = organization.roster().date().plusDays(30);
        return campaigns.open(List.of(unit), Campaign.Ground.ORDERED, due, Actor.system("entitlement-test"));
    }

    private List<Campaign.State> states(String unit) {
        return campaigns.latest().stream()
                .filter(campaign -> campaign.unit().equals(unit))
                .map(Campaign::state)
                .toList();
    }

    private void units(String... lines) {
        imported("所属コード,所属名,種別,開始日,終了日,承継元\n" + String.join("\n", lines));
    }

    private void imported(String... texts) {
        var files = new ArrayList<ImportFile>();
        for (var text : texts) {
            files.add(new ImportFile("組織.csv", text.getBytes(StandardCharsets.UTF_8)));
        }
        var outcome = imports.apply(files, Actor.system("entitlement-test"));
        assertThat(outcome.report().faults()).isEmpty();
    }
}
