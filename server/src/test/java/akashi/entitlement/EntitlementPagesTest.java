package akashi.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.access.Access;
import akashi.access.IndividualRights;
import akashi.access.Question;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.operation.Act;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.operation.Scope;
import akashi.organization.ImportFile;
import akashi.organization.Organization;
import akashi.organization.OrganizationImport;
import akashi.organization.PostClass;
import akashi.usage.Actor;
import akashi.usage.TreeCheck;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Rights asked for, unused and gone through, by pages, database and decisions. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class})
@ExtendWith(TreeCheck.class)
class EntitlementPagesTest {
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";
    private static final String UNTRANSLATED = "(?s).*\\[[a-z]+\\.[a-zA-Z0-9.:-]+.*";

    private final Accounts accounts;
    private final Access access;
    private final IndividualRights rights;
    private final UnusedRights unused;
    private final Campaigns campaigns;
    private final Requests requests;
    private final Operations operations;
    private final Organization organization;
    private final OrganizationImport imports;
    private final UsageLog usage;
    private final MovableClock clock;
    private final TestForce force;
    private final TestAskers askers;
    private final MockMvc mvc;

    EntitlementPagesTest(
            Accounts accounts,
            Access access,
            IndividualRights rights,
            UnusedRights unused,
            Campaigns campaigns,
            Requests requests,
            Operations operations,
            Organization organization,
            OrganizationImport imports,
            UsageLog usage,
            MovableClock clock,
            JdbcClient jdbc,
            MockMvc mvc) {
        this.accounts = accounts;
        this.access = access;
        this.rights = rights;
        this.unused = unused;
        this.campaigns = campaigns;
        this.requests = requests;
        this.operations = operations;
        this.organization = organization;
        this.imports = imports;
        this.usage = usage;
        this.clock = clock;
        this.force = new TestForce(organization, jdbc);
        this.askers = new TestAskers(organization, clock);
        this.mvc = mvc;
    }

    @Test
    void theHeadAsksTheManagerGrantsAndTheRegisterShowsTheChain() throws Exception {
        var one = force.officer(TestForce.HACHI, PostClass.CIVILIAN);
        var other = force.officer(TestForce.HACHI_BOX, PostClass.CIVILIAN);
        var version = closedTo(PostClass.CIVILIAN);
        var head = browser(force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        assertThat(head.open("/entitlements").getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("申請はありません").doesNotMatch(UNTRANSLATED);
        assertThat(right(one, version)).isFalse();

        assertThat(ask(head, version, "staff", one.staffNumber() + "、" + other.staffNumber())
                        .getStatus())
                .as(head.page())
                .isEqualTo(303);

        var request = requests.latest().getFirst();
        assertThat(right(one, version)).isFalse();
        var _ = head.open("/entitlements");
        assertThat(head.page()).contains("承認待ち", "取り下げる").doesNotContain("承認して付与する");
        var decide = "/entitlements/" + request.number() + "/decide";
        assertThat(head.send(decide, "answer", "grant").getStatus()).isEqualTo(404);
        var manager = browser(force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER));
        var _ = manager.open("/entitlements");
        assertThat(manager.page()).contains("承認して付与する", one.staffNumber()).doesNotMatch(UNTRANSLATED);
        assertThat(manager.send(decide, "answer", "grant").getStatus()).isEqualTo(303);

        assertThat(right(one, version)).isTrue();
        assertThat(right(other, version)).isTrue();
        var _ = manager.open("/entitlements");
        assertThat(manager.page()).contains("権限を付与しました", "が承認し、付与").doesNotMatch(UNTRANSLATED);
        var _ = manager.open("/rights?unit=" + TestForce.HACHI);
        assertThat(manager.page()).contains(request.paper());
        var _ = manager.send(decide, "answer", "refuse", "why", "やはり認めない");
        var _ = manager.open("/entitlements");
        assertThat(manager.page()).contains("すでに処理されています");
    }

    @Test
    void nobodyDecidesWhatTheyAskedForOrWhatIsForThem() throws Exception {
        var version = closedTo(PostClass.SYSTEM_GENERAL_MANAGER);
        var manager = force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
        var browser = browser(manager);
        var officer = force.officer(TestForce.HIRO, PostClass.CIVILIAN);
        assertThat(ask(browser, version, "staff", manager.staffNumber()).getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("自分のための申請");
        assertThat(ask(browser, version, "staff", officer.staffNumber()).getStatus())
                .isEqualTo(303);
        var own = requests.latest().getFirst();
        var _ = browser.open("/entitlements");
        var _ = browser.send("/entitlements/" + own.number() + "/decide", "answer", "grant");
        var _ = browser.open("/entitlements");
        assertThat(browser.page()).contains("申請した者と、対象の職員は承認できません");
        assertThat(right(officer, version)).isFalse();

        var asking = browser(force.officer(TestForce.GENERAL, PostClass.SECTION_HEAD));
        assertThat(ask(asking, version, "staff", manager.staffNumber()).getStatus())
                .as(asking.page())
                .isEqualTo(303);
        var forManager = requests.latest().getFirst();
        var _ = browser.open("/entitlements");
        var _ = browser.send("/entitlements/" + forManager.number() + "/decide", "answer", "grant");
        assertThat(right(manager, version)).isFalse();
        var another = browser(force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER));
        var _ = another.open("/entitlements");
        var _ = another.send("/entitlements/" + own.number() + "/decide", "answer", "refuse", "why", "");
        var _ = another.open("/entitlements");
        assertThat(another.page()).contains("理由を3文字以上");
        var _ = another.send("/entitlements/" + own.number() + "/decide", "answer", "refuse", "why", "必要がない");
        var _ = another.send("/entitlements/" + forManager.number() + "/decide", "answer", "grant");
        assertThat(right(manager, version)).isTrue();
        var _ = another.open("/entitlements");
        assertThat(another.page()).contains("が不承認", "必要がない");
        assertThat(ask(browser, version, "staff", officer.staffNumber()).getStatus())
                .isEqualTo(303);
        var last = requests.latest().getFirst();
        var _ = another.send("/entitlements/" + last.number() + "/withdraw");
        var _ = browser.open("/entitlements");
        assertThat(browser.send("/entitlements/" + last.number() + "/withdraw").getStatus())
                .isEqualTo(303);
        assertThat(requests.one(last.number()).orElseThrow().state()).isEqualTo(Request.State.WITHDRAWN);
    }

    @Test
    void badRequestsAreNamed() throws Exception {
        var version = closedTo(PostClass.CIVILIAN);
        var head = browser(force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        var own = force.officer(TestForce.HACHI, PostClass.CIVILIAN).staffNumber();
        var foreign = force.officer(TestForce.HIRO, PostClass.CIVILIAN).staffNumber();
        var partTimer = force.partTimer(TestForce.HACHI).staffNumber();
        for (var wrong : List.of(
                List.of("1人以上50人まで", "staff", " "),
                List.of("有効な職員番号", "staff", "NOBODY"),
                List.of("所属の職員でない者", "staff", own + " " + foreign),
                List.of("理由を3文字以上", "staff", own, "reason", "x"),
                List.of("2年以内", "staff", own, "lastDay", "2001-01-01"),
                List.of("操作・範囲・期間", "staff", own, "lastDay", "x"),
                List.of("操作・範囲・期間", "staff", own, "act", "x"),
                List.of("非常勤", "staff", partTimer, "scope", "PREFECTURE", "act", "EXISTENCE"))) {
            assertThat(ask(head, version, wrong.subList(1, wrong.size()).toArray(String[]::new))
                            .getStatus())
                    .as(wrong.getFirst())
                    .isEqualTo(422);
            assertThat(head.page()).doesNotMatch(UNTRANSLATED);
        }
        assertThat(requests.latest().stream().filter(request -> request.staff().contains(own)))
                .isEmpty();
        assertThat(browser(force.officer(TestForce.HACHI, PostClass.OFFICER))
                        .open("/entitlements")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotUsedIsAskedAboutAndEndsWithoutAnAnswer() throws Exception {
        var version = closedTo(PostClass.CIVILIAN);
        var silent = granted(version);
        var kept = granted(version);
        var given = granted(version);
        var used = granted(version);
        clock.move(Duration.ofDays(91));
        var _ = usage.seal(Use.of("CONTENT", askers.of(used).actor())
                .in(version.code().value(), version.hash(), new Use.Ruling("AK-06-I", "2", true)));

        unused.look();
        unused.look();

        assertThat(asked(silent)).hasSize(1);
        assertThat(asked(used)).isEmpty();
        var head = browser(force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        assertThat(head.open("/entitlements/unused").getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("続ける理由", "内容照会").doesNotMatch(UNTRANSLATED);
        var keep = "/entitlements/unused/" + asked(kept).getFirst().number();
        assertThat(head.send(keep, "answer", "keep", "why", "").getStatus()).isEqualTo(303);
        assertThat(asked(kept).getFirst().state()).isEqualTo(Unused.State.ASKED);
        assertThat(head.send(keep, "answer", "keep", "why", "年度末の事務に使う").getStatus())
                .isEqualTo(303);
        var _ = head.send(keep, "answer", "keep", "why", "年度末の事務に使う");
        assertThat(head.send("/entitlements/unused/" + asked(given).getFirst().number(), "answer", "give-up")
                        .getStatus())
                .isEqualTo(303);
        assertThat(right(given, version)).isFalse();
        assertThat(right(kept, version)).isTrue();
        var elsewhere = browser(force.officer(TestForce.HIRO, PostClass.UNIT_HEAD));
        assertThat(elsewhere.open("/entitlements/unused").getStatus()).isEqualTo(200);
        assertThat(elsewhere.page()).doesNotContain(silent.staffNumber());
        var foreign = "/entitlements/unused/" + asked(silent).getFirst().number();
        assertThat(elsewhere.send(foreign, "answer", "give-up").getStatus()).isEqualTo(404);
        assertThat(right(silent, version)).isTrue();

        clock.move(Duration.ofDays(31));
        unused.look();

        assertThat(right(silent, version)).isFalse();
        assertThat(asked(silent).getFirst().state()).isEqualTo(Unused.State.ENDED);
        assertThat(right(kept, version)).isTrue();
        assertThat(asked(kept)).hasSize(1);
        clock.move(Duration.ofDays(-122));
        assertThat(unused.answer(
                        asked(silent).getFirst(), false, "", askers.of(silent), new Use.Ruling("test", "1", true)))
                .contains("entitlement.fault.self");
    }

    @Test
    void theHeadGoesThroughTheUnitAndSignsWhatWasSeen() throws Exception {
        var version = closedTo(PostClass.CIVILIAN);
        var holder = granted(version, TestForce.HIRO);
        var stopped = force.officer(TestForce.HIRO, PostClass.DETECTIVE);
        var head = force.officer(TestForce.HIRO, PostClass.UNIT_HEAD);
        var keeper = browser(force.officer(TestForce.GENERAL, PostClass.INFORMATION_MANAGEMENT));
        assertThat(keeper.open("/entitlements/campaigns").getStatus()).isEqualTo(200);
        assertThat(keeper.page()).contains("点検を始める").doesNotMatch(UNTRANSLATED);
        var path = String.valueOf(
                keeper.send("/entitlements/campaigns", "unit", TestForce.HIRO).getHeader("Location"));
        assertThat(path).matches("/entitlements/campaigns/[0-9]+");
        var _ = keeper.open("/entitlements/campaigns");
        var _ = keeper.send("/entitlements/campaigns", "unit", TestForce.HIRO);
        var _ = keeper.open("/entitlements/campaigns");
        assertThat(keeper.page()).contains("すでに行われています", "点検中");
        for (var wrong : new String[] {"NO-SUCH", TestForce.HACHI_BOX}) {
            var _ = keeper.send("/entitlements/campaigns", "unit", wrong);
            var _ = keeper.open("/entitlements/campaigns");
            assertThat(keeper.page()).containsAnyOf("この所属コードはありません", "所属長のいる所属を選んで");
        }
        var campaign = campaigns
                .one(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)))
                .orElseThrow();
        assertThat(campaign.overdue(campaign.due())).isFalse();
        assertThat(campaign.overdue(campaign.due().plusDays(1))).isTrue();

        var browser = browser(head);
        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(browser.page())
                .contains(holder.staffNumber(), stopped.staffNumber(), "確かめて署名する", "標準の権限一式")
                .doesNotContain("answer-" + head.staffNumber())
                .doesNotMatch(UNTRANSLATED);
        assertThat(keeper.open(path).getStatus()).isEqualTo(200);
        assertThat(keeper.page()).doesNotContain("確かめて署名する</button>");
        var lines = campaigns.lines(campaign, askers.of(head));
        var digest = Campaigns.digest(lines, List.of());
        assertThat(browser.send(path + "/sign", "digest", digest).getStatus()).isEqualTo(422);
        assertThat(browser.page()).contains("答えていない行");
        var answers = new ArrayList<>(List.of("digest", "0"));
        for (var line : lines) {
            var take = line.staff().equals(stopped.staffNumber()) || line.granted() != 0;
            answers.addAll(List.of("answer-" + line.key(), take ? "take" : "keep"));
        }
        assertThat(browser.send(path + "/sign", answers.toArray(String[]::new)).getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("一覧が変わりました");
        answers.set(1, digest);
        assertThat(browser.send(path + "/sign", answers.toArray(String[]::new)).getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("理由を3文字以上");
        lines.forEach(line -> answers.addAll(List.of("why-" + line.key(), "担当を外れたため")));
        assertThat(right(holder, version)).isTrue();

        assertThat(browser.send(path + "/sign", answers.toArray(String[]::new)).getStatus())
                .as(browser.page())
                .isEqualTo(303);

        assertThat(right(holder, version)).isFalse();
        var own = operations.inForce().stream()
                .filter(one -> one.definition()
                        .eligible(Act.CONTENT, PostClass.DETECTIVE)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(right(stopped, own)).isFalse();
        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("署名済み", "取り上げる", "担当を外れたため", "ハッシュ").doesNotMatch(UNTRANSLATED);
        assertThat(browser.send(path + "/sign", answers.toArray(String[]::new)).getStatus())
                .isEqualTo(422);
        var elsewhere = browser(force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        assertThat(elsewhere.open(path).getStatus()).isEqualTo(404);
        var _ = browser.open("/entitlements");
        var _ = browser.send("/language", "language", "en", "target", "/entitlements");
        for (var page : new String[] {path, "/entitlements", "/entitlements/unused", "/entitlements/campaigns"}) {
            assertThat(browser.open(page).getStatus()).isEqualTo(200);
            assertThat(browser.page()).doesNotMatch(UNTRANSLATED);
        }
    }

    @Test
    void aUnitThatEndsHandsItsRecertificationToItsSuccessor() {
        var today = organization.roster().date();
        units("RZ-A,見本第一課,課,2014-04-01,,", "RZ-C,見本第三課,課,2014-04-01,,");
        var actor = Actor.system("entitlement-test");
        assertThat(campaigns.open("RZ-A", Campaign.Ground.ORDERED, actor)).isInstanceOf(Campaigns.Opening.Opened.class);
        units(
                "RZ-A,見本第一課,課,2014-04-01," + today + ",",
                "RZ-C,見本第三課,課,2014-04-01," + today + ",",
                "RZ-B,見本新課,課," + today.plusDays(1) + ",,RZ-A");
        clock.move(Duration.ofDays(1));

        campaigns.look();

        assertThat(states("RZ-A")).containsExactly(Campaign.State.MOVED);
        assertThat(states("RZ-B")).containsExactly(Campaign.State.OPEN);
        assertThat(campaigns.open("RZ-A", Campaign.Ground.ORDERED, actor))
                .isEqualTo(new Campaigns.Opening.ForSuccessors(1));
        assertThat(campaigns.open("RZ-C", Campaign.Ground.ORDERED, actor))
                .isEqualTo(new Campaigns.Opening.Refused("entitlement.fault.abolished"));
        assertThat(states("RZ-C")).isEmpty();
        clock.move(Duration.ofDays(-1));
    }

    @Test
    void transfersAndTheYearBringRecertificationsByThemselves() {
        units("RZ-T,見本転入課,課,2014-04-01,,");
        var member = force.officer(TestForce.HIRO, PostClass.OFFICER);
        var posts = "職コード,所属コード,職名,職区分,開始日\nRZ-T/1,RZ-T,係員,警察官,2014-04-01";
        var day = organization.roster().date().plusDays(2);
        var moves = "職員番号,職コード,任用区分,開始日\n" + member.staffNumber() + ",RZ-T/1,本務," + day;
        imported(posts, moves);
        campaigns.look();
        assertThat(states("RZ-T")).isEmpty();

        clock.move(Duration.ofDays(2));
        campaigns.look();
        campaigns.look();

        assertThat(states("RZ-T")).containsExactly(Campaign.State.OPEN);
        var june = LocalDate.of(day.getYear() + 1, 6, 2);
        var away = Duration.ofDays(java.time.temporal.ChronoUnit.DAYS.between(day, june));
        clock.move(away);
        campaigns.look();
        assertThat(states(TestForce.CRIME)).containsExactly(Campaign.State.OPEN);
        clock.move(away.plusDays(2).negated());
    }

    private List<Campaign.State> states(String unit) {
        return campaigns.latest().stream()
                .filter(campaign -> campaign.unit().equals(unit))
                .map(Campaign::state)
                .toList();
    }

    private void units(String... lines) {
        imported("所属コード,所属名,種別,開始日,終了日,承継元\n" + String.join("\n", lines));
    }

    private void imported(String... texts) {
        var files = new ArrayList<ImportFile>();
        for (var text : texts) {
            files.add(new ImportFile("組織.csv", text.getBytes(StandardCharsets.UTF_8)));
        }
        var outcome = imports.apply(files, Actor.system("entitlement-test"));
        assertThat(outcome.report().faults()).isEmpty();
    }

    private List<Unused> asked(TestForce.Member member) {
        return unused.latest().stream()
                .filter(one -> one.holder().equals(member.id()))
                .toList();
    }

    private TestForce.Member granted(OperationVersion version) {
        return granted(version, TestForce.HACHI);
    }

    /** A civilian with a content right given individually. */
    private TestForce.Member granted(OperationVersion version, String unit) {
        var member = force.officer(unit, PostClass.CIVILIAN);
        var manager = askers.of(force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER));
        var today = organization.roster().date();
        var wish = new IndividualRights.Wish(
                member.staffNumber(), version.code(), Act.CONTENT, Scope.OWN_UNIT, today, today.plusYears(2));
        assertThat(rights.grant(manager, List.of(wish), "見本第1号", () -> {})).isEmpty();
        return member;
    }

    private OperationVersion closedTo(PostClass postClass) {
        return operations.inForce().stream()
                .filter(version ->
                        version.definition().eligible(Act.CONTENT, postClass).isEmpty())
                .filter(version -> version.definition()
                        .eligible(Act.CONTENT, PostClass.DETECTIVE)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private boolean right(TestForce.Member member, OperationVersion version) {
        var question = Question.of(askers.of(member), Act.CONTENT, version, clock.instant());
        return access.decide(question).conditions().stream()
                .filter(condition -> condition.rule().equals("AK-06"))
                .allMatch(condition -> condition.met());
    }

    private MockHttpServletResponse ask(Browser browser, OperationVersion version, String... fields) throws Exception {
        var today = organization.roster().date();
        var all = new ArrayList<>(List.of(
                "operation",
                version.code().value(),
                "act",
                "CONTENT",
                "scope",
                "OWN_UNIT",
                "from",
                today.toString(),
                "lastDay",
                today.plusMonths(6).toString(),
                "staff",
                "",
                "reason",
                "捜査本部の事務のため"));
        for (int n = 0; n < fields.length; n += 2) {
            all.set(all.indexOf(fields[n]) + 1, fields[n + 1]);
        }
        var _ = browser.open("/entitlements");
        return browser.send("/entitlements", all.toArray(String[]::new));
    }

    private Browser browser(TestForce.Member member) throws Exception {
        accounts.open(member.id(), PASSWORD);
        return new Browser(mvc).signIn(member.staffNumber(), PASSWORD);
    }
}
