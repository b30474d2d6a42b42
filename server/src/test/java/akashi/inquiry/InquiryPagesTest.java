package akashi.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.SignedInTest;
import akashi.TestForce;
import akashi.TestRecords;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.document.CautionNote;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.record.RecordLoader;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

@SignedInTest
class InquiryPagesTest {
    private static final Pattern PROOF = Pattern.compile("href=\"/inquiries/(\\d+-\\d+)#answer\"");
    private static final String UNTRANSLATED = "\\[[a-z]+\\.[a-z0-9.-]+";

    private final MockMvc mvc;
    private final Accounts accounts;
    private final TestForce force;
    private final TestRecords records;

    InquiryPagesTest(
            MockMvc mvc,
            Accounts accounts,
            MovableClock clock,
            Organization organization,
            RecordLoader loader,
            Operations operations) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.force = new TestForce(organization);
        this.records = new TestRecords(loader, operations, organization, clock);
    }

    @Test
    void theConsoleAsksAndShowsTheHitFirstWithWordShapeAndWhatToDo() throws Exception {
        var plate = TestRecords.plate();
        var _ = records.stolenVehicle(
                TestForce.HIRO, plate, new CautionNote("armed", "届出人", LocalDate.of(2026, 11, 1)));
        var browser = signedIn(PostClass.OFFICER);
        assertThat(browser.open("/").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("照会目的", "data-key=\"F2\"", "data-key=\"5\"", "自分の最近の照会");

        var response = ask(browser, "plate", plate);

        assertThat(response).isEqualTo(200);
        assertThat(browser.page())
                .contains("bar-hit", "該当あり", "凶器所持のおそれ", "出所: 届出人", "これは手がかりです", "確認を求める", "受領証", "データ")
                .doesNotContain("見本 花子")
                .doesNotMatch("(?s).*" + UNTRANSLATED + ".*");
        assertThat(browser.page().indexOf("該当あり")).isLessThan(browser.page().indexOf("どう調べたか"));
    }

    @Test
    void purposeAndNumberStayForTheNextQuestionAndTheTab() throws Exception {
        var browser = signedIn(PostClass.OFFICER);
        var _ = browser.open("/");
        var _ = ask(browser, "plate", TestRecords.plate());
        assertThat(browser.page()).contains("value=\"110-1122-0345\"", "value=\"stop-and-question\" selected");

        assertThat(browser.send("/console/kind", "to", "person", "purpose", "traffic-control")
                        .getStatus())
                .isEqualTo(200);
        assertThat(browser.page()).contains("value=\"traffic-control\" selected", "name=\"residenceCard\"");
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndInputIsKept() throws Exception {
        var browser = signedIn(PostClass.OFFICER);
        var _ = browser.open("/");

        assertThat(ask(browser, "plate", "青森330")).isEqualTo(422);
        assertThat(browser.page())
                .contains("id=\"e-plate\"", "aria-invalid=\"true\"", "value=\"青森330\"", "value=\"110-1122-0345\"")
                .doesNotMatch("(?s).*" + UNTRANSLATED + ".*");
        assertThat(ask(browser, "kind", "person", "name", "山田 太郎", "birth", "昭和64年1月8日"))
                .isEqualTo(422);
        assertThat(browser.page()).contains("id=\"e-birth\"", "value=\"昭和64年1月8日\"");
        assertThat(ask(browser)).isEqualTo(422);
        assertThat(browser.page()).contains("ナンバーか車台番号のどちらかを入力してください");
    }

    @Test
    void hostileInputIsHarmlessInEveryField() throws Exception {
        var browser = signedIn(PostClass.OFFICER);
        var hostile = "<script>alert(1)</script>\"'; drop table record; --\u202E\u0000😀";
        for (var field : new String[] {
            "plate",
            "chassis",
            "caseReference",
            "note",
            "requesterStaffNumber",
            "requesterCallSign",
            "purpose",
            "request"
        }) {
            var _ = browser.open("/");
            var status = ask(browser, "plate", TestRecords.plate(), field, hostile);
            assertThat(status).as(field).isIn(200, 403, 422);
            assertThat(browser.page()).as(field).doesNotContain("<script>alert");
        }
        for (var field : new String[] {"name", "kana", "romaji", "birth", "licence", "residenceCard", "sex"}) {
            var _ = browser.open("/");
            var status = ask(browser, "kind", "person", "name", "山田 太郎", field, hostile);
            assertThat(status).as(field).isIn(200, 403, 422);
            assertThat(browser.page()).as(field).doesNotContain("<script>alert");
        }
        assertThat(ask(browser, "kind", "person", "name", "龍".repeat(65_000))).isEqualTo(422);
    }

    @Test
    void candidatesAreComparedChosenAndThenSeen() throws Exception {
        var until = LocalDate.of(2099, 1, 1);
        var _ = records.wanted(TestForce.HACHI, Map.of("suspect.written", "比較 一郎", "birth", "1988-04-12"), until);
        var _ = records.wanted(TestForce.HIRO, Map.of("suspect.written", "比較 一郎", "birth", "1990-??-??"), until);
        var browser = signedIn(PostClass.OFFICER);
        var _ = browser.open("/");

        assertThat(ask(browser, "kind", "person", "name", "比較 一郎", "operation", "wanted"))
                .isEqualTo(200);
        assertThat(browser.page()).contains("要確認", "候補 2件", "≠ 違い", "どれも該当しない");
        var number = number(browser);
        assertThat(browser.send("/inquiries/" + number + "/hits/1/content").getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("候補を見比べて一つを選んでください");
        assertThat(browser.send("/inquiries/" + number + "/choice", "operation", "wanted", "place", "1", "reason", "")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).as("what was picked").contains("name=\"place\" value=\"1\" required checked");
        assertThat(browser.send(
                                "/inquiries/" + number + "/choice",
                                "operation",
                                "wanted",
                                "place",
                                "1",
                                "reason",
                                "免許証の生年月日が一致")
                        .getStatus())
                .isEqualTo(200);
        assertThat(browser.page()).contains("内容照会 手配-", "犯罪事実の概要");
        assertThat(browser.send(
                                "/inquiries/" + number + "/choice",
                                "operation",
                                "wanted",
                                "place",
                                "0",
                                "reason",
                                "顔が異なる")
                        .getStatus())
                .isEqualTo(200);
        assertThat(browser.page()).contains("どの候補も該当しないことを記録しました");
        assertThat(browser.send("/inquiries/" + number + "/choice", "operation", "../x", "place", "1")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void amongManyCandidatesWhatAllShareIsSaidOnceAndTheChoiceStaysInReach() throws Exception {
        for (var day = 1; day <= 6; day++) {
            var _ = records.wanted(
                    TestForce.HACHI,
                    Map.of("suspect.written", "多数 一郎", "birth", "1988-04-0" + day),
                    LocalDate.of(2099, 1, 1));
        }
        var browser = signedIn(PostClass.OFFICER);
        var _ = browser.open("/");

        assertThat(ask(browser, "kind", "person", "name", "多数 一郎", "operation", "wanted"))
                .isEqualTo(200);

        var page = browser.page();
        assertThat(page).contains("候補 6件", "全候補に共通", "class=\"candidates-choice\"", "1988-04-06");
        assertThat(page.split("<dt>登録署</dt>", -1)).as("the unit, shared by all").hasSize(2);
        assertThat(page.split("<dt>生年月日", -1)).as("the birth date, in each").hasSize(7);
        assertThat(page).as("every line differs, so none is marked").doesNotContain("≠ 違い");
        assertThat(page.indexOf("全候補に共通")).isLessThan(page.indexOf("name=\"place\" value=\"1\""));
    }

    @Test
    void anUnconfirmedHitSaysWhomToCall() throws Exception {
        var _ = records.wanted(
                TestForce.HACHI, Map.of("suspect.written", "失効 二郎", "birth", "1979-01-02"), LocalDate.of(2026, 7, 1));
        var browser = signedIn(PostClass.OFFICER);
        var _ = browser.open("/");

        var _ = ask(browser, "kind", "person", "name", "失効 二郎", "birth", "1979-01-02", "operation", "wanted");

        assertThat(browser.page()).contains("未確認", "登録した警察（八戸署）に電話し", "着手しないでください", "☎ 0178-00-0001");
        assertThat(browser.send("/inquiries/" + number(browser) + "/hits/1/confirmation")
                        .getStatus())
                .isEqualTo(303);
    }

    @Test
    void noRecordSaysHowItWasSearchedAndOffersToSearchWidely() throws Exception {
        var browser = signedIn(PostClass.OFFICER);
        var _ = browser.open("/");

        assertThat(ask(browser, "kind", "person", "name", "該当無 三郎")).isEqualTo(200);
        assertThat(browser.page()).contains("bar-none", "該当なし", "調べ方:", "広く調べ直す", "県のデータ", "警察庁データの写し");
        var number = number(browser);
        assertThat(browser.send("/inquiries/" + number + "/wide").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("広域の照会").doesNotContain("広く調べ直す");
        assertThat(browser.open("/inquiries/" + number).getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("新しい利用として記録されました");
        assertThat(browser.open("/inquiries/9-9").getStatus()).isEqualTo(404);
        assertThat(browser.page()).contains("この回答は閉じています");
    }

    @Test
    void aRefusalIsExplained() throws Exception {
        var browser = signedIn(PostClass.CIVILIAN);
        var _ = browser.open("/");

        assertThat(ask(browser, "plate", TestRecords.plate(), "operation", "stolen-vehicle"))
                .isEqualTo(403);
        assertThat(browser.page()).contains("照会できません", "規則 AK-06").doesNotMatch("(?s).*" + UNTRANSLATED + ".*");
    }

    @Test
    void resultsAreOwedAndEntered() throws Exception {
        var browser = signedIn(PostClass.OFFICER);
        var _ = browser.open("/");
        var _ = ask(browser, "plate", TestRecords.plate(), "caseReference", "");
        var number = number(browser);
        assertThat(browser.open("/results").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("value=\"" + number + "\"", "番号なし");

        assertThat(browser.send("/results", "number", number).getStatus()).isEqualTo(422);
        assertThat(browser.page()).contains("取扱結果を選んでください");
        assertThat(browser.send("/results", "number", number, "outcome", "WARNED", "caseReference", "でたらめ")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("番号が受理簿の書き方に合いません");
        assertThat(browser.send("/results", "number", "9-9", "outcome", "WARNED")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.send("/results", "number", number, "outcome", "WARNED", "caseReference", "110-1122-0999")
                        .getStatus())
                .isEqualTo(303);
        var _ = browser.open("/results");
        assertThat(browser.page()).contains("1件の取扱結果を入力しました").doesNotContain("value=\"" + number + "\"");
        var _ = browser.open("/uses/mine");
        assertThat(browser.page()).contains("指導・警告", "取扱結果の入力", number);
    }

    @Test
    void everythingIsThereInEnglish() throws Exception {
        var plate = TestRecords.plate();
        var _ = records.stolenVehicle(TestForce.HIRO, plate);
        var browser = signedIn(PostClass.OFFICER).with("Cookie", "akashi-language=en");
        var _ = browser.open("/");
        var _ = browser.send("/language", "language", "en", "target", "/");

        for (var path : new String[] {"/", "/results", "/uses/mine", "/hit-confirmations"}) {
            assertThat(browser.open(path).getStatus()).isEqualTo(200);
            assertThat(browser.page()).as(path).doesNotMatch("(?s).*" + UNTRANSLATED + ".*");
        }
        var _ = browser.open("/");
        var _ = ask(browser, "plate", plate);
        assertThat(browser.page()).doesNotMatch("(?s).*" + UNTRANSLATED + ".*");
    }

    private static int ask(Browser browser, String... fields) throws Exception {
        var all = new java.util.LinkedHashMap<String, String>();
        all.put("kind", "vehicle");
        all.put("purpose", "stop-and-question");
        all.put("caseReference", "110-1122-0345");
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        var flat = all.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
        return browser.send("/", flat).getStatus();
    }

    private static String number(Browser browser) {
        var found = PROOF.matcher(browser.page());
        assertThat(found.find()).as("a proof number on the page").isTrue();
        return found.group(1);
    }

    private Browser signedIn(PostClass postClass) throws Exception {
        var member = force.officer(TestForce.HACHI, postClass);
        return Browser.of(mvc, accounts, member);
    }
}
