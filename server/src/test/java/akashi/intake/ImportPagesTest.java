package akashi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.operation.OperationCode;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.record.People;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@DoorTest
@Import(TestDevices.class)
class ImportPagesTest {
    private static final String PASSWORD = "せんべい汁-いちご煮-八戸";
    private static final String HEADER =
            "罪名,手口,管轄警察署（発生地）,管轄交番・駐在所（発生地）,市区町村コード（発生地）,都道府県（発生地）,市区町村（発生地）,町丁目（発生地）,発生年月日（始期）,発生時（始期）,発生場所の属性\r\n";

    private final MockMvc mvc;
    private final Accounts accounts;
    private final Imports imports;
    private final People people;

    ImportPagesTest(MockMvc mvc, Accounts accounts, Imports imports, Organization organization, Clock clock) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.imports = imports;
        this.people = new People(organization, clock);
    }

    @Test
    void theReportOnAnImportIsShownToTheUnitThatMadeIt() throws Exception {
        Asker asker = people.detective();
        String csv = HEADER + "窃盗,自転車盗,=cmd" + UUID.randomUUID().toString().substring(0, 6)
                + ",<b>北郷</b>,12246,北海道,千歳市,春日町,2018/8/2,04,道路上\r\n";
        ImportOutcome outcome = imports.take(
                new Imports.Request(
                        new OperationCode("crime-report"),
                        "report",
                        "police-open-data",
                        "見本.csv",
                        csv.getBytes(StandardCharsets.UTF_8)),
                asker);
        assertThat(outcome).isInstanceOf(ImportOutcome.Taken.class);
        long number = ((ImportOutcome.Taken) outcome).number();
        Browser browser = browser(asker);

        assertThat(browser.open("/records/import?operation=crime-report").getStatus())
                .isEqualTo(200);
        assertThat(browser.page()).contains("見本.csv").contains("犯罪オープンデータ").doesNotContainPattern("\\[intake\\.");
        assertThat(browser.open("/records/import/" + number).getStatus()).isEqualTo(200);
        assertThat(browser.page())
                .contains("失われた先頭の0を補った")
                .contains("012246")
                .contains("日付の書き方をそろえた")
                .doesNotContainPattern("\\[intake\\.");
        assertThat(browser.open("/records/import/" + number + "/repairs.csv").getContentType())
                .startsWith("text/csv");
        assertThat(browser.page()).contains("\"padded\",\"12246\",\"012246\"");

        Browser other = browser(people.at(TestForce.HIRO, PostClass.DETECTIVE));
        assertThat(other.open("/records/import/" + number).getStatus()).isEqualTo(404);
        assertThat(other.open("/records/import/999999999").getStatus()).isEqualTo(404);
    }

    @Test
    void whoeverMayNotImportSeesNoEarlierFiles() throws Exception {
        Browser browser = browser(people.at(TestForce.HACHI, PostClass.AUDITOR));

        assertThat(browser.open("/records/import?operation=crime-report").getStatus())
                .isEqualTo(200);
        assertThat(browser.page()).doesNotContain("最近の取込み");
        assertThat(browser.open("/records/import?operation=NO").getStatus()).isEqualTo(404);
    }

    private Browser browser(Asker asker) throws Exception {
        accounts.open(asker.personId(), PASSWORD);
        return new Browser(mvc).signIn(asker.staffNumber(), PASSWORD);
    }
}
