package akashi.record;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@DoorTest
@Import({MovableClock.Setup.class, TestDevices.class})
class RecordPagesTest {
    private static final String PASSWORD = "りんごの花-ほころび-岩木山";
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final String HOSTILE = "'); drop table record; --<script>alert(\"x\")</script>&amp;${7*7}";

    private final MockMvc mvc;
    private final Accounts accounts;
    private final RecordChanges changes;
    private final OwnAccess own;
    private final Operations operations;
    private final MovableClock clock;
    private final People people;

    RecordPagesTest(
            MockMvc mvc,
            Accounts accounts,
            RecordChanges changes,
            OwnAccess own,
            Operations operations,
            Organization organization,
            MovableClock clock) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.changes = changes;
        this.own = own;
        this.operations = operations;
        this.clock = clock;
        this.people = new People(organization, clock);
    }

    @Test
    void everyFormIsDrawnFromItsDefinitionInBothLanguages() throws Exception {
        Browser browser = browser(people.detective());
        for (String lang : List.of("ja", "en")) {
            for (OperationVersion version : operations.inForce()) {
                for (DocumentType type : version.definition().documents()) {
                    MockHttpServletResponse page = browser.perform(MockMvcRequestBuilders.get(
                                    "/records/new?operation=" + version.code().value() + "&document=" + type.code())
                            .cookie(new Cookie("akashi-language", lang)));
                    assertThat(page.getStatus()).as(type.code()).isEqualTo(200);
                    assertThat(browser.page()).doesNotContainPattern("\\[(record|web|identity)\\.[a-z.-]+\\]");
                    for (Field field : type.fields()) {
                        if (field.stage() == Field.Stage.ENTRY) {
                            assertThat(text(browser.page()))
                                    .contains(field.label().in(lang));
                        }
                    }
                }
            }
        }
    }

    @Test
    void fromEntryToEndOnPages() throws Exception {
        Browser author = browser(people.detective());
        Asker second = people.supervisor();
        String plate = Sheets.plate();
        var _ = open(author, "/records/new?operation=stolen-vehicle");
        MockHttpServletResponse registered =
                send(author, "/records/new?operation=stolen-vehicle", form(Sheets.vehicle(plate)));
        assertThat(registered.getStatus()).as(text(author.page())).isEqualTo(303);
        var _ = open(author, "/records");
        String number = number(text(author.page()));
        String path = "/records/stolen-vehicle/" + number;

        Browser confirmer = browser(second);
        var _ = open(confirmer, "/confirmations");
        assertThat(confirmer.page()).contains(number);
        var _ = open(confirmer, "/confirmations/stolen-vehicle/" + number);
        assertThat(text(confirmer.page())).contains("プリウス").contains("見本 花子");
        assertThat(send(
                                confirmer,
                                "/confirmations/stolen-vehicle/" + number,
                                List.of("version", "1", "choice", "confirm"))
                        .getStatus())
                .isEqualTo(303);

        var _ = open(author, path);
        assertThat(text(author.page())).contains("何のために見ますか").doesNotContain("プリウス");
        String why = "?purpose=register-upkeep&case=" + encoded(number);
        var _ = open(author, path + why);
        assertThat(text(author.page()))
                .contains("手配中")
                .contains("令和8年10月2日（2026-10-02）")
                .contains("証明 #");
        clock.move(Duration.ofMinutes(10));

        var _ = open(author, path + "/correct");
        assertThat(author.page()).contains("value=\"プリウス\"");
        Map<String, List<String>> corrected = Sheets.vehicle(plate);
        Sheets.put(corrected, "model", "アクア");
        List<String> correction = form(corrected);
        correction.addAll(List.of("version", "2", "reason", "車名の誤り"));
        assertThat(send(author, path + "/correct", correction).getStatus()).isEqualTo(303);

        var _ = open(confirmer, "/confirmations/stolen-vehicle/" + number);
        assertThat(text(confirmer.page())).contains("プリウス").contains("アクア").contains("変更");
        assertThat(send(
                                confirmer,
                                "/confirmations/stolen-vehicle/" + number,
                                List.of("version", "3", "choice", "confirm"))
                        .getStatus())
                .isEqualTo(303);

        var _ = open(author, path + "/history" + why);
        assertThat(text(author.page())).contains("第4版").contains("アクア").contains("車名の誤り");
        String earlier = java.time.LocalDateTime.ofInstant(
                        clock.instant().minus(Duration.ofMinutes(5)), akashi.calendar.JapaneseDates.ZONE)
                .withNano(0)
                .toString();
        var _ = open(author, path + why + "&asOf=" + encoded(earlier));
        assertThat(text(author.page())).contains("プリウス").doesNotContain("アクア").contains("の時点で");

        assertThat(send(author, path + "/move", List.of("version", "4", "choice", "locate"))
                        .getStatus())
                .isEqualTo(303);
        var _ = open(author, path + "/end");
        assertThat(text(author.page())).contains("発見・還付");
        MockHttpServletResponse ended = send(
                author,
                path + "/end",
                List.of("version", "5", "choice", "self-found", "f.foundOn", "2026-11-20", "f.foundNote", "自宅で発見"));
        assertThat(ended.getStatus()).as(text(author.page())).isEqualTo(303);
        var _ = open(author, path + why);
        assertThat(text(author.page())).contains("届出人による発見");
    }

    @Test
    void hostileTextComesBackAsTextInEveryField() throws Exception {
        Browser browser = browser(people.detective());
        for (OperationVersion version : operations.inForce()) {
            for (DocumentType type : version.definition().documents()) {
                List<String> form = new ArrayList<>(List.of("document", type.code(), "sourceForm", HOSTILE));
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
    void aListNeedsItsFiltersAPurposeAndARight() throws Exception {
        ChangeOutcome.Done done =
                done(changes.make(Sheets.register(Sheets.CRIME, "report", Sheets.crime()), people.detective()));
        Browser browser = browser(people.detective());
        String list = "/records/list?operation=crime-report&asked=true&from=2026-10-01&to=2026-11-30";

        assertThat(open(browser, "/records/list?operation=crime-report").getStatus())
                .isEqualTo(200);
        assertThat(open(browser, list).getStatus()).isEqualTo(422);
        assertThat(text(browser.page())).contains("利用目的を選んでください");
        var _ = open(
                browser,
                list + "&f.modus=bicycle-theft&f.place.municipality=" + encoded("八戸市") + "&purpose=crime-prevention");
        assertThat(text(browser.page()))
                .contains(done.number())
                .contains("自転車盗")
                .contains("証明 #");
        var _ = open(browser, list + "&f.modus=shoplifting&purpose=crime-prevention");
        assertThat(text(browser.page())).doesNotContain(done.number());
        assertThat(open(browser, list + "&f.modus=bicycle-theft&purpose=crime-prevention&from=" + encoded("令和7年2月30日"))
                        .getStatus())
                .isEqualTo(422);
        Browser auditor = browser(people.at(TestForce.HACHI, PostClass.AUDITOR));
        assertThat(open(auditor, list + "&f.modus=bicycle-theft&purpose=crime-prevention")
                        .getStatus())
                .isEqualTo(403);
        var _ = open(
                browser,
                "/records/list?operation=stolen-vehicle&asked=true&from=2020-01-01&to=2026-11-30&purpose=abandoned-vehicle");
        assertThat(text(browser.page())).contains("366日以内");
        var _ = open(
                browser,
                "/records/list?operation=stolen-vehicle&asked=true&ended=true&from=2026-09-01&to=2026-11-30&purpose=abandoned-vehicle");
        assertThat(browser.page()).contains("証明 #");
    }

    @Test
    void aFileIsServedAsWhatItIsAndOnlyForAPurpose() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 7};
        ChangeOutcome.Done done = done(changes.make(
                new Change.Register(
                        UUID.randomUUID(),
                        Sheets.VEHICLE,
                        "notice",
                        new Change.Entry(
                                Sheets.vehicle(Sheets.plate()),
                                List.of(),
                                List.of(new Upload("photo", "車.png", png)),
                                "原票1号")),
                people.detective()));
        Browser browser = browser(people.supervisor());
        String query = "?purpose=register-upkeep&case=" + encoded(done.number());

        var _ = open(browser, "/records/stolen-vehicle/" + done.number() + query);
        assertThat(text(browser.page())).contains("車.png");
        MockHttpServletResponse file = open(browser, "/records/stolen-vehicle/" + done.number() + "/files/1" + query);
        assertThat(file.getContentType()).isEqualTo("image/png");
        assertThat(file.getContentAsByteArray()).isEqualTo(png);
        assertThat(open(browser, "/records/stolen-vehicle/" + done.number() + "/files/2" + query)
                        .getStatus())
                .isEqualTo(404);
        assertThat(open(browser, "/records/stolen-vehicle/" + done.number() + "/files/1?purpose=no-such")
                        .getStatus())
                .isEqualTo(403);
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

    @Test
    void theMenuShowsTheQueueOnlyToWhoeverConfirms() throws Exception {
        Browser officer = browser(people.at(TestForce.HACHI, PostClass.OFFICER));
        var _ = open(officer, "/records");
        assertThat(officer.page()).contains("href=\"/records\"").doesNotContain("href=\"/confirmations\"");
        Browser supervisor = browser(people.supervisor());
        var _ = open(supervisor, "/records");
        assertThat(supervisor.page()).contains("href=\"/confirmations\"");
        assertThat(open(officer, "/records/new?operation=no-such").getStatus()).isEqualTo(404);
        assertThat(open(officer, "/records/open?operation=wanted&number=A-1").getHeader("Location"))
                .isEqualTo("/records/wanted/A-1");
    }

    @Test
    void aSealIsChangedOnThePage() throws Exception {
        ChangeOutcome.Done done = confirmed(Sheets.vehicle(Sheets.plate()));
        Asker head = people.head();
        Browser browser = browser(head);
        String path = "/records/stolen-vehicle/" + done.number();
        var _ = open(browser, path + "?purpose=register-upkeep&case=" + encoded(done.number()));

        assertThat(send(browser, path + "/seal", List.of("version", "2", "readers", "no-such", "reason", "封印の理由"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(send(
                                browser,
                                path + "/seal",
                                List.of("version", "2", "readers", head.staffNumber(), "reason", "封印の理由"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(send(browser, path + "/withdraw", List.of("version", "3", "reason", "取り下げる理由"))
                        .getStatus())
                .isEqualTo(409);
    }

    private ChangeOutcome.Done confirmed(Map<String, List<String>> inputs) {
        ChangeOutcome.Done done =
                done(changes.make(Sheets.register(Sheets.VEHICLE, "notice", inputs), people.detective()));
        return done(changes.make(new Change.Confirm(UUID.randomUUID(), done.record(), 1), people.supervisor()));
    }

    private Browser browser(Asker asker) throws Exception {
        accounts.open(asker.personId(), PASSWORD);
        return new Browser(mvc).signIn(asker.staffNumber(), PASSWORD);
    }

    private static List<String> form(Map<String, List<String>> inputs) {
        List<String> form = new ArrayList<>(List.of("sourceForm", "原票1号", "document", "notice"));
        inputs.forEach((input, texts) -> texts.forEach(text -> form.addAll(List.of("f." + input, text))));
        return form;
    }

    private static MockHttpServletResponse open(Browser browser, String path) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get(URI.create(address(path))));
    }

    private static MockHttpServletResponse send(Browser browser, String path, List<String> fields) throws Exception {
        List<String> all = new ArrayList<>(fields);
        all.addAll(List.of("request", UUID.randomUUID().toString()));
        return browser.send(path, all.toArray(String[]::new));
    }

    /** The path with everything but its own signs encoded, as a browser sends it. */
    private static String address(String path) {
        StringBuilder address = new StringBuilder();
        path.codePoints().forEach(point -> {
            String one = Character.toString(point);
            address.append(point < 128 ? one : encoded(one));
        });
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a person sees: no markup, no attributes. */
    private static String text(String page) {
        return page.replaceAll("(?s)<(script|style).*?</\\1>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replace("&amp;", "&")
                .replace("&#39;", "'")
                .replace("&#34;", "\"");
    }

    /** The footer counts the ledger, which every request makes longer. */
    private static String withoutFigures(String page) {
        return text(page).replaceAll("[0-9,]+", "n");
    }

    private static String number(String text) {
        var found = Pattern.compile("盗車-AT-HACHI-\\d{4}-\\d{5}").matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    private static ChangeOutcome.Done done(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Done.class);
        return (ChangeOutcome.Done) outcome;
    }
}
