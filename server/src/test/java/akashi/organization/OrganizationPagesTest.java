package akashi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import akashi.OpenGate;
import akashi.TestDatabase;
import akashi.TestLedger;
import akashi.prefecture.SampleOrganization;
import akashi.usage.Actor;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** With the sample prefecture, which stands above what it fills. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"web", "reorganization", "prefecture"})
@AutoConfigureMockMvc
@Import({TestDatabase.class, TestLedger.class, OpenGate.class})
class OrganizationPagesTest {
    private final MockMvc web;
    private final SampleOrganization sample;

    OrganizationPagesTest(MockMvc web, SampleOrganization sample) {
        this.web = web;
        this.sample = sample;
    }

    @BeforeEach
    void load() {
        assertThat(sample.load(Actor.system("pages-test"))).isNotEmpty();
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.with(user("tester")).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(String path, String... parameters) throws Exception {
        var request = get(path);
        for (int n = 0; n < parameters.length; n += 2) {
            request.param(parameters[n], parameters[n + 1]);
        }
        var answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void treeShowsUnitsWithCountsMarkedAsSample() throws Exception {
        var html = page("/organization");
        assertThat(html)
                .contains("八戸警察署", "三日町交番", "照会センター", "見本", "/organization/units/S12-K1")
                .doesNotContain("[organization.");
        assertThat(html).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-7");
    }

    @Test
    void treeIsInEnglishForWhoChoseIt() throws Exception {
        var html = answer(get("/organization").cookie(new Cookie("akashi-language", "en")))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).contains("Hachinohe Police Station", "Organisation").doesNotContain("[organization.");
    }

    @Test
    void searchFindsUnitsAndPeopleWhateverTheWidth() throws Exception {
        assertThat(page("/organization", "q", "みほん　ﾀﾛｳ")).contains("990001", "三日町交番");
        assertThat(page("/organization", "q", "Ｓ１２－Ｋ１")).contains("三日町交番");
        assertThat(page("/organization", "q", "<script>alert(1)</script>"))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
    }

    @Test
    void dateIsReadInAnyFormAndRefusedWithItsReason() throws Exception {
        assertThat(page("/organization", "asOf", "平成25年4月1日")).contains("2013-04-01");
        assertThat(page("/organization", "asOf", "令和7年2月30日")).contains("aria-invalid=\"true\"");
        assertThat(page("/organization", "asOf", "令和7年4月")).contains("年・月・日をすべて");
    }

    @Test
    void unitPageShowsPostsDeputiesDutyAndHistory() throws Exception {
        var html = page("/organization/units/S12");
        assertThat(html)
                .contains("署長", "見本 一郎", "副署長", "当直責任者", "未確認", "2014-04-01")
                .doesNotContain("[organization.");
        assertThat(page("/organization/units/S12-K1")).contains("見本 太郎", "交番相談員", "警察本部");
        assertThat(answer(get("/organization/units/NOWHERE")).getStatus()).isEqualTo(404);
    }

    @Test
    void unitThatDoesNotExistOnTheDateSaysSo() throws Exception {
        assertThat(page("/organization/units/H505", "asOf", "2015-01-01")).contains("この日には存在しない所属");
    }

    @Test
    void tablesComeAsCsvToo() throws Exception {
        assertThat(page("/organization.csv")).startsWith("\uFEFF\"所属コード\"").contains("\"S12-K1\"");
        assertThat(page("/organization/units/S12/posts.csv")).contains("\"990005\"", "\"署長\"");
    }

    @Test
    void whoMayNotSeeItFindsNothing() throws Exception {
        for (var path : new String[] {
            "/organization", "/organization.csv", "/organization/units/S12", "/api/v1/organization/units"
        }) {
            assertThat(answer(get(path).header("X-Shut", "1")).getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void apiListsUnitsAndRefusesBadDates() throws Exception {
        assertThat(page("/api/v1/organization/units", "asOf", "2026-04-01"))
                .contains("\"code\":\"S12\"", "\"asOf\":\"2026-04-01\"", "\"kind\":\"STATION\"", "\"parent\":\"H\"");
        var refused = answer(get("/api/v1/organization/units").param("asOf", "2026-02-30"));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("urn:akashi:problem:organization-date");
    }
}
