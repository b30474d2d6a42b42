package akashi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.MovableClock;
import akashi.access.Asker;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.organization.Organization;
import akashi.record.People;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DoorTest
@Import({MovableClock.Setup.class, TestDevices.class})
class RecordApiTest {
    private static final String PASSWORD = "ねぶた-囃子-跳人-八月";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc mvc;
    private final Accounts accounts;
    private final MovableClock clock;
    private final People people;

    RecordApiTest(MockMvc mvc, Accounts accounts, Organization organization, MovableClock clock) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.clock = clock;
        this.people = new People(organization, clock);
    }

    @Test
    void fromRegistrationToEnd() throws Exception {
        Browser author = browser(people.detective());
        Map<String, Object> body = body(Sheets.vehicle(Sheets.plate()), 0);
        MockHttpServletResponse created = send(author, HttpMethod.POST, "/api/v1/records/stolen-vehicle", body);
        assertThat(created.getStatus()).as(author.page()).isEqualTo(201);
        String number = json(author).path("number").asString();
        assertThat(json(author).path("standing").asString()).isEqualTo("WAITING");
        assertThat(send(author, HttpMethod.POST, "/api/v1/records/stolen-vehicle", body)
                        .getStatus())
                .isEqualTo(201);
        assertThat(json(author).path("number").asString()).isEqualTo(number);
        String path = "/api/v1/records/stolen-vehicle/" + encoded(number);

        assertThat(send(author, HttpMethod.POST, path + "/confirm", body(Map.of(), 1))
                        .getStatus())
                .isEqualTo(409);
        assertThat(json(author).path("type").asString()).isEqualTo("urn:akashi:problem:record-not-possible");
        Browser second = browser(people.supervisor());
        assertThat(send(second, HttpMethod.POST, path + "/confirm", body(Map.of(), 1))
                        .getStatus())
                .isEqualTo(200);

        Instant before = clock.instant();
        clock.move(Duration.ofMinutes(3));
        Map<String, List<String>> corrected = Sheets.vehicle(Sheets.plate());
        Sheets.put(corrected, "model", "アクア");
        assertThat(send(author, HttpMethod.PUT, path, body(corrected, 2)).getStatus())
                .isEqualTo(200);
        assertThat(send(second, HttpMethod.PUT, path, body(corrected, 2)).getStatus())
                .isEqualTo(409);
        assertThat(json(second).path("latest").asInt()).isEqualTo(3);

        String why = "?purpose=register-upkeep&case=" + encoded(number);
        assertThat(get(author, path + why).getStatus()).isEqualTo(200);
        assertThat(json(author).path("values").path("model").path(0).asString()).isEqualTo("アクア");
        assertThat(json(author).path("proof").asString()).isNotEmpty();
        assertThat(author.page()).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}");
        assertThat(get(author, path + why + "&asOf=" + encoded(before.toString()))
                        .getStatus())
                .isEqualTo(200);
        assertThat(json(author).path("values").path("model").path(0).asString()).isEqualTo("プリウス");
        assertThat(json(author).path("version").asInt()).isEqualTo(2);
        assertThat(get(author, path + why + "&asOf=yesterday").getStatus()).isEqualTo(400);
        assertThat(get(author, path + "/history" + why).getStatus()).isEqualTo(200);
        assertThat(json(author)).hasSize(3);

        Map<String, Object> end = body(Map.of("foundOn", List.of("2026-11-20"), "foundNote", List.of("自宅で発見")), 3);
        end.put("ending", "self-found");
        assertThat(send(author, HttpMethod.POST, path + "/end", end).getStatus())
                .isEqualTo(200);
        assertThat(json(author).path("standing").asString()).isEqualTo("ENDED");
    }

    @Test
    void everyFaultIsListedInTheCallersLanguage() throws Exception {
        Browser author = browser(people.detective());
        Map<String, List<String>> inputs = Sheets.vehicle("青森 330 12-34");
        Sheets.put(inputs, "stolenFrom", "昭和64年1月8日");

        assertThat(send(author, HttpMethod.POST, "/api/v1/records/stolen-vehicle", body(inputs, 0))
                        .getStatus())
                .isEqualTo(400);
        assertThat(json(author).path("type").asString()).isEqualTo("urn:akashi:problem:record-faults");
        assertThat(json(author).path("faults")).hasSize(2).allSatisfy(fault -> {
            assertThat(fault.path("text").asString()).isNotEmpty().doesNotContain("[");
            assertThat(fault.path("code").asString()).isNotEmpty();
        });
        assertThat(send(author, HttpMethod.POST, "/api/v1/records/stolen-vehicle", Map.of())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aRefusalNamesEveryRuleAndUnknownIsNotThere() throws Exception {
        Browser author = browser(people.detective());
        String path = "/api/v1/records/stolen-vehicle/" + encoded("盗車-AT-HACHI-2026-99999");

        assertThat(get(author, path).getStatus()).isEqualTo(403);
        assertThat(json(author).path("unmet").path(0).path("rule").asString()).isEqualTo("AK-08");
        assertThat(get(author, path + "?purpose=stop-and-question").getStatus()).isEqualTo(404);
        assertThat(get(author, path + "/history?purpose=stop-and-question").getStatus())
                .isEqualTo(404);
        assertThat(get(author, path + "/history").getStatus()).isEqualTo(403);
        assertThat(send(author, HttpMethod.PUT, path, body(Map.of(), 1)).getStatus())
                .isEqualTo(404);
    }

    private Browser browser(Asker asker) throws Exception {
        accounts.open(asker.personId(), PASSWORD);
        return new Browser(mvc).signIn(asker.staffNumber(), PASSWORD);
    }

    private static Map<String, Object> body(Map<String, List<String>> values, int version) {
        Map<String, Object> body = new java.util.TreeMap<>();
        body.put("request", UUID.randomUUID().toString());
        body.put("document", "notice");
        body.put("version", version);
        body.put("values", values);
        body.put("cautions", List.of(Map.of("code", "armed", "source", "通報者")));
        body.put("sourceForm", "原票1号");
        body.put("reason", "車名の誤り");
        return body;
    }

    private static MockHttpServletResponse get(Browser browser, String path) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get(URI.create(path)));
    }

    private static MockHttpServletResponse send(Browser browser, HttpMethod method, String path, Map<String, ?> body)
            throws Exception {
        var _ = get(browser, "/api/v1/session");
        JsonNode session = json(browser);
        return browser.perform(MockMvcRequestBuilders.request(method, URI.create(path))
                .header(
                        session.path("csrfHeader").asString(),
                        session.path("csrfToken").asString())
                .header("Sec-Fetch-Site", "same-origin")
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body)));
    }

    private static JsonNode json(Browser browser) {
        return JSON.readTree(browser.page());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
