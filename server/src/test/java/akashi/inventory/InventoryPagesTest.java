package akashi.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.tlog.TreeCheck;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class})
@ExtendWith(TreeCheck.class)
class InventoryPagesTest {
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";
    private static final String UNTRANSLATED = "(?s).*\\[[a-z]+\\.[a-zA-Z0-9.-]+.*";

    private final MockMvc mvc;
    private final Accounts accounts;
    private final Scopes scopes;
    private final Releases releases;
    private final TestForce.Member keeper;
    private final TestForce.Member manager;

    InventoryPagesTest(
            MockMvc mvc,
            Accounts accounts,
            Scopes scopes,
            Releases releases,
            Organization organization,
            JdbcClient jdbc) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.scopes = scopes;
        this.releases = releases;
        var force = new TestForce(organization, jdbc);
        this.keeper = force.officer(TestForce.GENERAL, PostClass.INFORMATION_MANAGEMENT);
        this.manager = force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
    }

    private Browser signedIn(TestForce.Member member) throws Exception {
        if (!accounts.has(member.id())) {
            accounts.open(member.id(), PASSWORD);
        }
        return new Browser(mvc).signIn(member.staffNumber(), PASSWORD);
    }

    @Test
    void whatBelongsIsListedAndTakenOffByWhoRunsTheSystem() throws Exception {
        var keeping = signedIn(keeper);
        assertThat(keeping.open("/procedures/scope").getStatus()).isEqualTo(200);
        assertThat(keeping.page()).contains("端末装置のみ", "みなし").doesNotMatch(UNTRANSLATED);
        String[] good = {
            "name",
            "室内LAN",
            "kind",
            "SYSTEM",
            "section",
            TestForce.GENERAL,
            "ground",
            "OUTSIDE",
            "reason",
            "一室内だけで使う",
            "paper",
            "総情第2号",
            "since",
            "2026-04-01"
        };
        var wrong = new ArrayList<>(List.of(good));
        wrong.set(1, "x");
        assertThat(keeping.send("/procedures/scope", wrong.toArray(String[]::new))
                        .getStatus())
                .isEqualTo(422);
        wrong.set(1, "室内LAN");
        wrong.set(5, "NOWHERE");
        assertThat(keeping.send("/procedures/scope", wrong.toArray(String[]::new))
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeping.page()).contains("所属コードが見つかりません");
        wrong.set(5, TestForce.GENERAL);
        wrong.set(13, "きのう");
        assertThat(keeping.send("/procedures/scope", wrong.toArray(String[]::new))
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeping.send("/procedures/scope", good).getHeader("Location"))
                .isEqualTo("/procedures/scope");
        var scoped = scopes.standing().stream()
                .filter(one -> one.name().equals("室内LAN"))
                .findFirst()
                .orElseThrow();
        assertThat(keeping.send("/procedures/scope/" + scoped.number() + "/end").getHeader("Location"))
                .isEqualTo("/procedures/scope");
        assertThat(scopes.standing()).doesNotContain(scoped);
    }

    @Test
    void oneWritesAReleaseDownAndAnotherSignsIt() throws Exception {
        var keeping = signedIn(keeper);
        assertThat(keeping.open("/procedures/releases").getStatus()).isEqualTo(200);
        assertThat(keeping.send("/procedures/releases", "version", "0.1.0").getStatus())
                .isEqualTo(422);
        assertThat(keeping.send(
                                "/procedures/releases",
                                "version",
                                "0.1.0",
                                "changes",
                                "初版",
                                "documents",
                                "x",
                                "golden",
                                "全て同じ",
                                "backOut",
                                "前の版の jar")
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeping.send(
                                "/procedures/releases",
                                "version",
                                "0.1.0",
                                "changes",
                                "初版である",
                                "documents",
                                "設計書第1号",
                                "golden",
                                "全て同じ",
                                "backOut",
                                "前の版の jar を起動")
                        .getHeader("Location"))
                .isEqualTo("/procedures/releases");
        var path = "/procedures/releases/" + releases.all().getFirst().number();
        assertThat(keeping.send(path + "/sign").getStatus()).as("who wrote it").isEqualTo(404);
        var signing = signedIn(manager);
        assertThat(signing.open("/procedures/releases").getStatus()).isEqualTo(200);
        assertThat(signing.page()).contains("確認待ち").doesNotMatch(UNTRANSLATED);
        assertThat(signing.send(path + "/back-out", "reason", "遅い応答").getStatus())
                .isEqualTo(422);
        assertThat(signing.send(path + "/sign").getHeader("Location")).isEqualTo("/procedures/releases");
        assertThat(signing.send(path + "/sign").getStatus()).isEqualTo(422);
        assertThat(signing.send(path + "/back-out", "reason", "x").getStatus()).isEqualTo(422);
        assertThat(signing.send(path + "/back-out", "reason", "遅い応答").getHeader("Location"))
                .isEqualTo("/procedures/releases");
        assertThat(signing.open("/procedures/releases").getStatus()).isEqualTo(200);
        assertThat(signing.page()).contains("切戻し", "遅い応答");
    }

    @Test
    void bothRegistersAreGivenOutAsTablesAndSpeakEnglish() throws Exception {
        var keeping = signedIn(keeper);
        assertThat(keeping.open("/procedures/scope.csv").getContentAsString())
                .contains("対象業務", "みなし")
                .doesNotContain("[inventory.");
        assertThat(keeping.open("/procedures/releases.csv").getContentAsString())
                .contains("設計文書")
                .doesNotContain("[inventory.");
        var _ = keeping.send("/language", "language", "en", "target", "/");
        for (var page : List.of("/procedures/scope", "/procedures/releases")) {
            assertThat(keeping.open(page).getStatus()).as(page).isEqualTo(200);
            assertThat(keeping.page()).contains(page + ".csv").doesNotMatch(UNTRANSLATED);
        }
    }
}
