package akashi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.document.Upload;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.record.OwnAccess;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The record pages in daily use: forms from definitions, from entry to end, lists, files, seals. */
class RecordPagesTest extends Leafing {
    RecordPagesTest(
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
        for (var unwritable : List.of("\u0000", "\u202E", "八".repeat(201))) {
            assertThat(open(
                                    browser,
                                    list + "&f.modus=bicycle-theft&purpose=crime-prevention&f.place.town="
                                            + encoded(unwritable))
                            .getStatus())
                    .as(unwritable)
                    .isEqualTo(422);
        }
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

        String counted = IntStream.range(0, 3_000).mapToObj(Integer::toString).collect(Collectors.joining("、"));
        assertThat(send(browser, path + "/seal", List.of("version", "2", "reason", "届出人の身の安全のため。" + counted))
                        .getStatus())
                .isEqualTo(409);
        assertThat(text(browser.page())).contains("字以内");
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
}
