package akashi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What a rule is written from: a form, a pasted text, a file; and what is wrong with it. */
class RuleFormTest extends RuleTesting {
    RuleFormTest(Site site) {
        super(site);
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
}
