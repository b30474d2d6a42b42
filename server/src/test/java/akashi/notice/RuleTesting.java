package akashi.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.calendar.JapaneseDates;
import akashi.operation.OperationCode;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.prefecture.SampleOrganization;
import akashi.tlog.TreeCheck;
import akashi.usage.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/** What tests of rules share: who takes part, what they write, and what came of it. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class, RuleTesting.Site.class})
@ExtendWith(TreeCheck.class)
abstract class RuleTesting {
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";
    static final OperationCode BICYCLE = new OperationCode("bicycle");
    static final String WHOLE = """
            第１ 目的
            自転車の防犯登録の照会を適正に行う。
            第２ 準拠
            情報管理システム運営訓令
            第３　用語
            該当なし
            第４ 基本構成
            該当なし
            第５ 運用体制
            運用主管課長が総括する。
            第６ 運用時間
            24時間
            第７ アクセス範囲
            別表のとおり。
            第８ 対象情報・登録項目
            防犯登録番号、車体番号
            第９ 登録・変更・抹消の手続と期限
            速やかに登録する。
            第10 照会・回答
            照会センターを経由する。
            第11 出力資料
            持ち出さない。
            第12 データの保存期間
            10年
            第13 障害時の措置
            台帳により回答する。
            第14 教養
            年1回行う。
            """;

    final Rules rules;
    final RuleRegister register;
    final OpenTasks open;
    final Accounts accounts;
    final Organization organization;
    final List<SampleOrganization.SamplePerson> cast;
    final JdbcClient jdbc;
    final MockMvc mvc;
    final MovableClock clock;

    /** What the tests use. */
    @Component
    record Site(
            Rules rules,
            RuleRegister register,
            OpenTasks open,
            Accounts accounts,
            Organization organization,
            SampleOrganization sample,
            JdbcClient jdbc,
            MockMvc mvc,
            MovableClock clock) {}

    RuleTesting(Site site) {
        this.rules = site.rules();
        this.register = site.register();
        this.open = site.open();
        this.accounts = site.accounts();
        this.organization = site.organization();
        this.cast = site.sample().load(Actor.system("test"));
        this.jdbc = site.jdbc();
        this.mvc = site.mvc();
        this.clock = site.clock();
    }

    String approved(Browser author, String title, @Nullable LocalDate until) throws Exception {
        var _ = author.open("/rules/new?operation=bicycle");
        var path = draft(author, title, sections(), "until", until == null ? "" : until.toString());
        var head = signedIn(part("SECTION_HEAD_COMMUNITY"));
        var _ = head.open(path);
        assertThat(head.send(path + "/approve", "version", "1").getHeader("Location"))
                .isEqualTo(path);
        return path;
    }

    String draft(Browser author, String title, Map<String, String> sections, String... more) throws Exception {
        var response = send(author, "/rules/new", title, sections, more);
        assertThat(response.getStatus()).as(author.page()).isEqualTo(303);
        return String.valueOf(response.getHeader("Location"));
    }

    MockHttpServletResponse send(
            Browser author, String path, String title, Map<String, String> sections, String... more) throws Exception {
        var fields = new LinkedHashMap<String, String>();
        fields.put("operation", "bicycle");
        fields.put("title", title);
        fields.put("number", "達（情）第123号");
        fields.put("dated", today().toString());
        fields.put("from", today().toString());
        fields.put("kept", today().plusYears(5).toString());
        fields.put("until", "");
        fields.putAll(sections);
        for (var i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return author.send(path, flat(fields));
    }

    static String[] flat(Map<String, String> fields) {
        var all = new ArrayList<String>();
        fields.forEach((name, value) -> all.addAll(List.of(name, value)));
        return all.toArray(String[]::new);
    }

    static Map<String, String> sections() {
        var sections = new LinkedHashMap<String, String>();
        RuleText.read(WHOLE).orElseThrow().sections().forEach((code, said) -> sections.put("s-" + code, said));
        return sections;
    }

    LocalDate today() {
        return JapaneseDates.dateOf(clock.instant());
    }

    static long number(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    List<String> keys(String part) {
        return open.of(part(part)).stream()
                .map(seen -> seen.task().task().key())
                .toList();
    }

    /** How often an act is on the log, once every committed use has its place there. */
    long uses(String act, String holding) {
        await().until(() -> jdbc.sql("""
                select not exists (
                    select from usage_pending p
                     where not exists (select from usage_integrated i where i.id = p.id))
                """).query(Boolean.class).single());
        return jdbc.sql("""
                select count(*) from usage_leaf
                 where act = :act and position(:holding in convert_from(leaf, 'UTF8')) > 0
                """)
                .param("act", act)
                .param("holding", holding)
                .query(Long.class)
                .single();
    }

    PersonId part(String key) {
        return cast.stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow()
                .person();
    }

    /** Somebody of the section who is not its head. */
    PersonId staffOf(String unit) {
        var roster = organization.roster();
        return roster.postsOf(roster.unitByCode(unit).orElseThrow().id()).stream()
                .filter(post -> !post.code().endsWith("/1"))
                .flatMap(post -> roster.holdersOf(post.id()).stream())
                .findFirst()
                .orElseThrow()
                .person();
    }

    /** Somebody whose post the operation does not name. */
    PersonId civilian() {
        var roster = organization.roster();
        return roster.people().stream()
                .filter(person -> person.duty().mayAct())
                .map(person -> person.id())
                .filter(id -> roster.principalOf(id)
                        .flatMap(held -> roster.post(held.post()))
                        .filter(post -> post.postClass() == PostClass.CIVILIAN)
                        .filter(post -> !roster.command(post.unit())
                                .map(unit -> unit.code())
                                .orElse("")
                                .startsWith("H3"))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    Browser signedIn(PersonId person) throws Exception {
        if (!accounts.has(person)) {
            accounts.open(person, PASSWORD);
        }
        var number = organization.roster().person(person).orElseThrow().staffNumber();
        return new Browser(mvc).signIn(number, PASSWORD);
    }
}
