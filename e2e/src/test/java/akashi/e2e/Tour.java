package akashi.e2e;

import java.nio.file.Path;
import org.openqa.selenium.Keys;

/** The gestures of the README's tour, as a person makes them in the browser. */
final class Tour {
    static final String PASSWORD = "mihon-2026-akashi";
    static final String OFFICER = "990001";
    static final String PATROL = "990002";
    static final String SUPERVISOR = "990004";
    static final String SECTION_HEAD = "990010";
    static final String INFORMATION_MANAGEMENT = "990012";
    static final String CASE = "110-1122-0345";
    static final String PLATE = "青森330さ1234";

    static final String LAPSED = "期限 切也";
    static final String NAMESAKES = "鈴木 健一";

    private final Browser browser;

    Tour(Browser browser) {
        this.browser = browser;
    }

    void signIn(String staffNumber) {
        browser.go("/sign-in");
        browser.fill("staffNumber", staffNumber);
        browser.fill("password", PASSWORD);
        browser.click("main form button.button-primary");
        browser.waitFor(() -> !browser.path().startsWith("/sign-in"));
    }

    void signOut() {
        browser.click("details.who summary");
        browser.click("form[action='/sign-out'] button");
    }

    /** Asks about a plate on the console. */
    void askPlate(String purpose, String caseReference, String plate) {
        ask("vehicle", purpose, caseReference, "plate", plate);
    }

    /** Asks about a person by name. */
    void askPerson(String purpose, String caseReference, String name) {
        ask("person", purpose, caseReference, "name", name);
    }

    private void ask(String kind, String purpose, String caseReference, String key, String typed) {
        browser.go("/?kind=" + kind);
        browser.choose("purpose", purpose);
        browser.fill("caseReference", caseReference);
        browser.fill(key, typed);
        browser.find("[name='" + key + "']").sendKeys(Keys.ENTER);
        var _ = browser.find("#answer, [aria-invalid=true], .notice-hit");
    }

    /** Keeps the receipt of the answer on the page, fetched with the browser's own session. */
    String receipt() {
        var address = browser.find("#answer a[href^='/receipts/']").getDomAttribute("href");
        var text = browser.driver()
                .executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "fetch(arguments[0]).then(r => r.text()).then(done, e => done('failed: ' + e));",
                        address);
        if (text == null) {
            throw new IllegalStateException("The receipt at " + address + " could not be kept");
        }
        return text.toString();
    }

    /** Where pictures of pages are kept for people to look at. */
    static Path pictures() {
        return Packaged.top().resolve("var/screens");
    }
}
