package akashi.siem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.tlog.TreeCheck;
import akashi.usage.Actor;
import akashi.usage.RecordRef;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Uses as OCSF events: by the schema, page by page, for auditors, with nothing private in them. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class})
@ExtendWith(TreeCheck.class)
class SiemApiTest {
    private static final Use.Ruling YES = new Use.Ruling("AK-06-S", "1", true);
    private static final Use.Ruling NO = new Use.Ruling("AK-08", "1", false);

    private final Accounts accounts;
    private final TestForce force;
    private final MockMvc mvc;
    private final UsageLog log;
    private final Clock clock;
    private final OcsfSchema schema = new OcsfSchema();

    SiemApiTest(Accounts accounts, Organization organization, MockMvc mvc, UsageLog log, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.force = new TestForce(organization, jdbc);
        this.mvc = mvc;
        this.log = log;
        this.clock = clock;
    }

    private static Actor officer(String number) {
        return new Actor(number, "person-" + number, "officer", "HACHI", "PC-014", "page");
    }

    private static Use inquiry(String act, Use.Ruling ruling) {
        return Use.of(act, officer("123456"))
                .because("stop-and-question", "110-0812-0345")
                .onBehalfOf(officer("654321"))
                .in("stolen-vehicle", "3f6f", ruling)
                .in("wanted", "77aa")
                .touching(List.of(new RecordRef("0198-record", 1)))
                .stating("note", "<fact>")
                .with(new Use.Key("PLATE", "青森330さ12-34", "青森330さ1234", List.of()))
                .noting("言動が不審");
    }

    private MockHttpServletResponse fetch(Browser browser, String query) throws Exception {
        return browser.perform(get("/api/v1/uses/ocsf" + query));
    }

    private String period() {
        var now = clock.instant();
        return "?from=" + now.minus(Duration.ofHours(2)) + "&to=" + now.plus(Duration.ofHours(1));
    }

    @Test
    void everyEventIsOneOfTheSchemaAndNothingPrivateIsInIt() throws Exception {
        for (var act : List.of("EXISTENCE", "CONTENT", "REGISTER", "CORRECT", "ERASURE", "SIGN_IN", "<b>\"x")) {
            var _ = log.seal(inquiry(act, YES));
        }
        var _ = log.seal(inquiry("EXISTENCE", NO));
        var _ = log.seal(Use.of("ERASURE_END", Actor.system("retention")));
        var auditor = signedIn(PostClass.AUDITOR);

        var answer = fetch(auditor, period());

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/x-ndjson");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        var lines = lines(answer);
        assertThat(lines)
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(line -> assertThat(schema.faults(line)).as(line).isEmpty());
        var text = String.join("\n", lines);
        assertThat(text)
                .contains(
                        "\"type_uid\":600504",
                        "\"type_uid\":600501",
                        "\"type_uid\":600506",
                        "\"type_uid\":600502",
                        "\"type_uid\":600507",
                        "\"type_uid\":600599")
                .contains("\"purpose\":\"stop-and-question\"", "\"org\":{\"uid\":\"HACHI\"}", "\"uid\":\"123456\"")
                .contains("\"decision\":\"denied\",\"policy\":{\"uid\":\"AK-08\",\"version\":\"1\"}", "\"status_id\":2")
                .doesNotContain("青森", "言動", "654321", "110-0812", "0198-record", "<fact>", "person-");
    }

    @Test
    void theSchemaRefusesWhatIsNoEvent() {
        assertThat(schema.faults("{}")).contains("actor is required", "time is required");
        assertThat(schema.faults("{\"activity_id\":8,\"actor\":{},\"x\":1,\"time\":\"now\"}"))
                .contains("x is not known", "activity_id has no such value: 8", "time is no integer: \"now\"")
                .anyMatch(fault -> fault.startsWith("actor. has none of"));
    }

    @Test
    void pagesFollowOneAnotherAndEachIsAUse() throws Exception {
        for (int n = 0; n < SiemApi.MOST + 5; n++) {
            log.sealLimited(Use.of("LIST", officer("777" + n)), "source-" + n, Duration.ofMinutes(1));
        }
        var auditor = signedIn(PostClass.AUDITOR);
        var first = fetch(auditor, period());
        assertThat(lines(first)).hasSize(SiemApi.MOST);
        var link = Pattern.compile("<(/api/v1/uses/ocsf)(\\?[^>]+)>; rel=\"next\"")
                .matcher(String.valueOf(first.getHeader("Link")));
        assertThat(link.matches()).isTrue();
        var before = log.state().size();

        var second = fetch(auditor, link.group(2));

        assertThat(lines(second)).isNotEmpty().doesNotContainAnyElementsOf(lines(first));
        assertThat(second.getHeader("Link")).isNull();
        assertThat(log.state().size()).isEqualTo(before + 1);
        var after = link.group(2).replaceAll(".*after=", "");
        assertThat(lines(second).getFirst())
                .contains("\"sequence\":" + (Long.parseLong(after.replaceAll(".*-", "")) + 1));
        assertThat(lines(fetch(auditor, period() + "&after=999-0"))).isEmpty();
    }

    @Test
    void aPeriodThatCannotBeReadIsRefusedWithTheWayOut() throws Exception {
        var auditor = signedIn(PostClass.AUDITOR);
        assertThat(fetch(auditor, "").getStatus()).isEqualTo(200);
        for (var query : new String[] {
            "?from=2026-11-22&to=2026-11-23",
            "?from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z",
            "?from=2020-11-23T00:00:00Z&to=2026-11-22T00:00:00Z",
            period() + "&after=x",
            period() + "&after=1-2%27"
        }) {
            var answer = fetch(auditor, query);
            assertThat(answer.getStatus()).as(query).isEqualTo(400);
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("urn:akashi:problem:uses-period");
        }
    }

    @Test
    void onlyAuditorsFetchUses() throws Exception {
        for (var post : new PostClass[] {
            PostClass.OFFICER, PostClass.UNIT_HEAD, PostClass.INFORMATION_MANAGEMENT, PostClass.SYSTEM_GENERAL_MANAGER
        }) {
            assertThat(fetch(signedIn(post), period()).getStatus())
                    .as("%s", post)
                    .isEqualTo(404);
        }
    }

    @Test
    void thePageOfTheFormatNamesEveryActThatHasAnActivity() throws IOException {
        var page = Files.readString(Path.of("../docs/formats/ocsf.md"));
        assertThat(Ocsf.acts()).allSatisfy(act -> assertThat(page).contains("`" + act + "`"));
    }

    private static List<String> lines(MockHttpServletResponse answer) throws Exception {
        return new ArrayList<>(
                answer.getContentAsString(StandardCharsets.UTF_8).lines().toList());
    }

    private Browser signedIn(PostClass postClass) throws Exception {
        var member = force.officer(TestForce.GENERAL, postClass);
        return Browser.of(mvc, accounts, member);
    }
}
