package akashi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.MovableClock;
import akashi.access.Asker;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.record.OwnAccess;
import akashi.record.People;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What tests of the record pages share: who sits in front of them, what is sent, and what a person sees. */
@DoorTest
@Import({MovableClock.Setup.class, TestDevices.class})
abstract class Leafing {
    static final String PASSWORD = "りんごの花-ほころび-岩木山";
    static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    static final String HOSTILE = "'); drop table record; --<script>alert(\"x\")</script>&amp;${7*7}";

    final MockMvc mvc;
    final Accounts accounts;
    final RecordChanges changes;
    final OwnAccess own;
    final Operations operations;
    final MovableClock clock;
    final People people;

    Leafing(
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

    final ChangeOutcome.Done confirmed(Map<String, List<String>> inputs) {
        ChangeOutcome.Done done =
                done(changes.make(Sheets.register(Sheets.VEHICLE, "notice", inputs), people.detective()));
        return done(changes.make(new Change.Confirm(UUID.randomUUID(), done.record(), 1), people.supervisor()));
    }

    final Browser browser(Asker asker) throws Exception {
        accounts.open(asker.personId(), PASSWORD);
        return new Browser(mvc).signIn(asker.staffNumber(), PASSWORD);
    }

    static List<String> form(Map<String, List<String>> inputs) {
        List<String> form = new ArrayList<>(List.of("sourceForm", "原票1号", "document", "notice"));
        inputs.forEach((input, texts) -> texts.forEach(text -> form.addAll(List.of("f." + input, text))));
        return form;
    }

    static MockHttpServletResponse open(Browser browser, String path) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get(URI.create(address(path))));
    }

    static MockHttpServletResponse send(Browser browser, String path, List<String> fields) throws Exception {
        List<String> all = new ArrayList<>(fields);
        all.addAll(List.of("request", UUID.randomUUID().toString()));
        return browser.send(path, all.toArray(String[]::new));
    }

    /** The path with everything but its own signs encoded, as a browser sends it. */
    static String address(String path) {
        StringBuilder address = new StringBuilder();
        path.codePoints().forEach(point -> {
            String one = Character.toString(point);
            address.append(point < 128 ? one : encoded(one));
        });
        return address.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a person sees: no markup, no attributes. */
    static String text(String page) {
        return page.replaceAll("(?s)<(script|style).*?</\\1>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replace("&amp;", "&")
                .replace("&#39;", "'")
                .replace("&#34;", "\"");
    }

    /** The footer counts the ledger, which every request makes longer. */
    static String withoutFigures(String page) {
        return text(page).replaceAll("[0-9,]+", "n");
    }

    static String number(String text) {
        var found = Pattern.compile("盗車-AT-HACHI-\\d{4}-\\d{5}").matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    static ChangeOutcome.Done done(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Done.class);
        return (ChangeOutcome.Done) outcome;
    }
}
