package akashi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.account.Browser;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** Guidance given to units, kept and told. */
class GuidanceTest extends RuleTesting {
    GuidanceTest(Site site) {
        super(site);
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
}
