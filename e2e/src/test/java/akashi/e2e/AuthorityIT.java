package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * The guide's chapter on authority, in the browser on the packaged program: transfers, rights asked for,
 * recertification, emergencies, each step as the person concerned.
 */
class AuthorityIT extends OneProgram {
    private static final String DETECTIVE = "990003";
    private static final String UNIT_HEAD = "990005";
    private static final String CENTRE = "990008";
    private static final String GENERAL_MANAGER = "990011";
    private static final String BOX_OFFICER = Tour.OFFICER;
    private static final String EMERGENCY = "unidentified-body";
    private static final String NO_RIGHT = "業務利用権がありません";

    /** Entered by one, looked at, applied by another; whoever is moved is somebody else with the next press. */
    @Test
    void aTransferHoldsFromTheMomentItIsAppliedAndIsPutRightByOnePress() throws IOException {
        try (var clerk = browser();
                var officer = browser()) {
            var keeper = new Tour(clerk);
            new Tour(officer).signIn(DETECTIVE);
            officer.go("/rights/mine");
            assertThat(officer.text()).contains("弘前警察署");

            keeper.signIn(Tour.INFORMATION_MANAGEMENT);
            enter(clerk, "警務第501号", DETECTIVE + ",異動,S12-5/3," + today());
            var path = clerk.path();
            assertThat(clerk.text()).contains("ほかの担当者", "八戸警察署");
            assertThat(clerk.driver().findElements(By.cssSelector("form[action$='/apply']")))
                    .as("whoever entered it does not apply it")
                    .isEmpty();
            officer.go("/rights/mine");
            assertThat(officer.text()).as("not applied yet").contains("弘前警察署");
            keeper.signOut();

            keeper.signIn(GENERAL_MANAGER);
            clerk.go(path);
            press(clerk, "form[action$='/apply'] button");
            clerk.waitFor(() -> clerk.text().contains("適用"));
            officer.go("/rights/mine");
            assertThat(officer.text()).as("with the next press").contains("八戸警察署");

            press(clerk, "details:has(form[action$='/opposite']) summary");
            press(clerk, "form[action$='/opposite'] button");
            clerk.waitFor(() -> clerk.text().contains("元に戻す発令を作りました"));
            assertThat(clerk.text()).contains("弘前警察署", "別の担当者");
        }
    }

    /** What only takes away needs no second person, and the next request of whoever is signed in is refused. */
    @Test
    void aStopOfTodayEndsASessionWithItsNextRequest() throws IOException {
        try (var clerk = browser();
                var operator = browser()) {
            new Tour(operator).signIn(CENTRE);
            operator.go("/uses/mine");
            assertThat(operator.path()).isEqualTo("/uses/mine");
            new Tour(clerk).signIn(Tour.INFORMATION_MANAGEMENT);
            enter(clerk, "警務第502号", CENTRE + ",停職,," + today());
            press(clerk, "form[action$='/apply'] button");
            clerk.waitFor(() -> clerk.driver()
                    .findElements(By.cssSelector("form[action$='/apply']"))
                    .isEmpty());

            operator.go("/uses/mine");

            operator.waitFor(() -> operator.path().startsWith("/sign-in"));
            operator.fill("staffNumber", CENTRE);
            operator.fill("password", Tour.PASSWORD);
            operator.click("main form button.button-primary");
            var _ = operator.find("[role=alert]");
            assertThat(operator.path()).startsWith("/sign-in");
        }
    }

    /** Asked for by the head of the unit, approved by the head of the managing section, used, and taken back. */
    @Test
    void aRightIsAskedForApprovedUsedAndTakenBack() throws IOException {
        try (var desk = browser();
                var officer = browser()) {
            var tour = new Tour(desk);
            new Tour(officer).signIn(BOX_OFFICER);
            listed(officer);
            assertThat(officer.text()).as("no right yet").contains(NO_RIGHT);

            tour.signIn(UNIT_HEAD);
            desk.go("/entitlements");
            desk.choose("operation", "wanted");
            desk.choose("act", "LIST");
            desk.choose("scope", "OWN_UNIT");
            desk.fill("staff", BOX_OFFICER);
            desk.fill("reason", "指名手配被疑者の立寄り先を受け持つため。");
            press(desk, "form[action='/entitlements'] .button-primary");
            desk.waitFor(() -> desk.text().contains("申請しました"));
            tour.signOut();

            tour.signIn(Tour.SECTION_HEAD);
            desk.go("/tasks");
            assertThat(desk.text()).contains("利用権の申請");
            desk.go("/entitlements");
            press(desk, "button[name=answer][value=grant]");
            desk.waitFor(() -> desk.text().contains("付与しました"));

            listed(officer);
            assertThat(officer.text()).as("with the next press").doesNotContain(NO_RIGHT);

            desk.go("/rights?unit=S12");
            desk.fill("paper", "刑企第77号");
            press(desk, "form[action='/rights/revoke'] button");
            desk.waitFor(() -> desk.find("[role=status]").getText().contains("取り消"));
            listed(officer);
            assertThat(officer.text()).contains(NO_RIGHT);
        }
    }

    /** Gone through person by person and by keys, signed; the head's own part signed above; the late ones listed. */
    @Test
    void aRecertificationIsSignedPersonByPersonAndTheOverdueAreListed() throws IOException, SQLException {
        try (var desk = browser()) {
            var tour = new Tour(desk);
            tour.signIn(Tour.INFORMATION_MANAGEMENT);
            desk.go("/entitlements/campaigns");
            press(desk, "form[action='/entitlements/campaigns'] details summary");
            press(desk, "input[name=unit][value=H301]");
            press(desk, "form[action='/entitlements/campaigns'] .button-primary");
            desk.waitFor(() -> desk.path().matches("/entitlements/campaigns/[0-9]+"));
            var path = desk.path();
            tour.signOut();
            late(path);

            tour.signIn(GENERAL_MANAGER);
            desk.go("/entitlements/campaigns?late=true");
            assertThat(desk.text()).contains("期限超過", "刑事企画課");
            tour.signOut();

            tour.signIn(Tour.SECTION_HEAD);
            desk.go(path);
            var people =
                    desk.driver().findElements(By.cssSelector("[data-person]")).size();
            assertThat(people).isGreaterThan(1);
            press(desk, "[data-person] input[value=take]");
            desk.find("[data-person] [data-why] input").sendKeys("担当を外れたため");
            press(desk, "[data-open-only]");
            desk.press("k");
            for (int n = 0; n < people + 2; n++) {
                desk.press("k");
            }
            assertThat(desk.find("[data-count]").getText()).isEqualTo(Integer.toString(people));
            press(desk, ".signing-strip .button-primary");
            desk.waitFor(() -> desk.text().contains("署名しました"));
            assertThat(desk.text()).contains("担当を外れたため", "上位の長");
            assertThat(desk.driver().findElements(By.cssSelector(".signing-strip")))
                    .as("nobody certifies their own")
                    .isEmpty();
            tour.signOut();

            tour.signIn(GENERAL_MANAGER);
            desk.go(path);
            desk.press("k");
            desk.press("k");
            press(desk, ".signing-strip .button-primary");
            desk.waitFor(() -> desk.text().contains("署名済み"));
            desk.go("/entitlements/campaigns?late=true");
            assertThat(desk.text()).doesNotContain("刑事企画課");
        }
    }

    /** Opened with a reason, said to those above and on every page, closed early, reviewed by somebody else. */
    @Test
    void anEmergencyIsAlertedShownEverywhereClosedAndReviewedByAnother() {
        try (var officer = browser();
                var desk = browser()) {
            var tour = new Tour(desk);
            new Tour(officer).signIn(Tour.PATROL);
            officer.go("/?kind=person");
            assertThat(officer.driver().findElements(By.cssSelector("details.operations [value=" + EMERGENCY + "]")))
                    .as("before")
                    .isEmpty();
            officer.go("/emergencies");
            press(officer, "input[name=operation][value=" + EMERGENCY + "]");
            officer.fill("reason", "川で見つかった人の身元を急いで確かめる必要がある。");
            press(officer, "form[action='/emergencies'] .button-danger");
            officer.waitFor(() -> officer.path().matches("/emergencies/[0-9]+"));
            var path = officer.path();
            for (var page : new String[] {"/", "/uses/mine", "/rights/mine", "/organization", path}) {
                officer.go(page);
                assertThat(officer.find(".strip-hit").getText()).as(page).contains("開いています");
            }

            askUnder(officer);
            officer.go(path);
            assertThat(officer.find("table").getText())
                    .as("what it was used for")
                    .contains("有無照会");

            for (var above : new String[] {Tour.SUPERVISOR, GENERAL_MANAGER}) {
                tour.signIn(above);
                desk.go("/tasks");
                assertThat(desk.text()).as(above).contains("が開かれました");
                tour.signOut();
            }

            officer.go(path);
            press(officer, "form[action$='/close'] button");
            var _ = officer.find("[name=closing]");
            officer.go("/");
            assertThat(officer.text()).doesNotContain("開いています");
            officer.go(path);
            officer.fill("closing", "身元を確かめ、家族に知らせた。");
            press(officer, "form[action$='/write'] button");
            officer.waitFor(() -> officer.driver()
                    .findElements(By.cssSelector("[name=closing]"))
                    .isEmpty());
            assertThat(officer.driver().findElements(By.cssSelector("form[action$='/review']")))
                    .as("nobody reviews their own")
                    .isEmpty();

            tour.signIn(Tour.SUPERVISOR);
            desk.go("/tasks");
            assertThat(desk.text()).contains("点検してください");
            desk.go(path);
            press(desk, "input[name=verdict][value=JUSTIFIED]");
            desk.fill("words", "人命に関わり、やむを得ない。");
            press(desk, "form[action$='/review'] button");
            desk.waitFor(() -> desk.text().contains("やむを得ない利用"));
        }
    }

    /** Asks the one operation that the emergency opens. */
    private static void askUnder(Browser officer) {
        officer.go("/?kind=person");
        press(officer, "details.operations summary");
        for (var box : officer.driver().findElements(By.cssSelector("details.operations [name=operation]"))) {
            if (box.isSelected() != EMERGENCY.equals(box.getDomAttribute("value"))) {
                box.click();
            }
        }
        officer.choose("purpose", "investigation");
        officer.fill("caseReference", "刑-2026-00412");
        officer.fill("name", "見本 身元");
        officer.find("[name=name]").sendKeys(Keys.ENTER);
        var _ = officer.find("#answer, .notice-hit");
    }

    private static Browser browser() {
        return Browser.open(program.url(""), 1280, false);
    }

    private static void enter(Browser browser, String paper, String line) throws IOException {
        var file = home.resolve("orders-" + paper.hashCode() + ".csv");
        Files.writeString(file, "職員番号,発令,職コード,発令日\n" + line + "\n");
        browser.go("/transfers");
        browser.fill("paper", paper);
        browser.find("[name=file]").sendKeys(file.toString());
        press(browser, "form[action='/transfers'] .button-primary");
        browser.waitFor(() -> browser.path().matches("/transfers/[0-9]+"));
    }

    private static void listed(Browser browser) {
        browser.go("/records/list?operation=wanted");
        browser.choose("purpose", "investigation");
        browser.find("[name=case]").sendKeys("刑-2026-00412", Keys.ENTER);
        browser.waitFor(() -> browser.path().contains("asked=true"));
    }

    /** As if the days to sign had gone by. */
    private static void late(String path) throws IOException, SQLException {
        try (var connection = program.onlooker();
                var update = connection.prepareStatement(
                        "update entitlement_campaign set due = current_date - 3 where number = ?")) {
            update.setLong(1, Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static void press(Browser browser, String css) {
        var _ = browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", browser.find(css));
        browser.click(css);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }
}
