package akashi.book;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.SignedInTest;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.calendar.JapaneseDates;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SignedInTest(
        with = {"web", "account", "access", "operation", "document", "record", "question", "confirmation", "inquiry"})
class BookPagesTest {
    private final MockMvc mvc;
    private final Accounts accounts;
    private final MovableClock clock;
    private final TestForce force;
    private final JdbcClient jdbc;

    BookPagesTest(MockMvc mvc, Accounts accounts, MovableClock clock, Organization organization, JdbcClient jdbc) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.clock = clock;
        this.force = new TestForce(organization);
        this.jdbc = jdbc;
    }

    @Test
    void theBookHoldsWhatTheStationAndItsBoxesAskedAndReadingItIsAUse() throws Exception {
        ask(signedIn(TestForce.HACHI_BOX, PostClass.BOX_OFFICER), "八戸301あ7701", "相手の言動が不自然");
        var head = signedIn(TestForce.HACHI, PostClass.UNIT_HEAD);
        var before = uses();

        assertThat(head.open("/book").getStatus()).isEqualTo(200);

        assertThat(head.page())
                .contains("照会簿", "八戸301あ7701", "職務質問", "110-1122-0345", "盗難車両", "該当なし", "八戸駅前交番")
                .doesNotMatch("(?s).*\\[[a-z]+\\.[a-z0-9.-]+.*");
        assertThat(uses()).isGreaterThan(before);
        var day = JapaneseDates.dateOf(clock.instant()).minusDays(1);
        assertThat(head.open("/book?unit=" + TestForce.HACHI + "&day=" + day).getStatus())
                .isEqualTo(200);
        assertThat(head.page()).contains("この日の照会はありません");
    }

    @Test
    void theBookComesAsCsv() throws Exception {
        ask(signedIn(TestForce.HACHI, PostClass.OFFICER), "八戸301あ7702", "相手の言動が不自然");
        var head = signedIn(TestForce.HACHI, PostClass.STATION_SUPERVISOR);

        var response = head.open("/book.csv?unit=" + TestForce.HACHI);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).startsWith("text/csv");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .startsWith("\uFEFF\"日時\"")
                .contains("八戸301あ7702", "職務質問");
    }

    @Test
    void theBookIsGuarded() throws Exception {
        assertThat(signedIn(TestForce.HACHI, PostClass.OFFICER).open("/book").getStatus())
                .isEqualTo(404);
        var head = signedIn(TestForce.HACHI, PostClass.UNIT_HEAD);
        assertThat(head.open("/book?unit=" + TestForce.HIRO).getStatus()).isEqualTo(404);
        assertThat(head.open("/book?unit=NOWHERE").getStatus()).isEqualTo(404);
        assertThat(head.open("/book?day=yesterday").getStatus()).isEqualTo(404);
        assertThat(head.open("/book?after=junk").getStatus()).isEqualTo(404);
        assertThat(head.open("/book.csv?unit=" + TestForce.HIRO).getStatus()).isEqualTo(404);
        assertThat(signedIn(TestForce.GENERAL, PostClass.AUDITOR)
                        .open("/book?unit=" + TestForce.HIRO)
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void aLongBookHasPages() throws Exception {
        var officer = signedIn(TestForce.HIRO, PostClass.OFFICER);
        for (int i = 0; i < 101; i++) {
            ask(officer, "弘前301か" + (1000 + i), "長い照会簿の確認");
        }
        var head = signedIn(TestForce.HIRO, PostClass.UNIT_HEAD);

        var _ = head.open("/book");

        assertThat(head.page()).contains("続きを見る", "100件");
        var next = head.page()
                .replaceAll("(?s).*href=\"(/book\\?[^\"]*after=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(head.open(next).getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("弘前301か1000");
    }

    private static void ask(Browser browser, String plate, String note) throws Exception {
        var status = browser.send(
                        "/",
                        "kind",
                        "vehicle",
                        "purpose",
                        "stop-and-question",
                        "caseReference",
                        "110-1122-0345",
                        "note",
                        note,
                        "plate",
                        plate,
                        "operation",
                        "stolen-vehicle")
                .getStatus();
        assertThat(status).isEqualTo(200);
    }

    private long uses() {
        return jdbc.sql("select count(*) from usage_leaf where act = 'BOOK'")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private Browser signedIn(String unit, PostClass postClass) throws Exception {
        var member = force.officer(unit, postClass);
        var browser = Browser.of(mvc, accounts, member);
        var _ = browser.open("/uses/mine");
        return browser;
    }
}
