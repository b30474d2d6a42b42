package akashi.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import akashi.organization.SampleOrganization;
import akashi.usage.Actor;
import akashi.usage.TreeCheck;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class})
@ExtendWith(TreeCheck.class)
class RulesTest {
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";
    private static final OperationCode BICYCLE = new OperationCode("bicycle");
    private static final String WHOLE = """
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

    private final Rules rules;
    private final RuleRegister register;
    private final OpenTasks open;
    private final Accounts accounts;
    private final Organization organization;
    private final List<SampleOrganization.SamplePerson> cast;
    private final JdbcClient jdbc;
    private final MockMvc mvc;
    private final MovableClock clock;

    RulesTest(
            Rules rules,
            RuleRegister register,
            OpenTasks open,
            Accounts accounts,
            Organization organization,
            SampleOrganization sample,
            JdbcClient jdbc,
            MockMvc mvc,
            MovableClock clock) {
        this.rules = rules;
        this.register = register;
        this.open = open;
        this.accounts = accounts;
        this.organization = organization;
        this.cast = sample.load(Actor.system("test"));
        this.jdbc = jdbc;
        this.mvc = mvc;
        this.clock = clock;
    }

    @Test
    void oneWritesAnotherApprovesAndThoseConcernedSayTheyKnow() throws Exception {
        var author = signedIn(staffOf("H201"));
        var head = signedIn(part("SECTION_HEAD_COMMUNITY"));
        assertThat(author.open("/rules/new?operation=bicycle").getStatus()).isEqualTo(200);
        var path = draft(author, "要領その1", Map.of("s-purpose", "目的だけ"));
        assertThat(keys("SECTION_HEAD_COMMUNITY")).contains("rule/approve/" + number(path));
        assertThat(rules.inForce(BICYCLE).map(Rules.InForce::id)).isNotEqualTo(Optional.of(number(path)));

        assertThat(head.open(path).getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("必要な章がそろっていません", "運用時間", "承認する");
        assertThat(head.send(path + "/approve", "version", "1").getStatus()).isEqualTo(422);
        assertThat(head.page()).contains("章がそろっていないため承認できません");

        assertThat(author.open(path + "/edit").getStatus()).isEqualTo(200);
        assertThat(author.send(path + "/edit", "operation", "bicycle", "version", "1", "fill", "1", "whole", WHOLE)
                        .getStatus())
                .isEqualTo(200);
        assertThat(author.page()).contains("照会センターを経由する。</textarea>", "10年</textarea>");
        assertThat(send(author, path + "/edit", "要領その1", sections(), "version", "1")
                        .getHeader("Location"))
                .isEqualTo(path);
        assertThat(author.send(path + "/approve", "version", "2").getStatus()).isEqualTo(404);
        assertThat(head.send(path + "/approve", "version", "1").getStatus()).isEqualTo(422);
        assertThat(head.page()).contains("ほかの人が先に変えました");
        assertThat(head.send(path + "/approve", "version", "2").getHeader("Location"))
                .isEqualTo(path);
        assertThat(keys("SECTION_HEAD_COMMUNITY")).doesNotContain("rule/approve/" + number(path));

        var inForce = rules.inForce(BICYCLE).orElseThrow();
        assertThat(inForce.title()).isEqualTo("要領その1");
        assertThat(rules.readyFor(BICYCLE, LocalDate.EPOCH)).isFalse();
        assertThat(uses("RULE_APPROVE", "\"rule\":\"" + number(path) + "\"")).isEqualTo(1);
        assertThat(uses("RULE_APPROVE", inForce.mark())).isPositive();

        var officer = signedIn(part("PATROL_OFFICER"));
        var _ = officer.open("/tasks");
        assertThat(officer.page()).contains("自転車", "読んで、確認を記録してください", "href=\"" + path + "\"");
        assertThat(officer.open(path).getStatus()).isEqualTo(200);
        assertThat(officer.page()).contains("第1", "照会センターを経由する。").doesNotContain("所属ごとの周知", "[notice.");
        assertThat(officer.send(path + "/acknowledge").getHeader("Location")).isEqualTo(path);
        var _ = officer.open(path);
        assertThat(officer.page()).contains("確認しています").doesNotContain("内容を確認した</button>");
        assertThat(officer.send(path + "/acknowledge").getHeader("Location")).isEqualTo(path);
        assertThat(uses("RULE_READ", "\"rule\":\"" + number(path) + "\"")).isEqualTo(1);

        var _ = head.open(path);
        assertThat(head.page()).contains("所属ごとの周知", "八戸警察署", "のうち 1人 が確認しました");
        var _ = head.open("/rules?operation=bicycle");
        assertThat(head.page()).contains("要領その1", "実施中", "%（1/").doesNotContain("[notice.");
        assertThat(head.open("/rules.csv").getContentAsString()).contains("要領その1");
        var _ = head.send("/language", "language", "en", "target", "/rules");
        for (var page : List.of("/rules", path, "/guidance", "/rules/new?operation=bicycle")) {
            assertThat(head.open(page).getStatus()).isEqualTo(200);
            assertThat(head.page()).doesNotContain("[notice.");
        }
    }

    @Test
    void whoeverWroteOnItNeverApprovesIt() throws Exception {
        var head = signedIn(part("SECTION_HEAD_COMMUNITY"));
        var _ = head.open("/rules/new?operation=bicycle");
        var path = draft(head, "自分の案", sections());
        assertThat(head.send(path + "/approve", "version", "1").getStatus()).isEqualTo(422);
        assertThat(head.page()).contains("案を書いた人は承認できません");
        var rule = register.shelf().one(number(path)).orElseThrow();
        assertThatThrownBy(() -> jdbc.sql("""
                        update notice_rule set state = 'APPROVED', approved_by = authors[1], approved_at = now()
                         where id = :id
                        """).param("id", rule.id()).update()).isInstanceOf(DataAccessException.class);
        assertThat(head.send(path + "/withdraw").getHeader("Location")).isEqualTo(path);
        assertThat(head.send(path + "/withdraw").getStatus()).isEqualTo(422);

        var general = signedIn(part("SYSTEM_GENERAL_MANAGER"));
        var _ = head.open("/rules/new?operation=bicycle");
        var other = draft(head, "ほかの人が承認する案", sections());
        var _ = general.open(other);
        assertThat(general.send(other + "/approve", "version", "1").getHeader("Location"))
                .isEqualTo(other);
        assertThatThrownBy(() -> jdbc.sql("update notice_rule_section set body = 'x' where rule = :id")
                        .param("id", number(other))
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update notice_rule set number = 'x' where id = :id")
                        .param("id", number(other))
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(head.open(other + "/edit").getStatus()).isEqualTo(422);
    }

    @Test
    void theEndIsToldBeforehandAndANextEditionSettlesIt() throws Exception {
        var author = staffOf("H201");
        var writes = signedIn(author);
        var first = approved(writes, "満了する版", today().plusDays(30));
        rules.watch();
        rules.watch();
        assertThat(keys("SECTION_HEAD_COMMUNITY")).containsOnlyOnce("rule/ends/" + number(first));

        clock.move(Duration.ofDays(31));
        assertThat(rules.inForce(BICYCLE)).isEmpty();
        rules.watch();
        assertThat(keys("SECTION_HEAD_COMMUNITY")).contains("rule/expired/" + number(first));

        var next = approved(signedIn(author), "次の版", null);
        rules.watch();
        assertThat(keys("SECTION_HEAD_COMMUNITY"))
                .doesNotContain("rule/ends/" + number(first), "rule/expired/" + number(first));
        assertThat(rules.inForce(BICYCLE)).map(Rules.InForce::id).contains(number(next));
        var reader = signedIn(part("BOX_OFFICER"));
        var _ = reader.open(next);
        assertThat(reader.page()).contains("満了する版", "旧版");
        assertThat(reader.open(first).getStatus()).isEqualTo(200);
    }

    @Test
    void aManualUnderStrictControlIsOpenedOnTheRecordByThoseItConcerns() throws Exception {
        var author = signedIn(staffOf("H301"));
        var _ = author.open("/rules/new?operation=wanted");
        var path = draft(author, "取扱説明書", Map.of("s-inquiry", "端末の扱い方"), "operation", "wanted", "strict", "on");
        var head = signedIn(part("SECTION_HEAD_CRIMINAL"));
        var _ = head.open(path);
        assertThat(head.page()).doesNotContain("必要な章がそろっていません");
        assertThat(head.send(path + "/approve", "version", "1").getHeader("Location"))
                .isEqualTo(path);

        assertThat(rules.inForce(new OperationCode("wanted"))).isEmpty();
        var officer = signedIn(part("DETECTIVE"));
        assertThat(officer.open(path).getStatus()).isEqualTo(200);
        assertThat(officer.page()).contains("厳重に管理する取扱説明書");
        assertThat(signedIn(part("PART_TIME_ADVISER")).open(path).getStatus()).isEqualTo(404);
        var stranger = signedIn(civilian());
        assertThat(stranger.open(path).getStatus()).isEqualTo(404);
        assertThat(uses("RULE_STRICT", "\"rule\":\"" + number(path) + "\"")).isGreaterThanOrEqualTo(3);
        assertThat(uses("RULE_STRICT", "\"permitted\":false")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsKept() throws Exception {
        var author = signedIn(staffOf("H201"));
        var _ = author.open("/rules/new?operation=bicycle");
        var before = register.shelf().rules().size();
        for (var wrong : new String[][] {
            {"number", "", "発番を2文字以上"},
            {"title", "<script>alert(1)</script>".repeat(20), "件名を2文字以上"},
            {"dated", "きのう", "文書の日付を選んで"},
            {"dated", "0001-01-01", "文書の日付を選んで"},
            {"from", "2001-01-01", "実施する日が文書の日付より前"},
            {"kept", "2001-01-01", "原議保存期間の終わりが"},
            {"until", "2001-01-01", "有効期間の終わりが実施する日より前"},
            {"s-purpose", "長".repeat(8001), "8,000文字まで"},
            {"s-purpose", "a\u0000b", "8,000文字まで"},
        }) {
            assertThat(send(author, "/rules/new", "要領", sections(), wrong[0], wrong[1])
                            .getStatus())
                    .as(wrong[2])
                    .isEqualTo(422);
            assertThat(author.page()).contains(wrong[2]).doesNotContain("<script>alert");
        }
        assertThat(author.send("/rules/new", "operation", "bicycle", "fill", "1", "whole", "見出しのない文")
                        .getStatus())
                .isEqualTo(422);
        assertThat(author.page()).contains("最初の見出しの前に文があります");
        assertThat(register.shelf().rules()).hasSize(before);
        assertThat(author.open("/rules/new?operation=wanted").getStatus()).isEqualTo(404);
        assertThat(author.open("/rules/new?operation=%3Cb%3E").getStatus()).isEqualTo(404);
        assertThat(author.open("/rules/999999").getStatus()).isEqualTo(404);
        var path = draft(author, "まだ案", sections());
        assertThat(signedIn(part("BOX_OFFICER")).open(path).getStatus()).isEqualTo(404);
    }

    @Test
    void aFileIsDividedAtItsHeadings() throws Exception {
        var author = signedIn(staffOf("H201"));
        var _ = author.open("/rules/new?operation=bicycle");
        var token = author.page().split("name=\"_csrf\" value=\"", 2)[1].split("\"", 2)[0];
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))) {
            var response = author.perform(MockMvcRequestBuilders.multipart("/rules/new")
                    .file(new MockMultipartFile("file", "rule.txt", "text/plain", WHOLE.getBytes(charset)))
                    .param("_csrf", token)
                    .param("operation", "bicycle")
                    .param("fill", "1")
                    .header("Sec-Fetch-Site", "same-origin"));
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(author.page()).contains("台帳により回答する。</textarea>");
        }
        var bad = author.perform(MockMvcRequestBuilders.multipart("/rules/new")
                .file(new MockMultipartFile("file", "rule.pdf", "text/plain", new byte[] {0, 1, 2, (byte) 0xff}))
                .param("_csrf", token)
                .param("operation", "bicycle")
                .param("fill", "1")
                .header("Sec-Fetch-Site", "same-origin"));
        assertThat(bad.getStatus()).isEqualTo(422);
        assertThat(author.page()).contains("文字として読めません");
    }

    @Test
    void guidanceIsKeptAndTheHeadOfTheUnitIsTold() throws Exception {
        var author = signedIn(part("SECTION_HEAD_COMMUNITY"));
        var _ = author.open("/guidance");
        assertThat(author.page()).contains("指導を記録する");
        assertThat(guide(author, "matter", "x").getStatus()).isEqualTo(422);
        assertThat(guide(author, "unit", "nowhere").getStatus()).isEqualTo(422);
        assertThat(guide(author, "on", "2999-01-01").getStatus()).isEqualTo(422);
        assertThat(guide(author, "on", "いつか").getStatus()).isEqualTo(422);
        assertThat(guide(author, "operation", "none").getStatus()).isEqualTo(422);
        assertThat(guide(author, "operation", "wanted").getStatus()).isEqualTo(404);
        assertThat(guide(author, "matter", "登録の遅れを改めること<b>").getHeader("Location"))
                .isEqualTo("/guidance");
        var _ = author.open("/guidance");
        assertThat(author.page()).contains("登録の遅れを改めること&lt;b&gt;", "巡回", "八戸警察署");
        assertThat(author.open("/guidance.csv").getContentAsString()).contains("登録の遅れ");
        assertThat(keys("UNIT_HEAD")).anyMatch(key -> key.startsWith("guidance/"));
        var head = signedIn(part("UNIT_HEAD"));
        var _ = head.open("/guidance");
        assertThat(head.page()).contains("登録の遅れを改めること").doesNotContain("指導を記録する");
        assertThat(signedIn(part("BOX_OFFICER")).open("/guidance").getStatus()).isEqualTo(404);
    }

    private static MockHttpServletResponse guide(Browser browser, String field, String value) throws Exception {
        var fields = new LinkedHashMap<String, String>();
        fields.put("operation", "bicycle");
        fields.put("unit", "S12");
        fields.put("on", "2026-01-05");
        fields.put("way", "VISIT");
        fields.put("matter", "登録の遅れ");
        fields.put("request", "毎週確認すること");
        fields.put(field, value);
        return browser.send("/guidance", flat(fields));
    }

    private String approved(Browser author, String title, @Nullable LocalDate until) throws Exception {
        var _ = author.open("/rules/new?operation=bicycle");
        var path = draft(author, title, sections(), "until", until == null ? "" : until.toString());
        var head = signedIn(part("SECTION_HEAD_COMMUNITY"));
        var _ = head.open(path);
        assertThat(head.send(path + "/approve", "version", "1").getHeader("Location"))
                .isEqualTo(path);
        return path;
    }

    private String draft(Browser author, String title, Map<String, String> sections, String... more) throws Exception {
        var response = send(author, "/rules/new", title, sections, more);
        assertThat(response.getStatus()).as(author.page()).isEqualTo(303);
        return String.valueOf(response.getHeader("Location"));
    }

    private MockHttpServletResponse send(
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

    private static String[] flat(Map<String, String> fields) {
        var all = new ArrayList<String>();
        fields.forEach((name, value) -> all.addAll(List.of(name, value)));
        return all.toArray(String[]::new);
    }

    private static Map<String, String> sections() {
        var sections = new LinkedHashMap<String, String>();
        RuleText.read(WHOLE).orElseThrow().sections().forEach((code, said) -> sections.put("s-" + code, said));
        return sections;
    }

    private LocalDate today() {
        return JapaneseDates.dateOf(clock.instant());
    }

    private static long number(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    private List<String> keys(String part) {
        return open.of(part(part)).stream()
                .map(seen -> seen.task().task().key())
                .toList();
    }

    private long uses(String act, String holding) {
        return jdbc.sql("""
                select count(*) from usage_leaf
                 where act = :act and position(:holding in convert_from(leaf, 'UTF8')) > 0
                """)
                .param("act", act)
                .param("holding", holding)
                .query(Long.class)
                .single();
    }

    private PersonId part(String key) {
        return cast.stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow()
                .person();
    }

    /** Somebody of the section who is not its head. */
    private PersonId staffOf(String unit) {
        var roster = organization.roster();
        return roster.postsOf(roster.unitByCode(unit).orElseThrow().id()).stream()
                .filter(post -> !post.code().endsWith("/1"))
                .flatMap(post -> roster.holdersOf(post.id()).stream())
                .findFirst()
                .orElseThrow()
                .person();
    }

    /** Somebody whose post the operation does not name. */
    private PersonId civilian() {
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

    private Browser signedIn(PersonId person) throws Exception {
        if (!accounts.has(person)) {
            accounts.open(person, PASSWORD);
        }
        var number = organization.roster().person(person).orElseThrow().staffNumber();
        return new Browser(mvc).signIn(number, PASSWORD);
    }
}
