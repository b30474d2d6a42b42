package akashi.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.access.Access;
import akashi.access.Decision;
import akashi.access.Question;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.operation.Act;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.operation.TestOperations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.tlog.TreeCheck;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Break-glass through pages, database and decisions: opened, alerted, lapsed or closed, written up, reviewed. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class})
@ExtendWith(TreeCheck.class)
class EmergencyPagesTest {
    private static final String UNTRANSLATED = "(?s).*\\[[a-z]+\\.[a-zA-Z0-9.:-]+.*";
    private static final String REASON = "人質の安全に関わり権限の付与を待てない";

    private final Accounts accounts;
    private final Glasses glasses;
    private final Access access;
    private final Operations operations;
    private final UsageLog usage;
    private final MovableClock clock;
    private final TestForce force;
    private final TestAskers askers;
    private final JdbcClient jdbc;
    private final MockMvc mvc;

    EmergencyPagesTest(
            Accounts accounts,
            Glasses glasses,
            Access access,
            Operations operations,
            Organization organization,
            UsageLog usage,
            MovableClock clock,
            JdbcClient jdbc,
            MockMvc mvc) {
        this.accounts = accounts;
        this.glasses = glasses;
        this.access = access;
        this.operations = operations;
        this.usage = usage;
        this.clock = clock;
        this.force = new TestForce(organization, jdbc);
        this.askers = new TestAskers(organization, clock);
        this.jdbc = jdbc;
        this.mvc = mvc;
    }

    @Test
    void itIsOpenedAlertedUsedClosedWrittenUpAndReviewedByAnother() throws Exception {
        var civilian = force.officer(TestForce.HACHI, PostClass.CIVILIAN);
        var version = closedTo(PostClass.CIVILIAN);
        var browser = browser(civilian);
        assertThat(browser.open("/emergencies").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("60分間だけ開く").doesNotMatch(UNTRANSLATED);
        assertThat(right(civilian, version)).isFalse();

        var path = Objects.requireNonNull(open(browser, version, REASON).getRedirectedUrl());

        assertThat(right(civilian, version)).isTrue();
        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(browser.page())
                .contains("緊急時の例外利用 E-", "が開いています", "ここで終える", "この例外利用による照会はありません")
                .doesNotMatch(UNTRANSLATED);
        var number = path.substring("/emergencies/".length());
        assertThat(tasks(number + "/unit")).isEqualTo(1);
        assertThat(tasks(number + "/general")).isEqualTo(1);
        var decision = access.decide(question(civilian, version));
        var _ = usage.seal(Use.of("CONTENT", askers.of(civilian).actor())
                .in(version.code().value(), version.hash(), new Use.Ruling("AK-06-E", decision.version(), true)));
        assertThat(open(browser, version, REASON).getStatus()).isEqualTo(422);
        assertThat(browser.page()).contains("すでに開いている");

        assertThat(browser.send(path + "/close").getStatus()).isEqualTo(303);
        assertThat(right(civilian, version)).isFalse();
        assertThat(browser.send(path + "/close").getStatus()).isEqualTo(422);
        assertThat(browser.open("/emergencies").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("の記録がありません", "記録なし");
        assertThat(tasks(number + "/write")).isEqualTo(1);
        assertThat(tasks(number + "/review")).isEqualTo(1);

        assertThat(browser.send(path + "/write", "closing", "短い").getStatus()).isEqualTo(422);
        assertThat(browser.page()).as("what was typed").contains(">短い</textarea>");
        assertThat(browser.send(path + "/write", "closing", "人質の所在を確かめ、無事に保護した。")
                        .getStatus())
                .isEqualTo(303);
        assertThat(browser.send(path + "/write", "closing", "人質の所在を確かめ、無事に保護した。")
                        .getStatus())
                .isEqualTo(422);
        assertThat(tasks(number + "/write")).isZero();
        assertThat(browser.send(path + "/review", "verdict", "JUSTIFIED", "words", "よい")
                        .getStatus())
                .isEqualTo(404);

        var head = browser(force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        assertThat(head.open(path).getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("点検を記録する", "内容照会", "人質の所在").doesNotMatch(UNTRANSLATED);
        assertThat(head.send(path + "/close").getStatus()).isEqualTo(404);
        assertThat(head.send(path + "/review", "verdict", "JUSTIFIED", "words", "x")
                        .getStatus())
                .isEqualTo(422);
        assertThat(head.page()).contains(">x</textarea>").containsPattern("value=\"JUSTIFIED\" required checked");
        assertThat(head.send(path + "/review", "words", "選ばずに書いた理由").getStatus())
                .as("neither the one nor the other")
                .isEqualTo(422);
        assertThat(head.page()).contains("結果（やむを得ない利用", "選ばずに書いた理由");
        assertThat(head.send(path + "/review", "verdict", "JUSTIFIED", "words", "やむを得ないと認める")
                        .getStatus())
                .isEqualTo(303);
        assertThat(head.send(path + "/review", "verdict", "UNJUSTIFIED", "words", "やむを得ないと認める")
                        .getStatus())
                .isEqualTo(422);
        assertThat(head.open("/emergencies").getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("やむを得ない利用").doesNotMatch(UNTRANSLATED);
        assertThat(tasks(number + "/review")).isZero();
        assertThat(head.open("/emergencies.csv").getStatus()).isEqualTo(200);
        assertThat(head.page())
                .contains("\"E-" + number + "\",\"点検済み\"", "人質の所在を確かめ", "やむを得ないと認める", "\"利用の記録\"")
                .doesNotMatch(UNTRANSLATED);
        assertThat(browser(force.officer(TestForce.HIRO, PostClass.UNIT_HEAD))
                        .open("/emergencies.csv")
                        .getContentAsString())
                .as("another unit's head sees none of it")
                .doesNotContain("E-" + number + "\"");
    }

    @Test
    void timeClosesItWithoutAnybodyDoingAnything() throws Exception {
        var civilian = force.officer(TestForce.HACHI, PostClass.CIVILIAN);
        var version = closedTo(PostClass.CIVILIAN);
        var browser = browser(civilian);
        var _ = browser.open("/emergencies");
        var path = Objects.requireNonNull(open(browser, version, REASON).getRedirectedUrl());
        var number = Long.parseLong(path.substring("/emergencies/".length()));
        assertThat(right(civilian, version)).isTrue();

        clock.move(Duration.ofHours(1));

        assertThat(right(civilian, version)).isFalse();
        glasses.work();
        glasses.work();
        var lapsed = glasses.one(number).orElseThrow();
        assertThat(lapsed.closed()).isEqualTo(new Glass.Closed(lapsed.until(), true));
        assertThat(tasks(number + "/review")).isEqualTo(1);
        clock.move(Duration.ofHours(-1));
        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("（時間切れ）");
    }

    @Test
    void whoReviewsIsSomebodyElse() throws Exception {
        var supervisor = force.officer(TestForce.HIRO, PostClass.STATION_SUPERVISOR);
        var browser = browser(supervisor);
        var version = operations.inForce().getFirst();
        var _ = browser.open("/emergencies");
        var path = Objects.requireNonNull(open(browser, version, REASON).getRedirectedUrl());
        var _ = browser.open(path);
        var _ = browser.send(path + "/close");
        assertThat(browser.send(path + "/review", "verdict", "JUSTIFIED", "words", "自分で見てよい")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("自分の例外利用は点検できません");
        var elsewhere = browser(force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        assertThat(elsewhere.open(path).getStatus()).isEqualTo(404);
        var manager = browser(force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER));
        assertThat(manager.open(path).getStatus()).isEqualTo(200);
        assertThat(manager.send(path + "/review", "verdict", "UNJUSTIFIED", "words", "付与を待てた")
                        .getStatus())
                .isEqualTo(303);
        var _ = manager.open(path);
        assertThat(manager.page()).contains("正当でない利用");
    }

    @Test
    void badInputOpensNothing() throws Exception {
        var civilian = force.officer(TestForce.HACHI, PostClass.CIVILIAN);
        var version = closedTo(PostClass.CIVILIAN);
        var browser = browser(civilian);
        var _ = browser.open("/emergencies");
        for (var reason : new String[] {"", "急ぎ", "ああああああああああああ", "a\u0000bcdefghijklmn"}) {
            assertThat(open(browser, version, reason).getStatus()).as(reason).isEqualTo(422);
            assertThat(browser.page()).contains("理由を10文字以上");
        }
        assertThat(browser.send("/emergencies", "reason", REASON).getStatus()).isEqualTo(422);
        assertThat(browser.page()).contains("業務を1つ以上");
        assertThat(browser.send("/emergencies", "operation", "no-such", "reason", REASON)
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.send(
                                "/emergencies",
                                "operation",
                                version.code().value(),
                                "reason",
                                REASON,
                                "caseReference",
                                "1".repeat(101))
                        .getStatus())
                .isEqualTo(422);
        assertThat(right(civilian, version)).isFalse();
        assertThat(browser.open("/emergencies/999999").getStatus()).isEqualTo(404);
    }

    @Test
    void whoRunsOrAuditsTheSystemOpensNothing() throws Exception {
        for (var postClass :
                new PostClass[] {PostClass.INFORMATION_MANAGEMENT, PostClass.SYSTEM_GENERAL_MANAGER, PostClass.AUDITOR
                }) {
            var browser = browser(force.officer(TestForce.GENERAL, postClass));
            assertThat(browser.open("/emergencies").getStatus()).isEqualTo(200);
            assertThat(browser.page()).doesNotContain("60分間だけ開く");
            assertThat(open(browser, operations.inForce().getFirst(), REASON).getStatus())
                    .isEqualTo(404);
        }
        var partTimer = force.partTimer(TestForce.HACHI);
        var browser = browser(partTimer);
        assertThat(browser.open("/emergencies").getStatus()).isEqualTo(404);
        var ruling = new Use.Ruling("test", "1", true);
        var code = operations.inForce().getFirst().code().value();
        assertThat(glasses.open(askers.of(partTimer), java.util.List.of(code), REASON, "", ruling))
                .isEqualTo(new Glasses.Outcome.Refused("emergency.fault.part-time"));
    }

    @Test
    void englishIsComplete() throws Exception {
        var browser = browser(force.officer(TestForce.HIRO, PostClass.UNIT_HEAD));
        var _ = browser.open("/emergencies");
        var path = Objects.requireNonNull(
                open(browser, operations.inForce().getFirst(), REASON).getRedirectedUrl());
        var _ = browser.open(path);
        var _ = browser.send("/language", "language", "en", "target", "/emergencies");
        assertThat(browser.open("/emergencies").getStatus()).isEqualTo(200);
        assertThat(browser.page())
                .contains("Open for 60 minutes", "is open (until")
                .doesNotMatch(UNTRANSLATED);
        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("Close it now").doesNotMatch(UNTRANSLATED);
    }

    private static MockHttpServletResponse open(Browser browser, OperationVersion version, String reason)
            throws Exception {
        return browser.send(
                "/emergencies",
                "operation",
                version.code().value(),
                "reason",
                reason,
                "caseReference",
                "110-0812-0345");
    }

    /** An operation whose content this class may not see. */
    private OperationVersion closedTo(PostClass postClass) {
        return TestOperations.closedTo(postClass, operations);
    }

    private boolean right(TestForce.Member member, OperationVersion version) {
        Decision decision = access.decide(question(member, version));
        return decision.conditions().stream()
                .filter(condition -> condition.rule().equals("AK-06"))
                .allMatch(condition -> condition.met());
    }

    private Question question(TestForce.Member member, OperationVersion version) {
        return Question.of(askers.of(member), Act.CONTENT, version, clock.instant());
    }

    private long tasks(String ending) {
        return jdbc.sql("select count(*) from notice_task where key = 'emergency/' || :ending and done_at is null")
                .param("ending", ending)
                .query(Long.class)
                .single();
    }

    private Browser browser(TestForce.Member member) throws Exception {
        return Browser.of(mvc, accounts, member);
    }
}
