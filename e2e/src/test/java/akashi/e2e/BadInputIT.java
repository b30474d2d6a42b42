package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type that they should not, on the pages of the packaged program. */
class BadInputIT {
    private static final String HOSTILE =
            "'\"); drop table record; --<script>alert('Qz7Kw')</script>${7*7}\u202E\uD83D\uDE00\uFFFE";
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int MOST_PAGES = 60;

    /** What is not typed: token, owner, and the ways out. */
    private static final Set<String> LEFT_ALONE = Set.of("_csrf", "_as");

    private static final List<String> WAYS_OUT = List.of("/sign-out", "/language", "/password", "/terminal");

    @ParameterizedTest
    @CsvSource({"990001, 15", "990003, 60", "990004, 15", "990005, 15"})
    void everyFieldOfEveryFormTakesHostileTextAsText(String staffNumber, int fewest) throws Exception {
        try (var pages = new Pages(Program.shared()).signIn(staffNumber)) {
            var seen = new HashSet<String>();
            var open = new ArrayDeque<>(List.of("/"));
            var visited = new HashSet<String>();
            while (!open.isEmpty() && visited.size() < MOST_PAGES) {
                var path = open.removeFirst();
                if (!visited.add(pattern(path))) {
                    continue;
                }
                var page = pages.open(path);
                assertThat(page.status()).as("GET %s", path).isIn(200, 404);
                page.links().stream().filter(BadInputIT::followed).forEach(open::addLast);
                for (var form : page.forms()) {
                    spoil(pages, form, seen);
                }
            }
            assertThat(seen).as("fields tried").hasSizeGreaterThan(fewest);
        }
    }

    @Test
    void aFileBrokenInLine9999Of10000SaysWhereAndChangesNothing() throws Exception {
        var csv = new StringBuilder("罪名,手口,管轄警察署（発生地）,管轄交番・駐在所（発生地）,市区町村コード（発生地）,都道府県（発生地）,"
                + "市区町村（発生地）,町丁目（発生地）,発生年月日（始期）,発生時（始期）,発生場所の属性\r\n");
        for (var line = 2; line <= 10_000; line++) {
            csv.append("窃盗,自転車盗,千歳,北郷,%s,北海道,千歳市,春日町,2018-08-02,04,道路上\r\n"
                    .formatted(line == 9_999 ? "12246x" : "012246"));
        }
        try (var pages = new Pages(Program.shared()).signIn("990003")) {
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

    /** One field after the other, everything else as the form has it. */
    private static void spoil(Pages pages, Pages.Form form, Set<String> seen) throws IOException, InterruptedException {
        if (WAYS_OUT.stream().anyMatch(form.action()::startsWith)) {
            return;
        }
        for (var field : form.fields().keySet()) {
            if (!LEFT_ALONE.contains(field) && seen.add(pattern(form.action()) + " " + field)) {
                var page = pages.send(form, Map.of(field, HOSTILE));
                assertThat(page.status()).as("%s %s", form.action(), field).isLessThan(500);
                assertThat(page.text())
                        .as("%s %s", form.action(), field)
                        .doesNotContain("<script>alert('Qz7Kw')")
                        .doesNotContain("drop table record; --49")
                        .doesNotContain("Exception");
            }
        }
    }

    private static boolean followed(String path) {
        return !path.startsWith("/css/")
                && !path.startsWith("/js/")
                && !path.startsWith("/img/")
                && !path.endsWith(".csv")
                && WAYS_OUT.stream().noneMatch(path::startsWith);
    }

    /** Addresses that differ in numbers only lead to the same page. */
    private static String pattern(String path) {
        return path.replaceAll("operation=[a-z-]+", "operation")
                .replaceAll("\\d+", "n")
                .replaceAll("(?<=/records/[a-z-]{3,30}/)[^/?]+", "n");
    }
}
