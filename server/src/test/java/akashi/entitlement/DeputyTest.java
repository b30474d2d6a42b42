package akashi.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.account.TestDevices;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.reorganization.ImportFile;
import akashi.reorganization.OrganizationImport;
import akashi.tlog.TreeCheck;
import akashi.usage.Actor;
import akashi.usage.Use;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;

/** Whoever stands in for the head of a section does the head's business, and only while the head cannot. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class, Holders.Setup.class})
@ExtendWith(TreeCheck.class)
class DeputyTest {
    private final Requests requests;
    private final Organization organization;
    private final OrganizationImport imports;
    private final Holders holders;

    DeputyTest(Requests requests, Organization organization, OrganizationImport imports, Holders holders) {
        this.requests = requests;
        this.organization = organization;
        this.imports = imports;
        this.holders = holders;
    }

    @Test
    void theDeputyApprovesARequestWhileTheHeadCannotAct() throws Exception {
        var version = holders.closedTo(PostClass.CIVILIAN);
        var section = version.definition().management().section();
        var today = organization.roster().date();
        var head = holders.force.officer(TestForce.HIRO, PostClass.OFFICER);
        var deputy = holders.force.officer(TestForce.HIRO, PostClass.OFFICER);
        imported(
                "所属コード,所属名,種別,開始日\n" + section + ",見本主管課,課,2014-04-01",
                "職コード,所属コード,職名,職区分,開始日,代理順位\n" + section + "/1," + section + ",課長,本部の課長,2014-04-01," + section + "/2\n"
                        + section + "/2," + section + ",次席,捜査員,2014-04-01,",
                "職員番号,職コード,任用区分,開始日\n" + head.staffNumber() + "," + section + "/1,本務," + today + "\n"
                        + deputy.staffNumber() + "," + section + "/2,本務," + today);
        var civilian = holders.force.officer(TestForce.HACHI, PostClass.CIVILIAN);
        var asker = holders.askers.of(holders.force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        var wanted = new Request.Wanted(version.code(), Act.CONTENT, Scope.OWN_UNIT, today, today.plusMonths(6));
        var number = requests.keep(
                TestForce.HACHI,
                wanted,
                List.of(civilian.staffNumber()),
                "捜査本部の事務のため",
                asker.actor(),
                new Use.Ruling("test", "1", true));
        var browser = holders.browser(deputy);
        assertThat(browser.open("/entitlements").getStatus())
                .as("while the head acts")
                .isEqualTo(404);

        holders.force.suspend(head);

        assertThat(browser.open("/entitlements").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("承認して付与する", civilian.staffNumber());
        assertThat(browser.send("/entitlements/" + number + "/decide", "answer", "grant")
                        .getStatus())
                .as(browser.page())
                .isEqualTo(303);
        assertThat(holders.right(civilian, version)).isTrue();
        assertThat(organization.roster().standingIn(deputy.id())).hasSize(1);
        assertThat(organization.roster().standingIn(head.id())).isEmpty();
    }

    private void imported(String... texts) {
        var files = new ArrayList<ImportFile>();
        for (var text : texts) {
            files.add(new ImportFile("組織.csv", text.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(imports.apply(files, Actor.system("entitlement-test"))
                        .report()
                        .faults())
                .isEmpty();
    }
}
