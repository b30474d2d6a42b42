package akashi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.access.Asker;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.record.OwnAccess;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What is typed wrongly or with malice, and what must not be seen, on the record pages. */
class RecordPagesInputTest extends Leafing {
    RecordPagesInputTest(
            MockMvc mvc,
            Accounts accounts,
            RecordChanges changes,
            OwnAccess own,
            Operations operations,
            Organization organization,
            MovableClock clock) {
        super(mvc, accounts, changes, own, operations, organization, clock);
    }

    @Test
    void hostileTextComesBackAsTextInEveryField() throws Exception {
        Browser browser = browser(people.detective());
        for (OperationVersion version : operations.inForce()) {
            for (DocumentType type : version.definition().documents()) {
                List<String> form = new ArrayList<>(
                        List.of("document", type.code(), "sourceForm", HOSTILE, "caution", HOSTILE + "\uFFFE"));
                for (Field field : type.fields()) {
                    if (field.stage() == Field.Stage.ENTRY && !field.type().isAttachment()) {
                        field.inputs().forEach(input -> form.addAll(List.of("f." + input, HOSTILE)));
                    }
                }
                var _ = open(browser, "/records/new?operation=" + version.code().value());
                MockHttpServletResponse page =
                        send(browser, "/records/new?operation=" + version.code().value(), form);
                assertThat(page.getStatus()).as(version.code() + type.code()).isIn(422, 403, 303);
                assertThat(browser.page()).doesNotContain("<script>alert").doesNotContain(">49<");
            }
        }
    }

    @Test
    void hostileTextThatIsKeptIsShownAsText() throws Exception {
        Map<String, List<String>> inputs = Sheets.vehicle(Sheets.plate());
        Sheets.put(inputs, "features", HOSTILE);
        Sheets.put(inputs, "model", "<img src=x onerror=alert(1)>");
        ChangeOutcome.Done done =
                done(changes.make(Sheets.register(Sheets.VEHICLE, "notice", inputs), people.detective()));
        Browser browser = browser(people.supervisor());

        var _ = open(browser, "/confirmations/stolen-vehicle/" + done.number());
        assertThat(browser.page())
                .contains("drop table record")
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x");
        var _ = open(
                browser,
                "/records/stolen-vehicle/" + done.number() + "?purpose=register-upkeep&case=" + encoded(done.number()));
        assertThat(browser.page())
                .contains("drop table record")
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x");
    }

    @Test
    void noIdIsEverSeen() throws Exception {
        ChangeOutcome.Done done = done(changes.make(
                Sheets.register(Sheets.VEHICLE, "notice", Sheets.vehicle(Sheets.plate())), people.detective()));
        Browser browser = browser(people.supervisor());
        for (String path : List.of(
                "/records",
                "/confirmations",
                "/confirmations/stolen-vehicle/" + done.number(),
                "/records/stolen-vehicle/" + done.number() + "?purpose=register-upkeep&case=" + encoded(done.number()),
                "/records/stolen-vehicle/" + done.number() + "/history?purpose=register-upkeep&case="
                        + encoded(done.number()),
                "/records/own")) {
            var _ = open(browser, path);
            assertThat(text(browser.page())).as(path).doesNotContainPattern(UUID_TEXT);
        }
    }

    @Test
    void hiddenAndUnknownLookTheSame() throws Exception {
        ChangeOutcome.Done done = confirmed(Sheets.vehicle(Sheets.plate()));
        Asker head = people.head();
        var _ = done(changes.make(
                new Change.Seal(
                        UUID.randomUUID(), done.record(), done.version(), List.of(head.staffNumber()), "保護のため封印する"),
                head));
        Browser browser = browser(people.detective());
        String query = "?purpose=stop-and-question";

        MockHttpServletResponse hidden = open(browser, "/records/stolen-vehicle/" + done.number() + query);
        String hiddenText = withoutFigures(browser.page());
        MockHttpServletResponse unknown = open(browser, "/records/stolen-vehicle/盗車-AT-HACHI-2026-99999" + query);

        assertThat(hidden.getStatus()).isEqualTo(404).isEqualTo(unknown.getStatus());
        assertThat(withoutFigures(browser.page())).isEqualTo(hiddenText);
    }

    @Test
    void theOwnRecordOpensOnlyAfterASecondPersonReleasedIt() throws Exception {
        Asker subject = people.detective();
        own.state(
                new PersonId(subject.personId().value()),
                subject.staffNumber(),
                new akashi.identity.PersonName("本人 映子", "ホンニン エイコ", null),
                akashi.identity.PartialDate.of(LocalDate.of(1987, 3, 3)));
        ChangeOutcome.Done done = done(changes.make(
                Sheets.register(Sheets.WANTED, "notice", Sheets.wanted("本人 映子", "ホンニン エイコ", "1987-03-03")),
                people.detective()));
        Browser browser = browser(subject);
        String path = "/records/wanted/" + done.number() + "?purpose=register-upkeep&case=" + encoded(done.number());
        assertThat(open(browser, path).getStatus()).isEqualTo(404);

        var _ = open(browser, "/records/own");
        assertThat(send(browser, "/records/own", List.of("number", "", "reason", ""))
                        .getStatus())
                .isEqualTo(422);
        assertThat(send(browser, "/records/own", List.of("number", done.number(), "reason", "登録内容の確認のため"))
                        .getStatus())
                .isEqualTo(303);
        Browser second = browser(people.supervisor());
        var _ = open(second, "/records/own");
        assertThat(text(second.page())).contains(done.number());
        assertThat(send(
                                second,
                                "/records/own/decide",
                                List.of("choice", "release", "number", done.number(), "staff", subject.staffNumber()))
                        .getStatus())
                .isEqualTo(303);
        assertThat(open(browser, path).getStatus()).isEqualTo(200);
        var _ = open(browser, "/records/own");
        assertThat(text(browser.page())).contains("まで閲覧できます");
    }

    @Test
    void whoeverWasSlowerIsToldSo() throws Exception {
        ChangeOutcome.Done done = confirmed(Sheets.vehicle(Sheets.plate()));
        String path = "/records/stolen-vehicle/" + done.number() + "/correct";
        List<String> form = form(Sheets.vehicle(Sheets.plate()));
        form.addAll(List.of("version", "2", "reason", "番号の誤り"));
        Browser first = browser(people.detective());
        Browser second = browser(people.supervisor());
        var _ = open(first, path);
        var _ = open(second, path);

        assertThat(send(first, path, form).getStatus()).isEqualTo(303);
        assertThat(send(second, path, form).getStatus()).isEqualTo(409);
        assertThat(text(second.page())).contains("ほかの職員が変更しました");
    }

    @Test
    void faultsComeBackWithEverythingThatWasTyped() throws Exception {
        Browser browser = browser(people.detective());
        Map<String, List<String>> inputs = Sheets.vehicle("青森 330 12-34");
        Sheets.put(inputs, "stolenFrom", "令和7年2月30日");
        List<String> form = form(inputs);
        form.addAll(List.of("caution", "armed", "caution.armed.noted", "いつか", "caution.armed.source", "通報者"));
        var _ = open(browser, "/records/new?operation=stolen-vehicle");

        assertThat(send(browser, "/records/new?operation=stolen-vehicle", form).getStatus())
                .isEqualTo(422);
        assertThat(browser.page())
                .contains("value=\"令和7年2月30日\"")
                .contains("value=\"プリウス\"")
                .contains("value=\"通報者\"")
                .doesNotContainPattern("\\[(record|identity)\\.[a-z.-]+\\]");
        assertThat(text(browser.page())).contains("か所あります");
    }
}
