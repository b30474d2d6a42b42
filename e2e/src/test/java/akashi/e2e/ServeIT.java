package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A site from its empty PostgreSQL 15 to the first proved inquiry, with the packaged program over TLS: {@code setup},
 * {@code serve}, the two codes, a second terminal, an officer's account, a question, a receipt checked offline; then
 * its key is changed and wrapped, and it is served again.
 */
class ServeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String MANAGER = "700001";
    private static final String OFFICER = "700004";
    private static final String MANAGERS = "なつかしい-津軽海峡-冬景色";
    private static final String OFFICERS = "しらかみ-ぶなの森-水の音";
    private static final Pattern CODES = Pattern.compile("code [12]: ([0-9A-Z-]{24})");
    private static final Pattern CODE = Pattern.compile("id=\"code\">([0-9A-Z-]{24})<");

    private static final String LOG_TOKEN = "a-token-of-a-test-for-witnesses";

    @TempDir
    Path folder;

    @Test
    void aSiteIsSetUpServedAndProved() throws Exception {
        var absent = "PostgreSQL 15 is not installed (Debian package postgresql-15), so serve was not tested here";
        if (!Site.possible()) {
            System.err.println("ServeIT: " + absent);
        }
        assumeTrue(Site.possible(), absent);
        try (var site = Site.in(folder);
                var traces = new TraceReceiver()) {
            site.settings().put("AKASHI_TRACES_URL", traces.url());
            var codes = setUp(site);
            refusesWhatIsUnsafe(site);
            site.settings().put("AKASHI_LOG_TOKEN", LOG_TOKEN);
            var log = new SiteLog(site);
            site.serve((manager, officer) -> {
                assertThat(officer.open("/sign-in"))
                        .as("an unregistered terminal")
                        .isEqualTo(403);
                openFirst(manager, codes);
                registerTerminal(manager);
                openAccount(manager, officer);
                verifies(officer, site);
                log.isReadByAWitness(LOG_TOKEN);
                log.isExported();
                tracesNobody(traces, manager);
                assertThat(site.run("setup").output()).contains("in use already", "Nothing was changed");
            });
            var key = new SiteKey(site);
            var trust = key.change();
            key.wrap();
            site.serve((_, officer) -> {
                officer.signIn(OFFICER, OFFICERS);
                var later = officer.ask(folder.resolve("later.json"));
                assertThat(Check.of(later, trust)).returns(0, Check::exit);
                assertThat(Check.of(later, folder.resolve("old.pub")).exit()).isNotZero();
            });
            var both = key.ofAnotherNode(trust);
            site.serve((_, officer) -> {
                officer.signIn(OFFICER, OFFICERS);
                assertThat(Check.of(officer.ask(folder.resolve("second.json")), both))
                        .returns(0, Check::exit);
                log.bothAreExported();
            });
            log.bothVerify(both);
        }
    }

    /** A fault in the files stops it, nothing is taken; mended, it goes on where it stopped. */
    private String[] setUp(Site site) throws Exception {
        var people = Path.of(site.settings().get("AKASHI_ORGANIZATION_CSV")).resolve("people.csv");
        var right = Files.readString(people);
        Files.writeString(people, right.replace("巡査,警察官", "班長,警察官"));
        var faulty = site.run("setup");
        assertThat(faulty.exit()).as(faulty.output()).isEqualTo(1);
        assertThat(faulty.output())
                .contains("made akashi_owner, akashi_app, aomori_app", "people.csv:5", "班長", "nothing was taken")
                .doesNotContain("code 1", "Exception", "\tat ");

        Files.write(people, right.getBytes(Charset.forName("windows-31j")));
        var done = site.run("setup");
        assertThat(done.exit()).as(done.output()).isZero();
        assertThat(done.output())
                .contains("there already", "people.csv CP932 4", "PC-001", MANAGER)
                .doesNotContain("Exception", "INFO");
        assertThat(Files.getPosixFilePermissions(site.keyFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        var key = Files.readString(site.keyFile());
        var again = site.run("setup");
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output()).contains("0 lines taken", "setup --codes").doesNotContain("code 1: ");
        assertThat(Files.readString(site.keyFile())).isEqualTo(key);

        var found = CODES.matcher(done.output());
        assertThat(found.find()).isTrue();
        var first = found.group(1);
        assertThat(found.find()).isTrue();
        return new String[] {first, found.group(1)};
    }

    private void refusesWhatIsUnsafe(Site site) throws Exception {
        var right = new TreeMap<>(site.settings());
        site.set("full_page_writes", "off");
        site.settings().put("AKASHI_DB_USER", "postgres");
        site.settings().put("AKASHI_DB_PASSWORD", right.get("AKASHI_ADMIN_PASSWORD"));
        site.settings().put("AKASHI_TLS_CERT", folder.resolve("none").toString());
        site.settings().put("AKASHI_TERMINAL_SOURCE", "chosen");
        var refused = site.run("serve");
        site.settings().putAll(right);
        site.settings().remove("AKASHI_TERMINAL_SOURCE");
        site.set("full_page_writes", "on");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output())
                .contains(
                        "to be mended: 5",
                        "AKASHI_DB_URL: PostgreSQL の full_page_writes が off",
                        "AKASHI_DB_USER",
                        "AKASHI_TLS_CERT",
                        "AKASHI_TERMINAL_SOURCE")
                .doesNotContain("Exception", "\tat ", right.get("AKASHI_ADMIN_PASSWORD"));
        assertThat(site.run("migrate").output()).contains("0 migrations applied");
    }

    private static void openFirst(Visitor manager, String[] codes) throws Exception {
        assertThat(manager.open("/first")).isEqualTo(200);
        assertThat(manager.send(
                        "/first",
                        "staffNumber",
                        MANAGER,
                        "first",
                        codes[0],
                        "second",
                        codes[1],
                        "next",
                        MANAGERS,
                        "again",
                        MANAGERS))
                .as(manager.page())
                .isEqualTo(200);
        assertThat(manager.open("/first")).isEqualTo(404);
        manager.signIn(MANAGER, MANAGERS);
        assertThat(manager.page()).contains("総務室長", "PC-001").doesNotContain("見本");
    }

    private static void registerTerminal(Visitor manager) throws Exception {
        assertThat(manager.open("/terminals/new")).isEqualTo(200);
        assertThat(manager.send(
                        "/terminals/new",
                        "number",
                        "PC-014",
                        "kind",
                        "STATION",
                        "unit",
                        "ST-HACHI",
                        "place",
                        "1階 地域課",
                        "address",
                        "127.0.0.2",
                        "from",
                        LocalDate.now(ZoneId.of("Asia/Tokyo")).toString()))
                .isEqualTo(200);
        assertThat(manager.page()).contains("端末 PC-014 を登録しました", "八戸警察署");
    }

    private static void openAccount(Visitor manager, Visitor officer) throws Exception {
        assertThat(manager.open("/accounts/one?staffNumber=" + OFFICER)).isEqualTo(200);
        assertThat(manager.send("/accounts/code", "staffNumber", OFFICER)).isEqualTo(200);
        var code = CODE.matcher(manager.page());
        assertThat(code.find()).as(manager.page()).isTrue();
        assertThat(officer.open("/open")).isEqualTo(200);
        assertThat(officer.send(
                        "/open", "staffNumber", OFFICER, "code", code.group(1), "next", OFFICERS, "again", OFFICERS))
                .as(officer.page())
                .isEqualTo(200);
        officer.signIn(OFFICER, OFFICERS);
        assertThat(officer.page()).contains("勅使河原", "PC-014");
    }

    /** The check of a receipt without the server. */
    private void verifies(Visitor officer, Site site) throws Exception {
        var receipt = officer.ask(folder.resolve("receipt.json"));
        var key = Path.of(site.keyFile() + ".pub");
        assertThat(Check.of(receipt, key)).returns(0, Check::exit);
        var forged = Files.writeString(
                folder.resolve("forged.json"),
                officer.page().replaceFirst("ST-HACHI", "ST-HACHJ"),
                StandardCharsets.UTF_8);
        assertThat(Check.of(forged, key).exit()).isNotZero();
    }

    /** One request of ten is traced; what arrives at the collector names pages, never what was asked. */
    private static void tracesNobody(TraceReceiver traces, Visitor visitor) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!traces.all().contains("http get") && System.nanoTime() < deadline) {
            assertThat(visitor.open("/?plate=330%E3%81%951234")).isEqualTo(200);
        }
        assertThat(traces.all()).contains("http get").doesNotContain("さ1234", "%81%951234", "110-1122-0345", OFFICER);
    }
}
