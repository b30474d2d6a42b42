package akashi.statement;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.calendar.JapaneseDates;
import akashi.ledger.CanonicalJson;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Statement;
import akashi.ledger.StatementVerdict;
import akashi.ledger.Trust;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.tlog.TreeCheck;
import akashi.usage.Actor;
import akashi.usage.RecordRef;
import akashi.usage.SubjectUses.Sought;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@DoorTest
@Import(TestDevices.class)
@ExtendWith(TreeCheck.class)
@TestPropertySource(properties = "akashi.statement.most=8")
class StatementPagesTest {
    private static final Use.Ruling RULING = new Use.Ruling("test", "1", true);

    private final Accounts accounts;
    private final TestForce force;
    private final MockMvc mvc;
    private final UsageLog log;
    private final Statements statements;
    private final JdbcClient jdbc;
    private final LocalDate today;

    StatementPagesTest(
            Accounts accounts,
            Organization organization,
            MockMvc mvc,
            UsageLog log,
            Statements statements,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.force = new TestForce(organization);
        this.mvc = mvc;
        this.log = log;
        this.statements = statements;
        this.jdbc = jdbc;
        this.today = JapaneseDates.dateOf(clock.instant());
    }

    private void use(String act, String plate, RecordRef... records) {
        var actor = new Actor("123456", "person", "officer", TestForce.HACHI, "PC-014", "page");
        var use = Use.of(act, actor)
                .because("stop-and-question", "110-0812-0345")
                .touching(List.of(records))
                .noting("言動が不審");
        var _ = log.seal(plate.isEmpty() ? use : use.with(new Use.Key("PLATE", plate, plate, List.of())));
    }

    private Statement about(String record, List<Use.Key> keys) {
        var sought = new Sought(record.isEmpty() ? List.of() : List.of(record), keys, today.minusDays(3), today);
        var file = statements
                .make(
                        new Asking.Read.Asked(sought, List.of("盗車-1")),
                        "開示第12号",
                        new Actor("M1", "maker", "chief", TestForce.GENERAL, "PC-001", "page"),
                        RULING)
                .orElseThrow();
        return Statement.parse(file);
    }

    private Trust trust() {
        return Trust.of(List.of(NoteVerifier.parse(log.verifierKey())));
    }

    private static List<?> uses(Statement statement) {
        return statement.stated().get("uses") instanceof List<?> uses ? uses : List.of();
    }

    @Test
    void aStatementShowsWhenWhichUnitAndWhyAndVerifiesOffline() {
        var record = UUID.randomUUID().toString();
        use("EXISTENCE", "", new RecordRef(record, 1));
        use("CONTENT", "", new RecordRef(UUID.randomUUID().toString(), 1), new RecordRef(record, 2));
        use("CONTENT", "", new RecordRef(UUID.randomUUID().toString(), 1));
        use("HOLD", "", new RecordRef(record, 0));

        var statement = about(record, List.of());

        assertThat(statement.verify(trust()))
                .isInstanceOfSatisfying(
                        StatementVerdict.Verified.class,
                        verified -> assertThat(verified.uses()).isEqualTo(2));
        var text = statement.content();
        assertThat(text)
                .contains("\"act\":\"EXISTENCE\"", "\"act\":\"CONTENT\"", "\"purpose\":\"stop-and-question\"")
                .contains("\"by\":{\"unit\":\"" + TestForce.HACHI + "\"}", "\"by.unit\":\"八戸署\"")
                .contains(today.toString())
                .doesNotContain("123456", "PC-014", "110-0812", "言動");
        assertThat(new String(statement.format(), StandardCharsets.UTF_8)).doesNotContain("123456", "言動");
        var last = jdbc.sql("""
                        select convert_from(leaf, 'UTF8') as leaf from usage_leaf
                         where operator = 'M1' and act = 'STATEMENT' order by at desc limit 1
                        """).query((row, _) -> row.getString("leaf")).single();
        assertThat(last).contains("\"hits\":2", record, "\"paper\":\"開示第12号\"");
    }

    @Test
    void usesThatAskedWithTheKeyAreFoundWhileTheirPrivatePartExists() {
        var plate = "青森330さ" + (1000 + today.getDayOfYear()) + UUID.randomUUID();
        use("EXISTENCE", plate);
        use("EXISTENCE", plate + "9");
        var key = new Use.Key("PLATE", plate, plate, List.of());
        assertThat(uses(about("", List.of(key)))).hasSize(1);
        assertThat(uses(about("", List.of(new Use.Key("CHASSIS", plate, plate, List.of())))))
                .isEmpty();

        var empty = about(UUID.randomUUID().toString(), List.of());

        assertThat(empty.verify(trust())).isInstanceOf(StatementVerdict.Verified.class);
        assertThat(uses(empty)).isEmpty();
        assertThat(empty.content()).contains("\"nonce\":", "\"searched\":{");
    }

    @Test
    void moreUsesThanOneStatementMayHaveAreRefused() {
        var record = UUID.randomUUID().toString();
        for (int n = 0; n < 9; n++) {
            use("CONTENT", "", new RecordRef(record, 1));
        }
        var sought = new Sought(List.of(record), List.of(), today, today);

        assertThat(statements.make(
                        new Asking.Read.Asked(sought, List.of()),
                        "開示第1号",
                        new Actor("M1", "maker", "chief", TestForce.GENERAL, "", "page"),
                        RULING))
                .isEmpty();
    }

    @Test
    void onlyWhatTheSettingNamesIsShownAndTheWholeEntryWhereNothingIsLeftOut() {
        var entry = CanonicalJson.text(Map.of(
                "act", "CONTENT", "by", Map.of("staff", "1", "unit", "U"), "facts", Map.of("x", "y"), "purpose", "P"));
        var some = new Shown(List.of("act", "by.unit", "purpose"));
        assertThat(CanonicalJson.text(some.of(entry)))
                .isEqualTo("{\"act\":\"CONTENT\",\"by\":{\"unit\":\"U\"},\"purpose\":\"P\"}");
        assertThat(some.whole(entry)).isFalse();
        assertThat(new Shown(List.of("act", "by.unit", "by.staff", "purpose", "facts")).whole(entry))
                .isTrue();
        assertThat(CanonicalJson.text(new Shown(List.of()).of(entry))).isEqualTo("{}");
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatementSettings(List.of("by"), 10));
    }

    @Test
    void thePageMakesAFileThatVerifiesAndSaysWhatIsWrong() throws Exception {
        use("EXISTENCE", "青森388ゆ7654");
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        assertThat(keeper.open("/statements").getStatus()).isEqualTo(200);
        assertThat(keeper.page())
                .contains("アクセスに関する回答", "照会目的", "操作者の所属")
                .doesNotMatch("(?s).*\\[statement\\.[a-z0-9.-]+\\].*");

        var made = send(keeper, "keyKind", "LICENCE", "keyValue", "12");
        assertThat(made.getStatus()).isEqualTo(422);
        made = send(keeper, "keyKind", "", "keyValue", "<b>x");
        assertThat(made.getStatus()).isEqualTo(422);
        assertThat(keeper.page()).contains("番号の種類を選び").doesNotContain("<b>x");
        assertThat(send(keeper, "operation", "stolen-vehicle", "number", "<i>").getStatus())
                .isEqualTo(422);
        assertThat(keeper.page()).contains("という番号の記録が").doesNotContain("<i>");
        assertThat(send(keeper, "operation", "stolen-vehicle", "number", "a\u0000b")
                        .getStatus())
                .isEqualTo(422);
        assertThat(send(keeper, "keyKind", "PLATE", "keyValue", "a\u0000b").getStatus())
                .isEqualTo(422);
        assertThat(send(keeper).getStatus()).isEqualTo(422);
        assertThat(keeper.page()).contains("一つは書いてください");
        assertThat(keeper.send("/statements", "from", "2999-01-01", "until", "2026-01-01")
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeper.page()).contains("期間を正しく");

        made = send(keeper, "keyKind", "PLATE", "keyValue", "青森 388 ゆ 76-54");

        assertThat(made.getStatus()).as(keeper.page()).isEqualTo(200);
        assertThat(made.getHeader("Content-Disposition")).contains("akashi-statement-");
        var statement = Statement.parse(made.getContentAsByteArray());
        assertThat(statement.verify(trust())).isInstanceOf(StatementVerdict.Verified.class);
        assertThat(uses(statement)).isNotEmpty();
        var english = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        var _ = english.open("/statements");
        var _ = english.send("/language", "language", "en", "target", "/statements");
        assertThat(english.open("/statements").getStatus()).isEqualTo(200);
        assertThat(english.page())
                .contains("Access statement", "Unit of the operator")
                .doesNotContain("[statement.");
    }

    @Test
    void thePageIsForThoseWhosePostItIs() throws Exception {
        for (var post : new PostClass[] {PostClass.OFFICER, PostClass.UNIT_HEAD, PostClass.AUDITOR}) {
            assertThat(signedIn(post).open("/statements").getStatus()).isEqualTo(404);
        }
    }

    private MockHttpServletResponse send(Browser browser, String... fields) throws Exception {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("from", today.minusDays(1).toString(), "until", today.toString(), "paper", "開示第12号"));
        return browser.send("/statements", all.toArray(String[]::new));
    }

    private Browser signedIn(PostClass postClass) throws Exception {
        var member = force.officer(TestForce.GENERAL, postClass);
        return Browser.of(mvc, accounts, member);
    }
}
