package akashi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium at one width and colour scheme, with the few gestures the tests need. */
final class Browser implements AutoCloseable {
    /** Long enough for a machine that does much else. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String AXE = axe();

    private final ChromeDriver driver;
    private final String base;

    private Browser(ChromeDriver driver, String base) {
        this.driver = driver;
        this.base = base;
    }

    /** Opens a browser of the given width in CSS pixels. */
    static Browser open(String base, int width, boolean dark) {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=ja",
                dark ? "--force-dark-mode" : "--disable-features=WebContentsForceDark",
                "--window-size=" + width + ",900");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        var driver = new ChromeDriver(service, options);
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return new Browser(driver, base);
    }

    ChromeDriver driver() {
        return driver;
    }

    void go(String path) {
        driver.get(base + path);
    }

    /** Fills a field by its name, replacing what stands there. */
    void fill(String name, String text) {
        var field = find("[name='" + name + "']");
        field.clear();
        field.sendKeys(text);
    }

    /** Chooses an option of a select by its value. */
    void choose(String name, String value) {
        find("[name='" + name + "'] option[value='" + value + "']").click();
    }

    void click(String css) {
        find(css).click();
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Types kana where the focus is and turns them into kanji, as an input method does. */
    void compose(String kana, String kanji) {
        composing(kana);
        composing(kanji);
        driver.executeCdpCommand("Input.insertText", Map.of("text", kanji));
    }

    private void composing(String text) {
        driver.executeCdpCommand(
                "Input.imeSetComposition",
                Map.of("text", text, "selectionStart", text.length(), "selectionEnd", text.length()));
    }

    /** What stands in a field now. */
    String value(String name) {
        return String.valueOf(find("[name='" + name + "']").getDomProperty("value"));
    }

    /** Name or id of the element that has the focus, empty where it is the page itself. */
    String focused() {
        return String.valueOf(
                driver.executeScript("return document.activeElement?.name || document.activeElement?.id || ''"));
    }

    /** Asks again and again; a page that is replaced while it is read is asked anew. */
    void waitFor(BooleanSupplier what) {
        var _ = new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(_ -> what.getAsBoolean());
    }

    /** The first visible element, waited for. */
    WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    /** The text a person sees. */
    String text() {
        return String.valueOf(driver.executeScript("return document.body.innerText"));
    }

    String path() {
        return driver.getCurrentUrl().substring(base.length());
    }

    /** Whether the page is wider than the window, so that a person must scroll sideways. */
    boolean overflows() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    /**
     * What axe finds that shuts somebody out, each with the element it is about. Run in the page itself, which has no
     * frames: axe's own way opens a window for each page.
     */
    List<String> barriers() {
        driver.executeScript(AXE);
        return driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations']}).then(
                    found => done(found.violations.map(rule => rule.id + ' ' + rule.nodes[0].html)),
                    failed => done(['axe failed: ' + failed]));
                """) instanceof List<?> found
                ? found.stream().map(String::valueOf).toList()
                : List.of("axe said nothing");
    }

    /** Switches the language by the header's button. */
    void language(String language) {
        var current = driver.executeScript("return document.documentElement.lang");
        if (!language.equals(current)) {
            click("form.language button");
            waitFor(() -> language.equals(driver.executeScript("return document.documentElement.lang")));
        }
    }

    /** A picture of the whole page. */
    void shoot(Path file) {
        var height = number("return document.documentElement.scrollHeight");
        var width = number("return window.innerWidth");
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        Math.min(height, 6000),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 600));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int number(String script) {
        return driver.executeScript(script) instanceof Number number ? number.intValue() : 0;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
