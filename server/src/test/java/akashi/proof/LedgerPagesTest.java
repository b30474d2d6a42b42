package akashi.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import akashi.ModuleTest;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Receipt;
import akashi.ledger.Verdict;
import akashi.tlog.TreeCheck;
import akashi.usage.Gate;
import akashi.usage.Proved;
import akashi.usage.TestUses;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
@ExtendWith(TreeCheck.class)
@Import(LedgerPagesTest.Door.class)
class LedgerPagesTest {
    private final MockMvcTester browser;
    private final UsageLog log;

    LedgerPagesTest(MockMvcTester browser, UsageLog log) {
        this.browser = browser;
        this.log = log;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Door {
        /** Lets the person in the header pass, and nobody without one. */
        @Bean
        Gate gate() {
            return (request, act, unit) -> {
                String staff = request.getHeader("Staff");
                var ruling = new Use.Ruling("test", "1", staff != null);
                return staff == null ? new Gate.Shut(ruling) : new Gate.Open(TestUses.officer(staff), ruling);
            };
        }
    }

    private MvcTestResult get(String path, String staff) {
        return browser.get().uri(path).header("Staff", staff).with(user(staff)).exchange();
    }

    private Proved hostile(String staff) {
        var use = TestUses.inquiry(TestUses.officer(staff))
                .onBehalfOf(TestUses.officer("500009"))
                .decided(new Use.Ruling("<b>rule</b>", "1", false))
                .with(new Use.Key("PHONE", "<script>alert(1)</script>", "0", List.of()))
                .noting("\u202e<img src=x>");
        return log.seal(use);
    }

    @Test
    void ledgerPageShowsSizeAndKey() {
        assertThat(get("/ledger", "500001"))
                .hasStatusOk()
                .bodyText()
                .contains(log.verifierKey(), log.state().origin());
        assertThat(get("/ledger/key", "500001")).hasStatusOk().bodyText().isEqualTo(log.verifierKey() + "\n");
    }

    @Test
    void ownEntryIsExplainedAndHostileTextStaysText() {
        Proved proved = hostile("500002");

        assertThat(get("/ledger/" + proved.number(), "500002"))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img", "/receipts/" + proved.number())
                .doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void receiptIsDownloadedAndVerifies() throws Exception {
        Proved proved = hostile("500003");

        var page = get("/receipts/" + proved.number(), "500003");
        var api = get("/api/v1/receipts/" + proved.number(), "500003");

        assertThat(page).hasStatusOk();
        assertThat(api).hasStatusOk().hasHeader("Cache-Control", "no-store");
        for (var answer : List.of(page, api)) {
            assertThat(Receipt.parse(answer.getResponse().getContentAsByteArray())
                            .verify(NoteVerifier.parse(log.verifierKey())))
                    .isInstanceOf(Verdict.Verified.class);
        }
    }

    @Test
    void somebodyElsesEntryLooksLikeNone() {
        Proved proved = hostile("500004");

        assertThat(get("/receipts/" + proved.number(), "500005")).hasStatus(404);
        assertThat(get("/ledger/" + proved.number(), "500005")).hasStatus(404);
        assertThat(get("/receipts/1-999999999", "500005")).hasStatus(404);
        assertThat(get("/api/v1/receipts/x", "500005")).hasStatus(404);
    }

    @Test
    void whoMayNotPassSeesNothing() {
        assertThat(browser.get().uri("/ledger").with(user("x")).exchange()).hasStatus(404);
    }

    @Test
    void readingAReceiptIsAUse() {
        Proved proved = hostile("500006");
        long before = log.state().size();

        assertThat(get("/receipts/" + proved.number(), "500006")).hasStatusOk();

        assertThat(log.state().size()).isEqualTo(before + 1);
    }

    @Test
    void ledgerPageShowsWitnessesChecksAndEveryNode() {
        var page = get("/ledger", "500007");

        assertThat(page).hasStatusOk();
        assertThat(page)
                .bodyText()
                .contains("立会人は設定されていません", "起動のたびに", "このサーバー", log.state().origin());
        assertThat(get("/ledger/trust", "500007"))
                .hasStatusOk()
                .bodyText()
                .contains("log " + log.verifierKey() + "\n", "quorum none\n");
    }

    @Test
    void entryIsProvedByATreeThatCanBeReadAloud() {
        Proved proved = hostile("500008");
        String html = "";
        while (!html.contains("<svg")) {
            html = text(get("/ledger/" + proved.number(), "500008"));
        }

        assertThat(html)
                .contains("role=\"img\"", "<title id=\"tree-title\">", "<desc id=\"tree-text\">", "署名した根と一致")
                .doesNotContain("style=", "署名した根と不一致");
    }

    @Test
    void receiptIsCheckedOnAPage() throws Exception {
        Proved proved = hostile("500010");
        byte[] receipt =
                get("/receipts/" + proved.number(), "500010").getResponse().getContentAsByteArray();

        assertThat(get("/receipts/check", "500010")).hasStatusOk().bodyText().contains("./akashi verify");
        assertThat(text(check(receipt))).contains("検証済み", "500010", "記録された時のとおり");
        assertThat(text(check(new String(receipt, StandardCharsets.UTF_8)
                        .replace("500010", "500011")
                        .getBytes(StandardCharsets.UTF_8))))
                .contains("検証できません", "書き換えられています")
                .doesNotContain("検証済み");
        assertThat(text(check("{}".getBytes(StandardCharsets.UTF_8)))).contains("受領証ではありません");
        assertThat(text(check(new byte[0]))).contains("ファイルが選ばれていません");
    }

    private MvcTestResult check(byte[] file) {
        return browser.post()
                .multipart()
                .uri("/receipts/check")
                .file(new MockMultipartFile("receipt", "r.json", "application/json", file))
                .header("Staff", "500010")
                .with(user("500010"))
                .with(csrf())
                .exchange();
    }

    private static String text(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
