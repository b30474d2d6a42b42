package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * The guide's chapter on setting up an operation, word for word, in the browser on the packaged program: proposed,
 * refused, changed, decided, in force, asked, abolished, each step as the person concerned.
 */
class ProcedureIT extends OneProgram {
    private static final String SECTION_HEAD = "990010";
    private static final String GENERAL_MANAGER = "990011";
    private static final String SYSTEM_MANAGER = "990012";
    private static final String NAME = "盗難艇手配";

    private static final String RULE = """
            第１ 目的
            盗難艇の手配と照会を適正に行う。
            第２ 準拠
            情報管理システム運営訓令
            第３ 用語
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
            盗難艇手配票
            第９ 登録・変更・抹消の手続と期限
            速やかに登録する。
            第10 照会・回答
            該当は登録署に確認する。
            第11 出力資料
            持ち出さない。
            第12 データの保存期間
            1年
            第13 障害時の措置
            台帳により回答する。
            第14 教養
            年1回行う。
            """;

    @Test
    void anOperationIsProposedRefusedChangedDecidedUsedAndAbolished() throws IOException {
        try (var browser = Browser.open(program.url(""), 1280, false)) {
            var tour = new Tour(browser);

            tour.signIn(SECTION_HEAD);
            browser.go("/procedures/new?kind=NEW");
            browser.fill("title", "盗難艇手配の新設");
            browser.fill("reason", "港での盗難が増え、街頭での照会に答える必要がある。");
            write(browser, definition("P3Y").replace("urgent: PT10M", "urgent: PT9H"));
            browser.waitFor(() -> browser.text().contains("hit.urgent"));
            assertThat(browser.text()).as("the fault, while it is typed").contains("直し方");
            write(browser, definition("P3Y"));
            browser.waitFor(() -> browser.text().contains("誤りはありません"));
            press(browser, "main form[enctype] .button-primary");
            browser.waitFor(() -> browser.text().contains("決裁欄"));
            var first = browser.path();
            step(browser, "consult", "刑企第41号", "");
            step(browser, "request", "刑企第42号", "");
            tour.signOut();

            tour.signIn(SYSTEM_MANAGER);
            review(browser, first);
            step(browser, "deliberate", "委第1号", "");
            tour.signOut();

            tour.signIn(GENERAL_MANAGER);
            browser.go(first);
            press(browser, "details:has(#step-refuse) summary");
            step(browser, "refuse", "", "保存期間は1年で足りる。");
            assertThat(browser.text()).contains("不承認").doesNotContain("承認し、決定する");
            tour.signOut();

            tour.signIn(SECTION_HEAD);
            browser.go(first);
            press(browser, "a[href^='/procedures/new?from=']");
            write(browser, definition("P1Y"));
            browser.waitFor(() -> browser.text().contains("誤りはありません"));
            press(browser, "main form[enctype] .button-primary");
            browser.waitFor(
                    () -> browser.text().contains("決裁欄") && !browser.path().equals(first));
            var path = browser.path();
            step(browser, "consult", "刑企第51号", "");
            step(browser, "request", "刑企第52号", "");
            tour.signOut();

            tour.signIn(SYSTEM_MANAGER);
            browser.go(path);
            press(browser, "#step-review [name=important]");
            browser.fill("why", "先の提案で委員会が検討した。");
            review(browser, path);
            assertThat(browser.text()).contains("委員会に付さないこととされました");
            tour.signOut();

            tour.signIn(GENERAL_MANAGER);
            browser.go(path);
            step(browser, "decide", "総情第7号", "");
            tour.signOut();

            tour.signIn(SECTION_HEAD);
            browser.go(path);
            step(browser, "test", "", "試験環境で登録と照会を確かめた。");
            var rule = drafted(browser);
            tour.signOut();

            tour.signIn(GENERAL_MANAGER);
            browser.go(rule);
            press(browser, "form[action$='/approve'] button");
            browser.waitFor(() -> browser.text().contains("承認しました"));
            tour.signOut();

            tour.signIn(SECTION_HEAD);
            browser.go(path);
            assertThat(browser.text()).contains("達（刑企）第9号 盗難艇手配業務実施要領");
            step(browser, "rule", "", "");
            step(browser, "train", "刑企第55号", "");
            tour.signOut();

            tour.signIn(SYSTEM_MANAGER);
            browser.go(path);
            step(browser, "announce", "総情第8号", "");
            browser.waitFor(() -> {
                browser.go(path);
                return browser.text().contains("施行済み");
            });
            tour.signOut();

            tour.signIn(Tour.OFFICER);
            tour.askPlate("stop-and-question", Tour.CASE, "青森 500 あ 1");
            assertThat(browser.text()).contains("該当なし").contains(NAME);
            browser.go("/operations/stolen-boat");
            assertThat(browser.text()).contains("総情第7号");
            tour.signOut();

            abolish(browser, tour);

            tour.signIn(Tour.OFFICER);
            tour.askPlate("stop-and-question", Tour.CASE, "青森 500 あ 1");
            assertThat(browser.text()).contains("該当なし").doesNotContain(NAME);
        }
    }

    /**
     * Follows the step's link to the form of a rule, writes it as the guide says, and saves it; the path of its page.
     */
    private static String drafted(Browser browser) {
        assertThat(browser.text()).contains("承認された実施要領がまだありません");
        press(browser, "#step-rule a[href='/rules/new?operation=stolen-boat']");
        browser.waitFor(() -> browser.text().contains(NAME) && browser.path().startsWith("/rules/new"));
        press(browser, "details:has(#whole) summary");
        browser.fill("whole", RULE);
        press(browser, "[name=fill]");
        browser.waitFor(() -> browser.value("s-purpose").contains("盗難艇"));
        browser.fill("title", "盗難艇手配業務実施要領");
        browser.fill("number", "達（刑企）第9号");
        var _ = browser.driver()
                .executeScript(
                        "document.querySelector('[name=from]').value = document.querySelector('[name=dated]').value");
        press(browser, "main form[enctype] > .actions .button-primary");
        browser.waitFor(() -> browser.path().matches("/rules/[0-9]+"));
        return browser.path();
    }

    private static void abolish(Browser browser, Tour tour) {
        tour.signIn(SECTION_HEAD);
        browser.go("/procedures/new?kind=ABOLISH&operation=stolen-boat");
        browser.fill("title", "盗難艇手配の廃止");
        browser.fill("reason", "国の共通基盤で行うことになった。");
        press(browser, "main form[enctype] .button-primary");
        browser.waitFor(() -> browser.text().contains("決裁欄"));
        var path = browser.path();
        step(browser, "request", "刑企第61号", "");
        tour.signOut();
        tour.signIn(SYSTEM_MANAGER);
        browser.go(path);
        step(browser, "review", "情管第12号", "");
        tour.signOut();
        tour.signIn(GENERAL_MANAGER);
        browser.go(path);
        step(browser, "decide", "総情第11号", "");
        tour.signOut();
        tour.signIn(SYSTEM_MANAGER);
        browser.go(path);
        step(browser, "announce", "総情第12号", "");
        browser.waitFor(() -> {
            browser.go(path);
            return browser.text().contains("施行済み");
        });
        tour.signOut();
    }

    private static void review(Browser browser, String path) {
        if (!browser.path().equals(path)) {
            browser.go(path);
        }
        var _ = browser.find("#step-review");
        var _ = browser.driver()
                .executeScript("document.querySelectorAll('#step-review [name=answered]').forEach(b => b.click())");
        step(browser, "review", "情管第3号", "");
    }

    /** Fills in a step's form and sends it, and waits until the page says so. */
    private static void step(Browser browser, String step, String paper, String note) {
        var form = "#step-" + step;
        if (!paper.isEmpty()) {
            browser.find(form + " [name=paper]").sendKeys(paper);
        }
        if (!note.isEmpty()) {
            browser.find(form + " [name=note]").sendKeys(note);
        }
        press(browser, form + " button");
        browser.waitFor(() -> browser.driver()
                .findElements(org.openqa.selenium.By.cssSelector(form))
                .isEmpty());
        assertThat(browser.text()).as("%s", step).doesNotContain("[procedure.");
    }

    private static void press(Browser browser, String css) {
        var _ = browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", browser.find(css));
        browser.click(css);
    }

    /** Puts the whole definition into its field, as pasting does. */
    private static void write(Browser browser, String yaml) {
        var _ = browser.driver()
                .executeScript(
                        "arguments[0].value = arguments[1];"
                                + "arguments[0].dispatchEvent(new Event('input', {bubbles: true}));",
                        browser.find("[name=yaml]"),
                        yaml);
    }

    private static String definition(String period) throws IOException {
        return Files.readString(Packaged.top().resolve("operations/stolen-vehicle.yaml"))
                .replace("code: stolen-vehicle\n", "code: stolen-boat\n")
                .replace("ja: 盗難車両手配, en: Stolen vehicles", "ja: " + NAME + ", en: Stolen boats")
                .replace("section: H304", "section: H301")
                .replace("'盗車-", "'盗艇-")
                .replace("period: P3Y", "period: " + period);
    }
}
