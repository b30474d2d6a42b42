package akashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.SignedInTest;
import akashi.TestForce;
import akashi.TestRecords;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.document.CautionNote;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.record.RecordLoader;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

@SignedInTest
class DeskPagesTest {
    private static final Pattern CALLER = Pattern.compile("/desk\\?caller=(\\d+)");
    private static final String UNTRANSLATED = "(?s).*\\[[a-z]+\\.[a-z0-9.-]+.*";

    private final MockMvc mvc;
    private final Accounts accounts;
    private final TestForce force;
    private final TestRecords records;

    DeskPagesTest(
            MockMvc mvc,
            Accounts accounts,
            MovableClock clock,
            Organization organization,
            RecordLoader loader,
            Operations operations) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.force = new TestForce(organization);
        this.records = new TestRecords(loader, operations, organization, clock);
    }

    @Test
    void threeCallersKeepTheirOwnPurposeAndNumber() throws Exception {
        var desk = signedIn(TestForce.CRIME, PostClass.INQUIRY_CENTRE);
        assertThat(desk.open("/desk").getStatus()).isEqualTo(200);
        assertThat(desk.page()).contains("受付中の依頼者はいません");
        var first = take(desk, "callSign", "八戸32", "channel", "RADIO");
        var second = take(desk, "callSign", "弘前11", "channel", "RADIO");
        var officer = force.officer(TestForce.HIRO, PostClass.OFFICER);
        var third = take(desk, "staffNumber", officer.staffNumber(), "channel", "RADIO");

        var plate = TestRecords.plate();
        var _ = records.stolenVehicle(
                TestForce.HIRO, plate, new CautionNote("armed", "届出人", LocalDate.of(2026, 11, 1)));
        assertThat(ask(desk, first, "110-1122-0001", plate)).isEqualTo(200);
        assertThat(desk.page())
                .contains("復唱文", "八戸32、照会の結果を送ります", "注意、凶器所持のおそれ。", "登録署、弘前署。", "復唱してください")
                .doesNotContain("見本 花子")
                .doesNotMatch(UNTRANSLATED);
        assertThat(ask(desk, second, "110-1122-0002", "八戸 599 わ 99-97")).isEqualTo(200);
        assertThat(desk.page()).contains("弘前11、照会の結果を送ります", "該当なし。");

        var _ = desk.open("/desk?caller=" + first);
        assertThat(desk.page()).contains("value=\"110-1122-0001\"", "data-key=\"PageDown\"", "前の回答 #");
        var _ = desk.open("/desk?caller=" + second);
        assertThat(desk.page()).contains("value=\"110-1122-0002\"");
        var _ = desk.open("/desk?caller=" + third);
        assertThat(desk.page()).contains("弘前署 巡査部長 見本 太郎").doesNotContain("value=\"110-1122");
    }

    @Test
    void aTelephoneCallerIsCalledBackBeforeAnythingIsAsked() throws Exception {
        var desk = signedIn(TestForce.CRIME, PostClass.INQUIRY_CENTRE);
        var officer = force.officer(TestForce.HIRO, PostClass.OFFICER);
        var caller = take(desk, "staffNumber", officer.staffNumber(), "channel", "PHONE");

        assertThat(desk.page()).contains("折返し未了", "登録された内線に折り返して").doesNotContain("name=\"plate\"");
        assertThat(ask(desk, caller, "110-1122-0003", TestRecords.plate())).isEqualTo(422);
        assertThat(desk.send("/desk/callers/" + caller + "/called-back", "extension", " ")
                        .getStatus())
                .isEqualTo(422);
        assertThat(desk.send("/desk/callers/" + caller + "/called-back", "extension", "3451")
                        .getStatus())
                .isEqualTo(303);
        assertThat(ask(desk, caller, "110-1122-0003", TestRecords.plate())).isEqualTo(200);
        assertThat(desk.page()).contains("折返し済み", "内線 3451");

        assertThat(desk.send("/desk/callers/" + caller + "/close").getStatus()).isEqualTo(303);
        assertThat(desk.send("/desk/callers/" + caller + "/close").getStatus()).isEqualTo(404);
        assertThat(desk.open("/desk?caller=" + caller).getStatus()).isEqualTo(404);
    }

    @Test
    void theTabAndWhatIsWrongStayWithTheCaller() throws Exception {
        var desk = signedIn(TestForce.CRIME, PostClass.INQUIRY_CENTRE);
        var caller = take(desk, "callSign", "青森1", "channel", "RADIO");

        assertThat(desk.send("/desk/callers/" + caller + "/kind", "to", "person", "purpose", "traffic-control")
                        .getHeader("Location"))
                .isEqualTo("/desk?caller=" + caller + "&kind=person");
        var _ = desk.open("/desk?caller=" + caller + "&kind=person");
        assertThat(desk.page()).contains("value=\"traffic-control\" selected", "name=\"residenceCard\"");
        assertThat(desk.send("/desk/callers/" + caller + "/ask", "kind", "vehicle", "plate", "青森")
                        .getStatus())
                .isEqualTo(422);
        assertThat(desk.page()).contains("id=\"e-plate\"").doesNotMatch(UNTRANSLATED);
    }

    @Test
    void anUnknownCallerIsNotTaken() throws Exception {
        var desk = signedIn(TestForce.CRIME, PostClass.INQUIRY_CENTRE);
        var _ = desk.open("/desk");

        assertThat(desk.send("/desk/callers").getStatus()).isEqualTo(422);
        assertThat(desk.send("/desk/callers", "staffNumber", "nobody").getStatus())
                .isEqualTo(422);
        assertThat(desk.send("/desk/callers", "callSign", "\u202E<b>").getStatus())
                .isEqualTo(422);
        assertThat(desk.page()).contains("呼出名に読めない文字があるか").doesNotContain("<b>");
        for (int i = 0; i < 12; i++) {
            var _ = take(desk, "callSign", "混雑" + i);
        }
        assertThat(desk.send("/desk/callers", "callSign", "混雑12").getStatus()).isEqualTo(422);
    }

    @Test
    void theDeskIsForTheInquiryCentreAndItsOwnCallers() throws Exception {
        var officer = signedIn(TestForce.HACHI, PostClass.OFFICER);
        assertThat(officer.open("/desk").getStatus()).isEqualTo(404);
        var desk = signedIn(TestForce.CRIME, PostClass.INQUIRY_CENTRE);
        var caller = take(desk, "callSign", "青森2");
        var other = signedIn(TestForce.CRIME, PostClass.INQUIRY_CENTRE);
        var _ = other.open("/desk");

        assertThat(other.open("/desk?caller=" + caller).getStatus()).isEqualTo(404);
        assertThat(other.send("/desk/callers/" + caller + "/called-back", "extension", "1")
                        .getStatus())
                .isEqualTo(404);
    }

    private static int ask(Browser desk, String caller, String reference, String plate) throws Exception {
        return desk.send(
                        "/desk/callers/" + caller + "/ask",
                        "kind",
                        "vehicle",
                        "purpose",
                        "stop-and-question",
                        "caseReference",
                        reference,
                        "plate",
                        plate,
                        "operation",
                        "stolen-vehicle")
                .getStatus();
    }

    /** Takes a call, shows the caller, and gives the caller's number. */
    private static String take(Browser desk, String... fields) throws Exception {
        var _ = desk.open("/desk");
        var location = desk.send("/desk/callers", fields).getHeader("Location");
        var found = CALLER.matcher(location == null ? "" : location);
        assertThat(found.find()).as("the call was taken").isTrue();
        var _ = desk.open("/desk?caller=" + found.group(1));
        return found.group(1);
    }

    private Browser signedIn(String unit, PostClass postClass) throws Exception {
        var member = force.officer(unit, postClass);
        return Browser.of(mvc, accounts, member);
    }
}
