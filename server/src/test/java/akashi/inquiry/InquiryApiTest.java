package akashi.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.SignedInTest;
import akashi.TestDatabase;
import akashi.TestForce;
import akashi.TestRecords;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.document.CautionNote;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.record.RecordLoader;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SignedInTest
class InquiryApiTest {
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";
    private static final Pattern TOKEN = Pattern.compile("\"csrfToken\":\"([^\"]+)\"");
    private static final Pattern HEADER = Pattern.compile("\"csrfHeader\":\"([^\"]+)\"");

    private final MockMvc mvc;
    private final Accounts accounts;
    private final TestForce force;
    private final TestRecords records;
    private final JsonMapper json = JsonMapper.builder().build();

    InquiryApiTest(
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
    void anAnswerCarriesEverythingAClientNeeds() throws Exception {
        var plate = TestRecords.plate();
        var number =
                records.stolenVehicle(TestForce.HIRO, plate, new CautionNote("armed", "届出", LocalDate.of(2026, 11, 1)));
        var client = client(PostClass.OFFICER);

        var response = client.post("/api/v1/inquiries", """
                {"kind":"vehicle","keys":{"plate":"%s"},"operations":["stolen-vehicle"],"purpose":"stop-and-question","caseReference":"110-1122-0345","requestId":"a1"}""".formatted(plate));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        var answer = client.body();
        assertThat(answer.get("index").isIntegralNumber()).isTrue();
        assertThat(answer.get("number").asString()).matches("\\d+-\\d+");
        assertThat(answer.get("receipt").asString())
                .isEqualTo("/api/v1/receipts/" + answer.get("number").asString());
        assertThat(answer.at("/searched/normaliser").asString()).isNotEmpty();
        assertThat(answer.at("/searched/dataTime").asString()).isNotEmpty();
        var result = answer.at("/results/0");
        assertThat(result.get("operation").asString()).isEqualTo("stolen-vehicle");
        assertThat(result.get("outcome").asString()).isEqualTo("FOUND");
        assertThat(result.get("owner").asString()).isEqualTo("PREFECTURE");
        var hit = result.at("/hits/0");
        assertThat(hit.get("number").asString()).isEqualTo(number);
        assertThat(hit.at("/shown/plate").asString()).isEqualTo(plate);
        assertThat(hit.at("/cautions/0/code").asString()).isEqualTo("armed");
        assertThat(hit.at("/cautions/0/stale").asBoolean()).isFalse();
        assertThat(hit.get("confirmationNeeded").asBoolean()).isTrue();
        assertThat(response.getContentAsString()).doesNotContain("見本 花子", "keeper");
    }

    @Test
    void contentConfirmationAndResultFollowTheAnswer() throws Exception {
        var plate = TestRecords.plate();
        var _ = records.stolenVehicle(TestForce.HIRO, plate);
        var client = client(PostClass.OFFICER);
        var _ = client.ask(plate);
        var number = client.body().get("number").asString();

        assertThat(client.post("/api/v1/inquiries/" + number + "/hits/1/content", "")
                        .getStatus())
                .isEqualTo(200);
        assertThat(client.body().get("inquiry").asString()).isEqualTo(number);
        assertThat(client.body().get("number").asString()).isNotEqualTo(number);
        assertThat(client.text()).contains("見本 花子");
        assertThat(client.post("/api/v1/inquiries/" + number + "/confirmations", "{\"hit\":1,\"urgent\":true}")
                        .getStatus())
                .isEqualTo(200);
        var asked = client.body().get("confirmation").asLong();
        var _ = client.post("/api/v1/inquiries/" + number + "/confirmations", "{\"hit\":1,\"urgent\":false}");
        assertThat(client.body().get("confirmation").asLong())
                .as("asked once a record")
                .isEqualTo(asked);
        assertThat(client.post("/api/v1/inquiries/" + number + "/results", "{\"outcome\":\"RECOVERED\"}")
                        .getStatus())
                .isEqualTo(200);
        assertThat(client.post("/api/v1/inquiries/" + number + "/results", "{\"outcome\":\"ESCAPED\"}")
                        .getStatus())
                .isEqualTo(400);
        assertThat(client.body().get("type").asString()).isEqualTo("urn:akashi:problem:inquiry-input");
    }

    @Test
    void candidatesAreChosenBeforeContent() throws Exception {
        var until = LocalDate.of(2099, 1, 1);
        var suspect = Map.of("suspect.written", "三戸 花太郎", "suspect.kana", "サンノヘ ハナタロウ", "birth", "1988-04-12");
        var _ = records.wanted(TestForce.HACHI, suspect, until);
        var _ = records.wanted(TestForce.HIRO, suspect, until);
        var client = client(PostClass.OFFICER);

        var _ = client.post("/api/v1/inquiries", """
                {"keys":{"person":{"name":"三戸 花太郎"}},"operations":["wanted"],"purpose":"stop-and-question"}""");
        assertThat(client.body().at("/results/0/outcome").asString()).isEqualTo("NEEDS_CHOICE");
        var number = client.body().get("number").asString();
        assertThat(client.post("/api/v1/inquiries/" + number + "/hits/1/content", "")
                        .getStatus())
                .isEqualTo(409);
        assertThat(client.type()).isEqualTo("urn:akashi:problem:inquiry-choice-first");
        assertThat(client.post(
                                "/api/v1/inquiries/" + number + "/choices",
                                "{\"operation\":\"wanted\",\"hit\":1,\"reason\":\"\"}")
                        .getStatus())
                .isEqualTo(400);
        assertThat(client.type()).isEqualTo("urn:akashi:problem:inquiry-reason");
        assertThat(client.post(
                                "/api/v1/inquiries/" + number + "/choices",
                                "{\"operation\":\"wanted\",\"hit\":1,\"reason\":\"住所と生年月日\"}")
                        .getStatus())
                .isEqualTo(200);
        assertThat(client.post("/api/v1/inquiries/" + number + "/hits/1/content", "")
                        .getStatus())
                .isEqualTo(200);
        assertThat(client.post(
                                "/api/v1/inquiries/" + number + "/choices",
                                "{\"operation\":\"<x>\",\"hit\":1,\"reason\":\"住所と生年月日\"}")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aRefusalIsAProblemWithReasonsAndItsPlaceOnTheLedger() throws Exception {
        var client = client(PostClass.CIVILIAN);

        assertThat(client.ask(TestRecords.plate()).getStatus()).isEqualTo(403);
        assertThat(client.type()).isEqualTo("urn:akashi:problem:inquiry-refused");
        assertThat(client.body().get("number").asString()).matches("\\d+-\\d+");
        assertThat(client.body().at("/results/0/outcome").asString()).isEqualTo("REFUSED");
        assertThat(client.body().at("/results/0/reasons/0/rule").asString()).startsWith("AK-");
        assertThat(client.body().at("/results/0/reasons/0/text").asString()).doesNotStartWith("[");
    }

    @Test
    void wrongInputNamesEachFieldAndAsksNothing() throws Exception {
        var client = client(PostClass.OFFICER);

        assertThat(client.post("/api/v1/inquiries", """
                {"keys":{"person":{"name":"山田 太郎","birth":"令和7年2月30日"},"licence":"12"},"purpose":""}""").getStatus()).isEqualTo(400);
        assertThat(client.type()).isEqualTo("urn:akashi:problem:inquiry-input");
        assertThat(client.body().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("birth", "licence", "purpose");
        assertThat(client.text()).doesNotContain("山田");
        assertThat(client.post("/api/v1/inquiries", "{\"nonsense\":1}").getStatus())
                .isEqualTo(400);
        assertThat(client.post("/api/v1/inquiries", "{").getStatus()).isEqualTo(400);
        assertThat(client.post("/api/v1/inquiries/1-2/hits/1/content", "").getStatus())
                .isEqualTo(404);
        assertThat(client.type()).isEqualTo("urn:akashi:problem:inquiry-not-open");
        assertThat(client.post("/api/v1/inquiries/1-2/confirmations", "{\"hit\":1,\"urgent\":true}")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void nothingIsAnsweredWhenTheLedgerCannotWrite() throws Exception {
        var plate = TestRecords.plate();
        var number = records.stolenVehicle(TestForce.HIRO, plate);
        var client = client(PostClass.OFFICER);
        asOwner("revoke insert on usage_leaf from akashi_app");
        try {
            assertThat(client.ask(plate).getStatus()).isEqualTo(503);
            assertThat(client.text()).doesNotContain(number, "プリウス");
        } finally {
            asOwner("grant insert on usage_leaf to akashi_app");
        }
        assertThat(client.ask(plate).getStatus()).isEqualTo(200);
        assertThat(client.text()).contains(number);
    }

    @Test
    void theSameRequestIdGetsTheSameReceipt() throws Exception {
        var client = client(PostClass.OFFICER);
        var body = """
                {"keys":{"plate":"%s"},"purpose":"stop-and-question","requestId":"twice"}""".formatted(TestRecords.plate());

        var _ = client.post("/api/v1/inquiries", body);
        var first = client.body().get("receipt").asString();
        var _ = client.post("/api/v1/inquiries", body);

        assertThat(client.body().get("receipt").asString()).isEqualTo(first);
    }

    private static void asOwner(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.url("akashi_owner"));
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private Client client(PostClass postClass) throws Exception {
        var member = force.officer(TestForce.HACHI, postClass);
        accounts.open(member.id(), PASSWORD);
        return new Client(member.staffNumber());
    }

    /** A client of the API with its session and token. */
    private final class Client {
        private final Browser browser = new Browser(mvc);
        private final String header;
        private final String token;

        private Client(String staffNumber) throws Exception {
            var response = browser.perform(MockMvcRequestBuilders.post("/api/v1/session")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"staffNumber\":\"" + staffNumber + "\",\"password\":\"" + PASSWORD + "\"}"));
            assertThat(response.getStatus()).isEqualTo(201);
            header = first(HEADER);
            token = first(TOKEN);
        }

        private String first(Pattern pattern) {
            var found = pattern.matcher(browser.page());
            assertThat(found.find()).as(browser.page()).isTrue();
            return found.group(1);
        }

        private MockHttpServletResponse ask(String plate) throws Exception {
            return post("/api/v1/inquiries", """
                    {"keys":{"plate":"%s"},"operations":["stolen-vehicle"],"purpose":"stop-and-question"}""".formatted(plate));
        }

        private MockHttpServletResponse post(String path, String body) throws Exception {
            return browser.perform(MockMvcRequestBuilders.post(path)
                    .header(header, token)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body));
        }

        private JsonNode body() {
            return json.readTree(browser.page());
        }

        private String type() {
            return body().get("type").asString();
        }

        private String text() {
            return browser.page();
        }
    }
}
