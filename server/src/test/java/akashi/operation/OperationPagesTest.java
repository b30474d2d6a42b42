package akashi.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import akashi.ModuleTest;
import akashi.usage.Actor;
import akashi.usage.Gate;
import akashi.usage.Use;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@ModuleTest
@Import(OperationPagesTest.Gates.class)
class OperationPagesTest {
    /** Opens to everybody but those who say they are shut out. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Gates {
        @Bean
        Gate gate() {
            return new Gate() {
                @Override
                public Passage ask(
                        jakarta.servlet.http.HttpServletRequest request,
                        String act,
                        @org.jspecify.annotations.Nullable String unit) {
                    boolean open = request.getHeader("X-Shut") == null;
                    var ruling = new Use.Ruling("test", "1", open);
                    return open ? new Open(Actor.system("pages-test"), ruling) : new Shut(ruling);
                }

                @Override
                public boolean offers(jakarta.servlet.http.HttpServletRequest request, String act) {
                    return request.getHeader("X-Shut") == null;
                }
            };
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MockMvc web;
    private final Operations operations;

    OperationPagesTest(MockMvc web, Operations operations) {
        this.web = web;
        this.operations = operations;
    }

    private MockHttpServletResponse answer(String path, String language) throws Exception {
        return web.perform(get(java.net.URI.create(path))
                        .cookie(new Cookie("akashi-language", language))
                        .with(user("tester")))
                .andReturn()
                .getResponse();
    }

    private String text(String path, String language) throws Exception {
        var answer = answer(path, language);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void theRegisterNamesEveryOperationInBothLanguages() throws Exception {
        assertThat(text("/operations", "ja"))
                .contains("対象業務の登録簿", "盗難車両手配", "指名手配・指名通報", "平成23年6月1日", "みなし", "24時間", "参考実装")
                .doesNotContain("[operation.");
        assertThat(text("/operations", "en"))
                .contains("Stolen vehicles", "Lost property", "Reference implementation", "2011-06-01")
                .doesNotContain("[operation.");
    }

    @Test
    void everyOperationIsShownWholeInBothLanguages() throws Exception {
        for (var version : operations.inForce()) {
            for (var language : new String[] {"ja", "en"}) {
                var html = text("/operations/" + version.code(), language);
                var definition = version.definition();
                assertThat(html)
                        .as("%s in %s", version.code(), language)
                        .contains(escaped(definition.name().in(language)))
                        .contains(version.shortHash())
                        .doesNotContain("[operation.")
                        .doesNotContain("null");
                for (var document : definition.documents()) {
                    assertThat(html).contains(escaped(document.name().in(language)));
                    document.life()
                            .endings()
                            .forEach(ending -> assertThat(html)
                                    .contains(escaped(ending.label().in(language))));
                }
                definition
                        .service()
                        .outage()
                        .measures()
                        .forEach(measure -> assertThat(html).contains(escaped(measure.in(language))));
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;");
    }

    @Test
    void aVersionIsShownByItsHashAndOthersAreNotThere() throws Exception {
        var wanted = operations.byCode(new OperationCode("wanted")).orElseThrow();
        assertThat(text("/operations/wanted?version=" + wanted.hash(), "ja")).contains(wanted.shortHash());
        assertThat(answer("/operations/wanted?version=" + "0".repeat(64), "ja").getStatus())
                .isEqualTo(404);
        assertThat(answer("/operations/bicycle?version=" + wanted.hash(), "ja").getStatus())
                .isEqualTo(404);
        assertThat(answer("/operations/no-such-operation", "ja").getStatus()).isEqualTo(404);
        assertThat(answer("/operations/%3Cscript%3E", "ja").getStatus()).isEqualTo(404);
    }

    @Test
    void tablesComeAsCsv() throws Exception {
        assertThat(text("/operations.csv", "ja")).startsWith("\uFEFF\"業務名\"").contains("\"stolen-vehicle\"");
        assertThat(text("/operations.csv", "en")).contains("\"Operation\"").doesNotContain("[operation.");
        assertThat(text("/operations/wanted/fields.csv", "ja"))
                .contains("\"令状の有効期間の末日\"")
                .doesNotContain("[operation.");
        assertThat(text("/operations/codes/colours@1/words.csv", "en")).contains("\"white\",\"白\",\"White\"");
    }

    @Test
    void codeListsAreShownAndUnknownOnesAreNotThere() throws Exception {
        assertThat(text("/operations/codes/missing-grounds@1", "ja"))
                .contains("特異行方不明者の事由", "自殺のおそれ")
                .doesNotContain("[operation.");
        assertThat(answer("/operations/codes/missing-grounds@9", "ja").getStatus())
                .isEqualTo(404);
        assertThat(answer("/operations/codes/nonsense", "ja").getStatus()).isEqualTo(404);
    }

    @Test
    void whoIsShutOutFindsNothing() throws Exception {
        for (var path : new String[] {"/operations", "/operations.csv", "/operations/wanted", "/api/v1/operations"}) {
            var answer = web.perform(get(path).header("X-Shut", "yes").with(user("tester")))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theApiGivesTheDefinitionWhoseHashItNames() throws Exception {
        var list = JSON.readTree(text("/api/v1/operations", "ja")).path("operations");
        assertThat(list.size()).isEqualTo(operations.inForce().size());
        for (var entry : list) {
            var whole = JSON.readTree(
                    text("/api/v1/operations/" + entry.path("code").asString(), "ja"));
            var definition = JSON.writeValueAsBytes(whole.path("definition"));
            var canonical = akashi.ledger.CanonicalJson.canonicalise(definition);
            assertThat(DefinitionFiles.hash(new String(canonical, StandardCharsets.UTF_8)))
                    .isEqualTo(entry.path("version").asString());
        }
    }

    @Test
    void theApiAnswersAnUnknownOperationWithItsProblem() throws Exception {
        var answer = answer("/api/v1/operations/no-such-operation", "en");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("operation-unknown");
    }

    @Test
    void theSchemaIsServed() throws Exception {
        var answer = answer("/operations/schema.json", "ja");
        assertThat(answer.getContentType()).startsWith("application/schema+json");
        assertThat(JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8))
                        .path("$id")
                        .asString())
                .isEqualTo("urn:akashi:operation-schema:1");
    }
}
