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
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@DoorTest
@TestPropertySource(properties = "akashi.terminal.source=chosen")
class TerminalPagesTest {
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";

    private final Accounts accounts;
    private final TestForce force;
    private final MockMvc mvc;

    TerminalPagesTest(Terminals terminals, Accounts accounts, Organization organization, MockMvc mvc) {
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

    private Browser signedIn(PostClass postClass) throws Exception {
        var member = force.officer(TestForce.HACHI, postClass);
        accounts.open(member.id(), PASSWORD);
        return new Browser(mvc).signIn(member.staffNumber(), PASSWORD);
    }
}
