package akashi.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import akashi.ModuleTest;
import akashi.OpenGate;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@ModuleTest
@Import(OpenGate.class)
class ImportPagesTest {
    private final MockMvc web;
    private final OrganizationImport imports;

    ImportPagesTest(MockMvc web, OrganizationImport imports) {
        this.web = web;
        this.imports = imports;
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.with(user("tester")).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(String path) throws Exception {
        var answer = answer(get(path));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private String send(String name, String text) throws Exception {
        var file = new MockMultipartFile("files", name, "text/csv", text.getBytes(ImportFiles.CP932));
        var answer = answer(multipart("/organization/import").file(file));
        assertThat(answer.getStatus()).isEqualTo(303);
        return Objects.requireNonNull(answer.getHeader("Location"));
    }

    @Test
    void whoMayNotImportFindsNothing() throws Exception {
        assertThat(answer(get("/organization/import").header("X-Shut", "1")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void filesAreExaminedThenAppliedOnce() throws Exception {
        var place = send("C:\\所属.csv", "所属コード,所属名,種別,開始日\nＰＡＧＥ-1,頁の署,警察署,令和8年4月1日\n");
        assertThat(page(place))
                .contains("CP932", "PAGE-1", "取り込む", "所属.csv")
                .doesNotContain("C:\\", "[reorganization.");
        assertThat(answer(post(place + "/apply")).getHeader("Location")).isEqualTo(place);
        assertThat(page("/organization/units/PAGE-1")).contains("頁の署");
        assertThat(page(place)).contains("pages-test").doesNotContain("action=\"" + place + "/apply\"");
        assertThat(answer(post(place + "/apply")).getStatus()).isEqualTo(303);
        assertThat(page("/organization/import")).contains(place).doesNotContain("[reorganization.");
    }

    @Test
    void faultsAreShownWithTheirLineAndNothingCanBeApplied() throws Exception {
        var place = send("職員.csv", "職員番号,氏名,氏名カナ,階級,職員区分,勤務状態,開始日\n1,山田,ヤマダ,大将,警察官,勤務,2026-02-30\n");
        assertThat(page(place)).contains("大将", "階級", "開始日", "何も登録されていません").doesNotContain(place + "/apply");
        assertThat(page(place + "/report.csv")).contains("「大将」");
        assertThat(answer(post(place + "/apply")).getStatus()).isEqualTo(303);
        assertThat(page(place)).contains("大将");
    }

    @Test
    void sendingNothingAsksForAFile() throws Exception {
        var answer = answer(multipart("/organization/import"));
        assertThat(answer.getHeader("Location")).isEqualTo("/organization/import");
        assertThat(answer(get("/organization/import/999999999")).getStatus()).isEqualTo(404);
        assertThat(imports.latest()).hasSizeLessThanOrEqualTo(20);
    }
}
