package akashi.duty;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.access.Access;
import akashi.access.ConditionResult;
import akashi.access.Question;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.operation.Act;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.reorganization.ImportFile;
import akashi.reorganization.OrganizationImport;
import akashi.tlog.TreeCheck;
import akashi.usage.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Appointments by line through pages, database and decisions. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class})
@ExtendWith(TreeCheck.class)
class DutyPagesTest {
    private static final String ALERT = "notice notice-hit\" role=\"alert\"";
    private static final String UNTRANSLATED = "(?s).*\\[[a-z]+\\.[a-zA-Z0-9.:-]+.*";
    private static final Pattern ENDING = Pattern.compile("/duties/([0-9]+)/end");

    private final Accounts accounts;
    private final Organization organization;
    private final OrganizationImport imports;
    private final Operations operations;
    private final Access access;
    private final Duties duties;
    private final MovableClock clock;
    private final TestForce force;
    private final TestAskers askers;
    private final MockMvc mvc;

    DutyPagesTest(
            Accounts accounts,
            Organization organization,
            OrganizationImport imports,
            Operations operations,
            Access access,
            Duties duties,
            MovableClock clock,
            MockMvc mvc,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.organization = organization;
        this.imports = imports;
        this.operations = operations;
        this.access = access;
        this.duties = duties;
        this.clock = clock;
        this.force = new TestForce(organization, jdbc);
        this.askers = new TestAskers(organization, clock);
        this.mvc = mvc;
    }

    @Test
    void aDutyFollowsThePostAndItsVacancyIsAGap() throws Exception {
        var head = force.officer(TestForce.HACHI, PostClass.UNIT_HEAD);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        assertThat(keeper.open("/duties?line=PRIVACY").getStatus()).isEqualTo(200);
        assertThat(keeper.page()).contains("保護管理者", "必要な役割に任命された者がいない", "八戸署");
        assertThat(keeper.open("/duties/new").getStatus()).isEqualTo(200);
        assertThat(keeper.page()).doesNotMatch(UNTRANSLATED);

        var sent = appoint(keeper, "role", "PRIVACY_MANAGER", "post", postOf(head), "unit", TestForce.HACHI);

        assertThat(sent.getStatus()).as(keeper.page()).isEqualTo(303);
        assertThat(keeper.open("/duties?line=PRIVACY").getStatus()).isEqualTo(200);
        assertThat(keeper.page())
                .contains("任命を登録しました", "見本 太郎", "人事第9号")
                .doesNotContain("保護管理者 — 八戸署")
                .doesNotMatch(UNTRANSLATED);
        force.dismissFromPost(head);
        var _ = keeper.open("/duties?line=PRIVACY");
        assertThat(keeper.page()).contains("欠員", "保護管理者 — 八戸署");
        var successor = force.officer(TestForce.HACHI, PostClass.UNIT_HEAD);
        assertThat(duties.book().parts(successor.id(), organization.roster()))
                .extracting(Book.Part::tag)
                .contains("ROLE:PRIVACY_MANAGER");
        assertThat(duties.book().parts(head.id(), organization.roster())).isEmpty();
        assertThat(keeper.open("/duties?line=PRIVACY&asOf=2020-01-01").getStatus())
                .isEqualTo(200);
        assertThat(keeper.page()).doesNotContain("人事第9号");
        assertThat(keeper.open("/duties?line=nonsense&asOf=x").getStatus()).isEqualTo(200);
        assertThat(keeper.page()).contains("システム総括責任者", "訓令第４条", "業務の定めによる");

        var _ = keeper.open("/duties?line=PRIVACY");
        var number = ENDING.matcher(keeper.page());
        assertThat(number.find()).isTrue();
        var path = "/duties/" + number.group(1) + "/end";
        assertThat(keeper.send(path, "lastDay", "x", "document", "人事第10号").getStatus())
                .isEqualTo(422);
        assertThat(keeper.page())
                .contains("終了日は昨日以後", ALERT, "value=\"人事第10号\"")
                .doesNotContain("notice-done\" role=\"status\"");
        var last = today().plusDays(3);
        assertThat(keeper.send(path, "lastDay", last.toString(), "document", "人事第10号")
                        .getStatus())
                .isEqualTo(303);
        var _ = keeper.open("/duties");
        assertThat(keeper.page()).contains("任命の終了日を登録しました");
        assertThat(duties.book().parts(successor.id(), organization.roster(last)))
                .hasSize(2);
        assertThat(duties.book().parts(successor.id(), organization.roster(last.plusDays(1))))
                .hasSize(1);
        assertThat(keeper.send(path, "lastDay", last.toString(), "document", "人事第10号")
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeper.page()).contains("終了日は昨日以後");
    }

    @Test
    void whatExcludesEachOtherIsRefusedAtAppointment() throws Exception {
        var person = force.officer(TestForce.GENERAL, PostClass.OFFICER);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        assertThat(appoint(keeper, "role", "SECURITY_MANAGER", "staffNumber", person.staffNumber())
                        .getStatus())
                .as(keeper.page())
                .isEqualTo(303);

        assertThat(appoint(keeper, "role", "SECURITY_AUDITOR", "staffNumber", person.staffNumber(), "deputy", "1")
                        .getStatus())
                .isEqualTo(422);

        assertThat(keeper.page()).contains("兼務できない役割です", "管理と監査は、別の者").doesNotMatch(UNTRANSLATED);
        assertThat(duties.book().conflict(person.id(), organization.roster())).isEmpty();
        assertThat(appoint(keeper, "role", "SECURITY_MANAGER", "staffNumber", person.staffNumber())
                        .getStatus())
                .isEqualTo(422);
        assertThat(keeper.page()).contains("期間の重なる任命");
    }

    @Test
    void whatATransferBringsTogetherIsRefusedByTheNextDecisionUntilAnExceptionIsApproved() throws Exception {
        var auditor = force.officer(TestForce.GENERAL, PostClass.AUDITOR);
        var place = force.officer(TestForce.GENERAL, PostClass.INQUIRY_CENTRE);
        assertThat(combination(auditor).met()).isTrue();
        concurrent(auditor, place);
        assertThat(combination(auditor).met()).isFalse();
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var _ = keeper.open("/duties");
        assertThat(keeper.page()).contains("兼務できない役割を併せ持つ職員", "監査される照会を扱う");

        assertThat(keeper.open("/duties/permits").getStatus()).isEqualTo(200);
        assertThat(ask(keeper, "incompatible", "AUDITOR_CENTRE", "staffNumber", auditor.staffNumber())
                        .getStatus())
                .as(keeper.page())
                .isEqualTo(303);
        assertThat(combination(auditor).met()).isFalse();
        var number = duties.book().permits().getFirst().number();
        var decide = "/duties/permits/" + number + "/decide";
        assertThat(keeper.send(decide, "answer", "approve", "why", "やむを得ない").getStatus())
                .isEqualTo(404);
        var manager = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        var _ = manager.open("/duties/permits");
        assertThat(manager.page()).contains("承認待ち", "承認する").doesNotMatch(UNTRANSLATED);
        assertThat(manager.send(decide, "answer", "approve", "why", "可").getStatus())
                .isEqualTo(422);
        assertThat(manager.page()).contains("決定の理由を3文字以上", ALERT, "value=\"可\"").doesNotContain("notice-done");
        var _ = manager.send(decide, "answer", "approve", "why", "後任の着任までやむを得ない");
        var _ = manager.open("/duties/permits");
        assertThat(manager.page()).contains("決定を登録しました", "有効").doesNotMatch(UNTRANSLATED);
        assertThat(combination(auditor).met()).isTrue();

        clock.move(Duration.ofDays(31));
        assertThat(combination(auditor).met()).isFalse();
        clock.move(Duration.ofDays(-31));
        assertThat(combination(auditor).met()).isTrue();
        var other = signedIn(PostClass.SYSTEM_GENERAL_MANAGER);
        var _ = other.open("/duties/permits");
        assertThat(other.send("/duties/permits/" + number + "/end").getStatus()).isEqualTo(303);
        assertThat(combination(auditor).met()).isFalse();
        var _ = other.open("/duties/permits");
        assertThat(other.send("/duties/permits/" + number + "/end").getStatus()).isEqualTo(422);
        assertThat(other.page()).contains("決定できません", "途中で終了", ALERT);
    }

    @Test
    void nobodyDecidesTheExceptionTheyAskedForOrThatIsAboutThem() throws Exception {
        var manager = force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
        var browser = Browser.of(mvc, accounts, manager);
        var _ = browser.open("/duties/permits");
        assertThat(ask(browser).getStatus()).isEqualTo(303);
        var own = duties.book().permits().getFirst().number();
        var _ = browser.open("/duties/permits");
        assertThat(browser.send("/duties/permits/" + own + "/decide", "answer", "approve", "why", "よいと思う")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("決定できません");

        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var _ = keeper.open("/duties/permits");
        assertThat(ask(keeper, "incompatible", "AUDITOR_GENERAL", "staffNumber", manager.staffNumber())
                        .getStatus())
                .isEqualTo(303);
        var about = duties.book().permits().getFirst().number();
        var _ = browser.open("/duties/permits");
        assertThat(browser.send("/duties/permits/" + about + "/decide", "answer", "approve", "why", "よいと思う")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("決定できません");
        var head = signedIn(PostClass.SECTION_HEAD);
        var _ = head.open("/duties/permits");
        var _ = head.send("/duties/permits/" + own + "/decide", "answer", "refuse", "why", "必要がない");
        var _ = head.open("/duties/permits");
        assertThat(head.page()).contains("不承認");
        assertThat(duties.book().permits())
                .filteredOn(permit -> permit.number() == own)
                .extracting(Permit::state)
                .containsExactly(Permit.State.REFUSED);
    }

    @Test
    void badInputIsNamedAndNothingIsEntered() throws Exception {
        var keeper = force.officer(TestForce.GENERAL, PostClass.INFORMATION_MANAGEMENT);
        var browser = Browser.of(mvc, accounts, keeper);
        var other = force.officer(TestForce.HIRO, PostClass.OFFICER);
        var before = duties.book().appointed().size();
        for (var wrong : List.of(
                List.of("役割を選んでください", "role", "OPERATION_SECTION_HEAD", "staffNumber", other.staffNumber()),
                List.of("役割を選んでください", "role", "NONE"),
                List.of("任命文書を", "role", "SYSTEM_MANAGER", "staffNumber", other.staffNumber(), "document", " "),
                List.of("開始日と終了日", "role", "SYSTEM_MANAGER", "from", "x"),
                List.of("開始日と終了日", "role", "SYSTEM_MANAGER", "lastDay", "2001-01-01"),
                List.of("今日以後に", "role", "SYSTEM_MANAGER", "from", "2001-01-01"),
                List.of("相手が見つかりません", "role", "SYSTEM_MANAGER", "staffNumber", "NOBODY"),
                List.of("相手が見つかりません", "role", "SYSTEM_MANAGER", "post", "NONE"),
                List.of("相手が見つかりません", "role", "SYSTEM_MANAGER"),
                List.of("どの所属かを", "role", "PRIVACY_OFFICER", "staffNumber", other.staffNumber()),
                List.of("県警察全体", "role", "SYSTEM_MANAGER", "staffNumber", other.staffNumber(), "unit", "AT-HIRO"),
                List.of("ご自身", "role", "SYSTEM_MANAGER", "staffNumber", keeper.staffNumber()),
                List.of("ご自身", "role", "SYSTEM_MANAGER", "post", postOf(keeper)))) {
            assertThat(appoint(browser, wrong.subList(1, wrong.size()).toArray(String[]::new))
                            .getStatus())
                    .as(wrong.getFirst())
                    .isEqualTo(422);
            assertThat(browser.page()).contains(wrong.getFirst()).doesNotMatch(UNTRANSLATED);
        }
        assertThat(duties.book().appointed()).hasSize(before);
        var _ = browser.open("/duties/permits");
        assertThat(ask(browser, "incompatible", "AUDITOR_CENTRE", "staffNumber", "NOBODY")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("職員番号が必要です");
        assertThat(ask(browser, "reason", "x").getStatus()).isEqualTo(422);
        assertThat(ask(browser, "lastDay", "").getStatus()).isEqualTo(422);
        assertThat(ask(browser, "lastDay", today().plusYears(3).toString()).getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("1年以内");
    }

    @Test
    void onlyKeepersAppointAndEnglishIsComplete() throws Exception {
        var officer = signedIn(PostClass.OFFICER);
        assertThat(officer.open("/duties").getStatus()).isEqualTo(200);
        assertThat(officer.page()).doesNotContain("/duties/new");
        assertThat(officer.open("/duties/new").getStatus()).isEqualTo(404);
        assertThat(officer.open("/duties/permits").getStatus()).isEqualTo(404);
        var keeper = signedIn(PostClass.INFORMATION_MANAGEMENT);
        var _ = keeper.open("/duties");
        var _ = keeper.send("/language", "language", "en", "target", "/duties");
        for (var path : new String[] {"/duties", "/duties?line=SECURITY", "/duties/new", "/duties/permits"}) {
            assertThat(keeper.open(path).getStatus()).isEqualTo(200);
            assertThat(keeper.page()).doesNotMatch(UNTRANSLATED);
        }
    }

    private ConditionResult combination(TestForce.Member member) {
        var version = operations.inForce().getFirst();
        var question = Question.of(askers.of(member), Act.EXISTENCE, version, clock.instant());
        return access.decide(question).conditions().stream()
                .filter(condition -> condition.rule().equals("AK-15"))
                .findFirst()
                .orElseThrow();
    }

    private void concurrent(TestForce.Member member, TestForce.Member place) {
        var text = "職員番号,職コード,任用区分,開始日\n" + member.staffNumber() + "," + postOf(place) + ",兼務," + today();
        var outcome = imports.apply(
                List.of(new ImportFile("任用.csv", text.getBytes(StandardCharsets.UTF_8))), Actor.system("duty-test"));
        assertThat(outcome).isInstanceOf(OrganizationImport.Applied.class);
    }

    private MockHttpServletResponse appoint(Browser browser, String... fields) throws Exception {
        var _ = browser.open("/duties/new");
        return browser.send(
                "/duties/new",
                merged(
                        List.of(
                                "role",
                                "",
                                "post",
                                "",
                                "staffNumber",
                                "",
                                "unit",
                                "",
                                "deputy",
                                "0",
                                "from",
                                today().toString(),
                                "lastDay",
                                "",
                                "document",
                                "人事第9号"),
                        fields));
    }

    private MockHttpServletResponse ask(Browser browser, String... fields) throws Exception {
        return browser.send(
                "/duties/permits",
                merged(
                        List.of(
                                "incompatible",
                                "",
                                "staffNumber",
                                "",
                                "subject",
                                "後任の着任までの兼務",
                                "reason",
                                "欠員のため",
                                "measures",
                                "毎週点検する",
                                "from",
                                today().toString(),
                                "lastDay",
                                today().plusDays(30).toString()),
                        fields));
    }

    private static String[] merged(List<String> base, String... fields) {
        var all = new ArrayList<>(base);
        for (int n = 0; n < fields.length; n += 2) {
            all.set(all.indexOf(fields[n]) + 1, fields[n + 1]);
        }
        return all.toArray(String[]::new);
    }

    private String postOf(TestForce.Member member) {
        var roster = organization.roster();
        return roster.post(roster.principalOf(member.id()).orElseThrow().post())
                .orElseThrow()
                .code();
    }

    private LocalDate today() {
        return organization.roster().date();
    }

    private Browser signedIn(PostClass postClass) throws Exception {
        var member = force.officer(TestForce.GENERAL, postClass);
        return Browser.of(mvc, accounts, member);
    }
}
