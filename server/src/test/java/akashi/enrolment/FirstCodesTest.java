package akashi.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import akashi.FreshDatabase;
import akashi.ModuleTest;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Attempt;
import akashi.account.Browser;
import akashi.account.DeviceClass;
import akashi.account.OpeningOutcome;
import akashi.account.Standing;
import akashi.account.TestDevices;
import akashi.account.TestStanding;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;

@ModuleTest
@Import({FreshDatabase.Setup.class, MovableClock.Setup.class, TestDevices.class})
class FirstCodesTest {
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";

    private final MockMvc mvc;
    private final FirstCodes codes;
    private final Accounts accounts;
    private final Standing standing;
    private final MovableClock clock;
    private final JdbcClient jdbc;
    private final JdbcClient owner;
    private final TestForce.Member person;
    private final TestForce.Member other;

    FirstCodesTest(
            MockMvc mvc,
            FirstCodes codes,
            Accounts accounts,
            Standing standing,
            MovableClock clock,
            JdbcClient jdbc,
            Organization organization) {
        this.mvc = mvc;
        this.codes = codes;
        this.accounts = accounts;
        this.standing = standing;
        this.clock = clock;
        this.jdbc = jdbc;
        var name = jdbc.sql("select current_database()")
                .query((row, _) -> row.getString(1))
                .single();
        this.owner = JdbcClient.create(new DriverManagerDataSource(FreshDatabase.url(name, "akashi_owner")));
        var force = new TestForce(organization, jdbc);
        this.person = force.officer(TestForce.HACHI, PostClass.SYSTEM_GENERAL_MANAGER);
        this.other = force.officer(TestForce.HIRO, PostClass.OFFICER);
    }

    @AfterEach
    void asIfNobodyHadEverHadAnAccount() {
        var _ = owner.sql("delete from account").update();
        var _ = owner.sql("delete from account_first_code").update();
        TestStanding.refresh(standing);
        clock.move(Duration.ofDays(2));
    }

    @Test
    void bothCodesOpenTheAccountOnce() {
        var made = codes.make(person.id());

        assertThat(codes.waiting()).isTrue();
        assertThat(open(made.codes(), PASSWORD)).isEqualTo(new OpeningOutcome.Opened());
        assertThat(accounts.has(person.id())).isTrue();
        assertThat(codes.waiting()).isFalse();
        assertThat(codes.possible()).isFalse();
        assertThat(open(made.codes(), PASSWORD)).isEqualTo(new OpeningOutcome.Wrong());
        assertThatIllegalStateException().isThrownBy(() -> codes.make(person.id()));
    }

    @Test
    void codesAreReadHoweverPeopleTypeThem() {
        var made = codes.make(person.id()).codes().reversed().stream()
                .map(code -> code.replace("-", " ").toLowerCase(Locale.ROOT).replace('0', 'o'))
                .toList();

        assertThat(open(made, PASSWORD)).isEqualTo(new OpeningOutcome.Opened());
    }

    @Test
    void oneCodeTwiceOpensNothing() {
        var one = codes.make(person.id()).codes().getFirst();

        assertThat(open(List.of(one, one), PASSWORD)).isEqualTo(new OpeningOutcome.Wrong());
    }

    @Test
    void codesOfOnePersonOpenNobodyElsesAccount() {
        var made = codes.make(person.id());

        assertThat(codes.open(attempt(other.staffNumber()), made.codes(), PASSWORD))
                .isEqualTo(new OpeningOutcome.Wrong());
    }

    @Test
    void newCodesEndTheOnesBefore() {
        var before = codes.make(person.id());
        var after = codes.make(person.id());

        assertThat(open(before.codes(), PASSWORD)).isEqualTo(new OpeningOutcome.Wrong());
        assertThat(open(after.codes(), PASSWORD)).isEqualTo(new OpeningOutcome.Opened());
    }

    @Test
    void codesEndAfterSeventyTwoHours() {
        var made = codes.make(person.id());
        clock.move(Duration.ofDays(3));

        assertThat(codes.waiting()).isFalse();
        assertThat(open(made.codes(), PASSWORD)).isEqualTo(new OpeningOutcome.Expired());
        assertThat(accounts.has(person.id())).isFalse();
    }

    @Test
    void aWeakPasswordSpendsNothing() {
        var made = codes.make(person.id());

        assertThat(open(made.codes(), "short")).isInstanceOf(OpeningOutcome.Weak.class);
        assertThat(open(made.codes(), PASSWORD)).isEqualTo(new OpeningOutcome.Opened());
    }

    @Test
    void wrongCodesAreCountedRecordedAndLock() {
        var made = codes.make(person.id());
        var before = sealed("SIGN_IN_FAILURE");
        for (var i = 0; i < 4; i++) {
            assertThat(open(List.of("a", "b"), PASSWORD)).isEqualTo(new OpeningOutcome.Wrong());
        }

        assertThat(open(List.of("a", "b"), PASSWORD)).isInstanceOf(OpeningOutcome.Locked.class);
        assertThat(open(made.codes(), PASSWORD)).isInstanceOf(OpeningOutcome.Locked.class);
        assertThat(sealed("SIGN_IN_FAILURE")).isGreaterThan(before);
        assertThat(sealed("LOCKOUT")).isPositive();
    }

    @Test
    void makingAndSpendingCodesAreUses() {
        var before = uses("FIRST_CODES");
        var made = codes.make(person.id());
        var opened = uses("ACCOUNT_OPEN");
        assertThat(open(made.codes(), PASSWORD)).isEqualTo(new OpeningOutcome.Opened());

        assertThat(uses("FIRST_CODES")).isEqualTo(before + 1);
        assertThat(uses("ACCOUNT_OPEN")).isEqualTo(opened + 1);
    }

    @Test
    void theDatabaseHoldsNoCode() {
        var made = codes.make(person.id());
        var stored = owner.sql("select string_agg(row_to_json(c)::text, '') from account_first_code c")
                .query((row, _) -> row.getString(1))
                .single();

        assertThat(stored).doesNotContain(made.codes()).contains("hash");
    }

    @Test
    void theSignInPageLeadsThereWhileCodesWait() throws Exception {
        var browser = new Browser(mvc);
        var _ = browser.open("/sign-in");
        assertThat(browser.page()).doesNotContain("/first");
        assertThat(browser.open("/first").getStatus()).isEqualTo(404);

        var made = codes.make(person.id()).codes();
        var _ = browser.open("/sign-in");
        assertThat(browser.page()).contains("href=\"/first\"");
        assertThat(browser.open("/first").getStatus()).isEqualTo(200);
        var opened = send(browser, made.getFirst(), made.getLast(), PASSWORD, PASSWORD);
        assertThat(opened).isEqualTo(303);
        var _ = browser.open("/sign-in");
        assertThat(browser.page()).contains("利用者IDを開きました").doesNotContain("href=\"/first\"");
        assertThat(browser.open("/first").getStatus()).isEqualTo(404);
        var _ = browser.signIn(person.staffNumber(), PASSWORD);
    }

    @Test
    void thePageSaysWhatIsWrongAndKeepsNoCode() throws Exception {
        var made = codes.make(person.id()).codes();
        var browser = new Browser(mvc);
        var _ = browser.open("/first");

        assertThat(send(browser, made.getFirst(), "", PASSWORD, PASSWORD)).isEqualTo(422);
        assertThat(browser.page()).contains("すべて入れてください").doesNotContain(made.getFirst());
        assertThat(send(browser, made.getFirst(), made.getLast(), PASSWORD, "other"))
                .isEqualTo(422);
        assertThat(browser.page()).contains("二つとも同じではありません");
        assertThat(send(browser, made.getFirst(), made.getLast(), "short", "short"))
                .isEqualTo(422);
        assertThat(browser.page()).contains("短すぎます");
        assertThat(send(browser, "<b>", "x".repeat(65_000), PASSWORD, PASSWORD)).isEqualTo(422);
        assertThat(send(browser, "<b>", "x", PASSWORD, PASSWORD)).isEqualTo(401);
        assertThat(browser.page()).contains("符号が違います").doesNotContain("<b>");
        var _ = browser.with(TestDevices.HEADER, "NONE");
        assertThat(send(browser, made.getFirst(), made.getLast(), PASSWORD, PASSWORD))
                .isEqualTo(403);
        assertThat(browser.page()).contains("登録されていない");
    }

    @Test
    void expiredCodesNameTheWayOutInBothLanguages() throws Exception {
        var _ = codes.make(person.id());
        clock.move(Duration.ofHours(73));
        var browser = new Browser(mvc);
        assertThat(browser.open("/first").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("./akashi setup --codes").doesNotContain("name=\"second\"");
        var _ = browser.send("/language", "language", "en", "target", "/first");
        var _ = browser.open("/first");

        assertThat(browser.page()).contains("older than 72 hours", "./akashi setup --codes");
    }

    private int send(Browser browser, String one, String two, String next, String again) throws Exception {
        return browser.send(
                        "/first",
                        "staffNumber",
                        person.staffNumber(),
                        "first",
                        one,
                        "second",
                        two,
                        "next",
                        next,
                        "again",
                        again)
                .getStatus();
    }

    private OpeningOutcome open(List<String> typed, String password) {
        return codes.open(attempt(person.staffNumber()), typed, password);
    }

    private static Attempt attempt(String staffNumber) {
        return new Attempt(staffNumber, "", TestDevices.device("PC-014", DeviceClass.STATION), "10.1.1.1", "page");
    }

    /** Uses written with a change. */
    private long uses(String act) {
        return count("select count(*) as n from usage_pending where act = :act", act);
    }

    /** Uses sealed by themselves. */
    private long sealed(String act) {
        return count("select count(*) as n from usage_leaf where act = :act", act);
    }

    private long count(String statement, String act) {
        return jdbc.sql(statement)
                .param("act", act)
                .query((row, _) -> row.getLong("n"))
                .single();
    }
}
