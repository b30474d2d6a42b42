package akashi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.DeviceClass;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.usage.Actor;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@DoorTest
@TestPropertySource(properties = "akashi.terminal.source=chosen")
class TerminalPagesTest {
    private final Accounts accounts;
    private final TestForce force;
    private final MockMvc mvc;
    private final JdbcClient jdbc;

    TerminalPagesTest(Terminals terminals, Accounts accounts, Organization organization, MockMvc mvc, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.force = new TestForce(organization);
        this.mvc = mvc;
        for (var number : new String[] {"A-SAMPLE-1", "A-SAMPLE-2"}) {
            if (terminals.all().stream().noneMatch(known -> known.number().equals(number))) {
                var _ = terminals.register(
                        number,
                        DeviceClass.STATION,
                        force.unit(TestForce.HACHI),
                        "1階 <受付>",
                        null,
                        LocalDate.of(2024, 4, 1),
                        Actor.system("test"));
            }
        }
    }

    @Test
    void theSessionMovesToTheSampleTerminalThatWasChosen() throws Exception {
        var browser = signedIn(PostClass.OFFICER);
        assertThat(browser.open("/terminals/choose").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("A-SAMPLE-1", "A-SAMPLE-2", "八戸署").doesNotContain("<受付>");
        var response = browser.send("/terminals/choose", "number", "A-SAMPLE-2");
        assertThat(response.getHeader("Location")).isEqualTo("/terminals/choose");
        var _ = browser.open("/terminals/choose");

        assertThat(browser.page()).contains("端末 A-SAMPLE-2 に替わりました").contains("<span class=\"mono\">A-SAMPLE-2</span>");
    }

    @Test
    void aTerminalThatIsNotThereCannotBeChosen() throws Exception {
        var browser = signedIn(PostClass.OFFICER);
        var _ = browser.open("/terminals/choose");

        assertThat(browser.send("/terminals/choose", "number", "PC-999").getStatus())
                .isEqualTo(404);
    }

    @Test
    void theRegisterIsForHeads() throws Exception {
        assertThat(signedIn(PostClass.OFFICER).open("/terminals").getStatus()).isEqualTo(404);
        var head = signedIn(PostClass.UNIT_HEAD);

        assertThat(head.open("/terminals").getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("端末台帳", "A-SAMPLE-1", "定めなし");
    }

    @Test
    void keepersRegisterATerminalAndOthersDoNot() throws Exception {
        assertThat(signedIn(PostClass.UNIT_HEAD).open("/terminals/new").getStatus())
                .isEqualTo(404);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var _ = keeper.open("/terminals");
        assertThat(keeper.page()).contains("href=\"/terminals/new\"");
        assertThat(keeper.open("/terminals/new").getStatus()).isEqualTo(200);
        var added = add(keeper, "A-NEW-1", "device-new-1", "2030-01-01");
        assertThat(added.getHeader("Location")).isEqualTo("/terminals");
        var _ = keeper.open("/terminals");
        assertThat(keeper.page()).contains("端末 A-NEW-1 を登録しました", "開始前");
        assertThat(uses("TERMINAL_REGISTER")).isPositive();
    }

    @Test
    void whatIsWrongWithANewTerminalIsSaid() throws Exception {
        var keeper = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        var _ = keeper.open("/terminals/new");

        assertThat(add(keeper, "<b>", "d-1", "2030-01-01").getStatus()).isEqualTo(422);
        assertThat(keeper.page()).contains("端末番号は英数字").doesNotContain("<b>");
        assertThat(add(keeper, "A-NEW-2", "", "2030-01-01").getStatus()).isEqualTo(422);
        assertThat(add(keeper, "A-NEW-2", "d-2", "2001-01-01").getStatus()).isEqualTo(422);
        assertThat(keeper.page()).contains("今日からあとの日");
        assertThat(add(keeper, "A-SAMPLE-1", "d-3", "2030-01-01").getStatus()).isEqualTo(422);
        assertThat(keeper.page()).contains("すでに登録されています");
        assertThat(keeper.send(
                                "/terminals/new",
                                "number",
                                "A-NEW-3",
                                "kind",
                                "BOX",
                                "unit",
                                "NOWHERE",
                                "place",
                                "1階",
                                "address",
                                "d-4",
                                "from",
                                "2030-01-01")
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeper.page()).contains("所属を選んでください");
    }

    @Test
    void aLostTerminalIsSuspendedByItsOwnHeadAndResumedByAKeeper() throws Exception {
        var head = signedIn(PostClass.UNIT_HEAD);
        assertThat(head.open("/terminals/one?number=A-SAMPLE-2").getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("利用を停止する").doesNotContain("廃止する");
        assertThat(step(head, "A-SAMPLE-2", "SUSPEND", "").getStatus()).isEqualTo(422);
        assertThat(head.page()).contains("3文字以上");
        assertThat(step(head, "A-SAMPLE-2", "RETIRE", "紛失の届出").getStatus()).isEqualTo(404);
        assertThat(step(head, "A-SAMPLE-2", "SUSPEND", "紛失の届出").getStatus()).isEqualTo(303);
        var _ = head.open("/terminals");
        assertThat(head.page()).contains("端末 A-SAMPLE-2 の利用を停止しました", "利用停止");

        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var _ = keeper.open("/terminals/one?number=A-SAMPLE-2");
        assertThat(keeper.page()).contains("利用を再開する", "廃止する");
        assertThat(step(keeper, "A-SAMPLE-2", "SUSPEND", "紛失の届出").getStatus()).isEqualTo(422);
        assertThat(keeper.page()).contains("ほかの人が先に変えました");
        assertThat(step(keeper, "A-SAMPLE-2", "RESUME", "発見の届出").getStatus()).isEqualTo(303);
        var _ = keeper.open("/terminals/one?number=A-SAMPLE-2");
        assertThat(keeper.page()).contains("使用中", "廃止する");
    }

    @Test
    void nobodySuspendsATerminalOfAnotherUnitOrTheOneInUse() throws Exception {
        var other = signedIn(TestForce.HIRO, PostClass.UNIT_HEAD);
        assertThat(other.open("/terminals/one?number=A-SAMPLE-2").getStatus()).isEqualTo(200);
        assertThat(other.page()).doesNotContain("利用を停止する");
        assertThat(step(other, "A-SAMPLE-2", "SUSPEND", "紛失の届出").getStatus()).isEqualTo(404);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var _ = keeper.open("/terminals/choose");
        var used =
                Pattern.compile("who-place\">.*?<span class=\"mono\">([^<]+)<").matcher(keeper.page());
        assertThat(used.find()).isTrue();
        assertThat(step(keeper, used.group(1), "RETIRE", "更新のため").getStatus()).isEqualTo(422);
        assertThat(keeper.page()).contains("いま使っている端末");
    }

    @Test
    void aRetiredTerminalStaysInTheRegister() throws Exception {
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var _ = keeper.open("/terminals/new");
        var _ = add(keeper, "A-OLD-1", "device-old-1", LocalDate.of(2031, 4, 1).toString());
        assertThat(step(keeper, "A-OLD-1", "RETIRE", "更新のため").getStatus()).isEqualTo(303);
        assertThat(keeper.open("/terminals/one?number=A-OLD-1").getStatus()).isEqualTo(200);
        assertThat(keeper.open("/terminals/one?number=A-NONE").getStatus()).isEqualTo(404);
    }

    private static MockHttpServletResponse add(Browser browser, String number, String address, String from)
            throws Exception {
        return browser.send(
                "/terminals/new",
                "number",
                number,
                "kind",
                "BOX",
                "unit",
                TestForce.HACHI_BOX,
                "place",
                "1階",
                "address",
                address,
                "from",
                from);
    }

    private static MockHttpServletResponse step(Browser browser, String number, String step, String paper)
            throws Exception {
        return browser.send("/terminals/one", "number", number, "step", step, "paper", paper);
    }

    private long uses(String act) {
        return jdbc.sql("select count(*) as n from usage_pending where act = :act")
                .param("act", act)
                .query((row, _) -> row.getLong("n"))
                .single();
    }

    private Browser signedIn(PostClass postClass) throws Exception {
        return signedIn(TestForce.HACHI, postClass);
    }

    private Browser signedIn(String unit, PostClass postClass) throws Exception {
        var member = force.officer(unit, postClass);
        return Browser.of(mvc, accounts, member);
    }
}
