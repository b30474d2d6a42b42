package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people type that they should not, on the pages of the packaged program. */
class BadInputIT extends OneProgram {
    private static final Duration SOON = Duration.ofMinutes(1);

    /**
     * Whatever form somebody can reach by links, of whatever page, also of those that come later: everybody follows
     * every link, and sends every form with hostile text in one field after the other. Those who can take rights or
     * terminals away come last.
     */
    @Test
    void everyFieldOfEveryFormTakesHostileTextAsText() throws Exception {
        var sweep = new Sweep(program);
        for (var staffNumber : List.of(
                "990001", "990003", "990004", "990005", "990006", "990007", "990009", "990010", "990013", "990012",
                "990011")) {
            sweep.by(staffNumber);
        }
        System.out.println("hostile text: " + sweep);
        assertThat(sweep.faults()).isEmpty();
        assertThat(sweep.fields()).as("fields tried").hasSizeGreaterThan(300);
        assertThat(sweep.actions())
                .as("forms tried")
                .contains(
                        "/",
                        "/batches",
                        "/desk/callers",
                        "/duties/new",
                        "/duties/permits",
                        "/emergencies",
                        "/entitlements",
                        "/guidance",
                        "/matches/n",
                        "/matches/link",
                        "/organization/import",
                        "/procedures/new",
                        "/procedures/releases",
                        "/procedures/scope",
                        "/receipts/check",
                        "/records/open",
                        "/records/own",
                        "/retention/new",
                        "/rights/grant",
                        "/rules/new",
                        "/statements",
                        "/terminals/new",
                        "/transfers",
                        "/voices/new");
        assertThat(Files.readString(program.log())).as("the log").doesNotContain(Sweep.MARK);
    }

    @Test
    void aFileBrokenInLine9999Of10000SaysWhereAndChangesNothing() throws Exception {
        var csv = new StringBuilder("罪名,手口,管轄警察署（発生地）,管轄交番・駐在所（発生地）,市区町村コード（発生地）,都道府県（発生地）,"
                + "市区町村（発生地）,町丁目（発生地）,発生年月日（始期）,発生時（始期）,発生場所の属性\r\n");
        for (var line = 2; line <= 10_000; line++) {
            csv.append("窃盗,自転車盗,千歳,北郷,%s,北海道,千歳市,春日町,2018-08-02,04,道路上\r\n"
                    .formatted(line == 9_999 ? "12246x" : "012246"));
        }
        try (var pages = new Pages(program).signIn("990003")) {
            var path = "/records/import?operation=crime-report";
            var form = pages.open(path).forms().stream()
                    .filter(Pages.Form::multipart)
                    .findFirst()
                    .orElseThrow();
            var begun = System.nanoTime();
            var page = pages.upload(form, "file", "broken.csv", csv.toString());
            var took = Duration.ofNanos(System.nanoTime() - begun);
            System.out.printf(
                    "a file broken in line 9,999 of 10,000 was refused over the page after %d ms%n", took.toMillis());

            assertThat(page.status()).isEqualTo(422);
            assertThat(page.text()).contains(">9999</td>", "市区町村コード（発生地）", "broken.csv");
            assertThat(pages.open(path).text()).as("nothing was taken over").doesNotContain("broken.csv");
            assertThat(took).isLessThan(SOON);
        }
    }
}
