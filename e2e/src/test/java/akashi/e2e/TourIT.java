package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The README's five minutes, word for word, in the browser on the packaged program; then its receipt, offline. */
class TourIT extends OneProgram {
    @Test
    void theTourOfTheReadmeWorksWordForWord() throws IOException, InterruptedException {
        try (var browser = Browser.open(program.url(""), 1280, false)) {
            var tour = new Tour(browser);
            tour.signIn(Tour.OFFICER);
            browser.language("en");
            tour.askPlate("stop-and-question", Tour.CASE, Tour.PLATE);
            assertThat(browser.text()).contains("Recorded").contains("プリウス");
            var receipt = home.resolve("receipt.json");
            Files.writeString(receipt, tour.receipt());

            browser.click("#answer form[action$='/content'] button");
            assertThat(browser.text()).contains("Stolen-vehicle notice");

            tour.askPlate("stop-and-question", Tour.CASE, "青森 500 あ 1");
            assertThat(browser.text()).contains("No record");
            tour.askPlate("investigation", "", Tour.PLATE);
            assertThat(browser.text()).doesNotContain("プリウス");

            tour.signOut();
            tour.signIn(Tour.SUPERVISOR);
            browser.go("/book");
            assertThat(browser.text()).contains(Tour.CASE);
            verifies(receipt);
        }
    }

    /** A radio call in one hand: the whole inquiry by keys, the cursor where the next key is needed. */
    @Test
    void theInquiryNeedsNoMouse() {
        try (var browser = Browser.open(program.url(""), 1280, false)) {
            var tour = new Tour(browser);
            tour.signIn(Tour.OFFICER);
            browser.go("/");
            assertThat(browser.focused()).isEqualTo("plate");
            browser.press(Keys.chord(Keys.ALT, "2"));
            var _ = browser.find("[name=residenceCard]");
            browser.press(Keys.chord(Keys.ALT, "1"));
            var _ = browser.find("[name=chassis]");
            assertThat(browser.focused()).isEqualTo("plate");
            browser.press(Tour.PLATE, Keys.ENTER);
            var _ = browser.find("[name=purpose][aria-invalid=true]");
            assertThat(browser.focused()).as("what has to be mended").isEqualTo("purpose");

            tour.askPlate("stop-and-question", Tour.CASE, Tour.PLATE);
            assertThat(browser.focused()).as("the answer").isEqualTo("answer");
            browser.press("n");
            assertThat(browser.focused()).as("the next question").isEqualTo("plate");
            browser.press(Tour.PLATE, Keys.ENTER);
            browser.waitFor(() -> browser.focused().equals("answer"));
            browser.press("v");
            var _ = browser.find("form[action$='/confirmation']");
            assertThat(browser.text()).contains("内容照会");
        }
    }

    /**
     * What an input method was given is proposed as the reading, never taken by itself; hidden characters are picked.
     */
    @Test
    void aNameComesWithItsReadingProposedAndItsVariantPicked() {
        try (var browser = Browser.open(program.url(""), 390, false)) {
            new Tour(browser).signIn(Tour.OFFICER);
            browser.go("/?kind=person");
            browser.click("[name=name]");
            browser.compose("たかはし", "高橋");
            assertThat(browser.find("[data-reading-of=f-name] output").getText())
                    .isEqualTo("タカハシ");
            assertThat(browser.value("kana")).as("not trusted").isEmpty();
            browser.click("[data-reading-of=f-name] button");
            assertThat(browser.value("kana")).isEqualTo("タカハシ");

            browser.click("details.picker summary");
            browser.click("[data-put='髙']");
            assertThat(browser.value("name")).isEqualTo("髙橋");
        }
    }

    private static void verifies(Path receipt) throws IOException, InterruptedException {
        var key = home.resolve("var/demo/ledger.pub");
        assertThat(Check.of(receipt, key)).returns(0, Check::exit);
        assertThat(Check.of(receipt)).returns(3, Check::exit);
        var forged = home.resolve("forged.json");
        Files.writeString(forged, Files.readString(receipt).replace("stop-and-question", "stop-and-Question"));
        assertThat(Check.of(forged, key)).returns(1, Check::exit);
    }

    @ParameterizedTest
    @CsvSource({"1280,false,ja", "390,false,ja", "1280,true,en", "390,true,en"})
    void everyPageFitsAndIsAccessible(int width, boolean dark, String language) {
        try (var browser = Browser.open(program.url(""), width, dark)) {
            var tour = new Tour(browser);
            var look = new Look(browser, width + (dark ? "-dark-" : "-light-") + language);
            browser.go("/sign-in");
            browser.language(language);
            look.at("sign-in");
            tour.signIn(Tour.OFFICER);
            look.at("console");
            tour.askPlate("stop-and-question", Tour.CASE, Tour.PLATE);
            look.at("answer-hit");
            browser.click("#answer form[action$='/content'] button");
            var _ = browser.find("form[action$='/confirmation']");
            look.at("content");
            tour.askPerson("stop-and-question", Tour.CASE, Tour.LAPSED);
            look.at("answer-candidate-unconfirmed");
            tour.askPerson("stop-and-question", Tour.CASE, Tour.NAMESAKES);
            look.at("answer-candidates");
            tour.askPlate("investigation", "", Tour.PLATE);
            look.at("answer-refused");
            tour.askPlate("stop-and-question", Tour.CASE, "青森 500 あ 1");
            look.at("answer-none");
            tour.askPlate("stop-and-question", Tour.CASE, "青森 500 1");
            look.at("answer-misread");
            for (var page : List.of(
                    "/uses/mine",
                    "/results",
                    "/operations",
                    "/operations/stolen-vehicle",
                    "/rights/mine",
                    "/ledger",
                    "/terminals/choose",
                    "/password",
                    "/organization/units/S12",
                    "/hit-confirmations",
                    "/records",
                    "/duties",
                    "/emergencies",
                    "/tasks",
                    "/rules",
                    "/voices",
                    "/voices/new?from=/records/12",
                    "/nowhere")) {
                browser.go(page);
                look.at(page);
            }
            browser.go("/uses/mine");
            browser.click("td a[href^='/ledger/']");
            look.at("entry");
            tour.signOut();
            tour.signIn(Tour.SUPERVISOR);
            for (var page : List.of(
                    "/book",
                    "/rights",
                    "/organization",
                    "/confirmations",
                    "/hit-confirmations",
                    "/batches",
                    "/batches/new",
                    "/batches/new?kind=person",
                    "/matches",
                    "/matches/link",
                    "/records",
                    "/records/new?operation=stolen-vehicle")) {
                browser.go(page);
                look.at(page);
            }
            browser.go("/matches");
            browser.click("a[data-key='1']");
            look.at("match");
            tour.signOut();
            tour.signIn(Tour.SECTION_HEAD);
            for (var page : List.of(
                    "/tasks",
                    "/rules?operation=wanted",
                    "/rules/new?operation=wanted",
                    "/guidance",
                    "/improvement",
                    "/improvement/wanted",
                    "/procedures",
                    "/procedures/new",
                    "/procedures/scope",
                    "/procedures/releases",
                    "/procedures/golden/wanted",
                    "/entitlements",
                    "/entitlements/unused",
                    "/entitlements/campaigns",
                    "/duties/permits")) {
                browser.go(page);
                look.at("head" + page);
            }
            browser.go("/rules?operation=wanted");
            browser.click("th a[href^='/rules/']");
            look.at("head-rule");
            tour.signOut();
            tour.signIn(Tour.INFORMATION_MANAGEMENT);
            for (var page : List.of("/", "/tasks", "/transfers", "/duties/new", "/procedures")) {
                browser.go(page);
                look.at("system" + page);
            }
            look.report();
        }
    }

    /** Takes a picture of each page and keeps what is wrong with it, so that one run tells everything. */
    private static final class Look {
        private static final Pattern KEY = Pattern.compile("\\[[a-z]+\\.[a-z.-]+]");

        private final Browser browser;
        private final String folder;
        private final ArrayList<String> faults = new ArrayList<>();

        private Look(Browser browser, String folder) {
            this.browser = browser;
            this.folder = folder;
        }

        void at(String page) {
            var name = page.replaceAll("[^a-z-]+", "_");
            browser.shoot(Tour.pictures().resolve(folder).resolve(name + ".png"));
            if (browser.overflows()) {
                faults.add(page + " is wider than the window");
            }
            if (KEY.matcher(browser.text()).find()) {
                faults.add(page + " shows a message key");
            }
            browser.barriers().forEach(barrier -> faults.add(page + ": " + barrier));
        }

        void report() {
            assertThat(faults).as("pages at " + folder).isEmpty();
        }
    }
}
