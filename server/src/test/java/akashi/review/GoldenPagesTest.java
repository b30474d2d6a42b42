package akashi.review;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.TestForce;
import akashi.organization.PostClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenPagesTest extends Reviewing {
    GoldenPagesTest(Site site) {
        super(site);
    }

    @Test
    void goldenQuestionsAreKeptAndRetiredByTheManagingSection() throws Exception {
        var code = inForce();
        var section = signedIn(head);
        var path = "/procedures/golden/" + code;
        assertThat(section.open(path).getStatus()).isEqualTo(200);
        assertThat(section.page()).contains("作り物の記録").doesNotMatch(UNTRANSLATED);
        String[] good = {
            "title",
            "ナンバーで",
            "document",
            "notice",
            "says",
            "登録番号（ナンバー）=青森 330 さ 12-34",
            "kind",
            "PLATE",
            "asked",
            "青森330さ1234"
        };
        for (var wrong : new String[][] {
            {"title", "x", "3〜200文字"},
            {"says", "plate", "項目=値"},
            {"says", "plated=青森 330 さ 12-34", "項目=値"},
            {"asked", "??", "読めません"},
            {"kind", "X", "読めません"},
            {"document", "other", "資料を選んで"}
        }) {
            var fields = new ArrayList<>(List.of(good));
            fields.set(fields.indexOf(wrong[0]) + 1, wrong[1]);
            assertThat(section.send(path, fields.toArray(String[]::new)).getStatus())
                    .as(wrong[0])
                    .isEqualTo(422);
            assertThat(section.page()).contains(wrong[2]).doesNotMatch(UNTRANSLATED);
        }
        assertThat(section.send(path, good).getHeader("Location")).isEqualTo(path);
        var _ = section.open(path);
        assertThat(section.page())
                .contains("登録番号（ナンバー）: 青森 330 さ 12-34", "使用者・氏名", "盗難車両手配票")
                .doesNotContain("plate=");
        assertThat(section.open(path + ".csv").getContentAsString()).contains("ナンバーで", "登録番号（ナンバー）=青森 330 さ 12-34");
        var golden = site.questions().of(code).getFirst();
        assertThat(golden.ask(site.operations().byCode(code).orElseThrow().definition())
                        .text())
                .startsWith("PLATE;plate;");
        var elsewhere = signedIn(force.officer(TestForce.GENERAL, PostClass.SECTION_HEAD));
        var _ = elsewhere.open(path);
        assertThat(elsewhere.send(path + "/" + golden.number() + "/retire").getStatus())
                .isEqualTo(422);
        assertThat(elsewhere.send(path, good).getStatus()).isEqualTo(422);
        assertThat(elsewhere.page()).contains("あなたの課の主管ではありません").doesNotMatch(UNTRANSLATED);
        var _ = section.open(path);
        assertThat(section.send(path + "/" + golden.number() + "/retire").getHeader("Location"))
                .isEqualTo(path);
        assertThat(site.questions().of(code)).isEmpty();
        assertThat(site.questions().none(code))
                .as("a sample that was retired does not come back")
                .isFalse();
        assertThat(site.questions().none(code())).isTrue();
    }

    @Test
    void anOperationNobodySpokeOfHasNoneAndNoCodeIsNoPage() throws Exception {
        var section = signedIn(head);
        assertThat(section.open("/procedures/golden/nobody-spoke").getStatus()).isEqualTo(200);
        assertThat(section.page()).contains("nobody-spoke", "確認用の照会はありません").doesNotContain("確認用の照会を登録する");
        assertThat(section.open("/procedures/golden/X").getStatus()).isEqualTo(404);
    }
}
