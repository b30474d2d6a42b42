package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final Pattern RETIRED = Pattern.compile("retired [0-9]+");
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
            serve(site, (manager, officer) -> {
                assertThat(officer.open("/sign-in"))
                        .as("an unregistered terminal")
                        .isEqualTo(403);
                openFirst(manager, codes);
                registerTerminal(manager);
                openAccount(manager, officer);
                verifies(officer, site);
                isReadByAWitness(site);
                exports(site);
                tracesNobody(traces, manager);
                assertThat(site.run("setup").output()).contains("in use already", "Nothing was changed");
            });
            var trust = changesItsKey(site);
            wrapsItsKey(site);
            serve(site, (_, officer) -> {
                officer.signIn(OFFICER, OFFICERS);
                var later = asks(officer, "later.json");
                assertThat(Check.of(later, trust)).returns(0, Check::exit);
                assertThat(Check.of(later, folder.resolve("old.pub")).exit()).isNotZero();
            });
            exportsBothLogs(site, trust);
        }
    }

    /** What is done while the site is served. */
    private interface Served {
        void by(Visitor manager, Visitor officer) throws Exception;
    }

    /** Starts the site, lets both do what they came for, and stops it. */
    private void serve(Site site, Served served) throws Exception {
        var serving = site.command("serve")
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("serve.log").toFile()))
                .start();
        try (var manager = Visitor.at("127.0.0.1", site.address(), site.certificate());
                var officer = Visitor.at("127.0.0.2", site.address(), site.certificate())) {
            awaitReady(serving, site);
            served.by(manager, officer);
        } finally {
            serving.destroy();
            assertThat(serving.waitFor(60, TimeUnit.SECONDS))
                    .as("serve stops when asked to")
                    .isTrue();
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

    /** One question, its answer, its receipt. */
    private Path asks(Visitor officer, String name) throws Exception {
        assertThat(officer.open("/")).isEqualTo(200);
        assertThat(officer.send(
                        "/",
                        "kind",
                        "vehicle",
                        "purpose",
                        "stop-and-question",
                        "caseReference",
                        "110-1122-0345",
                        "operation",
                        "stolen-vehicle",
                        "plate",
                        "青森330さ1234"))
                .isEqualTo(200);
        assertThat(officer.page()).contains("該当なし");
        var address = Pattern.compile("href=\"(/receipts/[^\"]+)\"").matcher(officer.page());
        assertThat(address.find()).as(officer.page()).isTrue();
        assertThat(officer.open(address.group(1))).isEqualTo(200);
        return Files.writeString(folder.resolve(name), officer.page());
    }

    /** The check of a receipt without the server. */
    private void verifies(Visitor officer, Site site) throws Exception {
        var receipt = asks(officer, "receipt.json");
        var key = Path.of(site.keyFile() + ".pub");
        assertThat(Check.of(receipt, key)).returns(0, Check::exit);
        var forged = Files.writeString(
                folder.resolve("forged.json"),
                officer.page().replaceFirst("ST-HACHI", "ST-HACHJ"),
                StandardCharsets.UTF_8);
        assertThat(Check.of(forged, key).exit()).isNotZero();
    }

    /** The whole log leaves the site while it is in use, and holds under the auditor's own program. */
    private void exports(Site site) throws Exception {
        var folder = this.folder.resolve("export");
        var exported = site.run("export-log", "--to", folder.toString());
        assertThat(exported.exit()).as(exported.output()).isZero();
        assertThat(exported.output()).contains("Exported ").doesNotContain("Exception", "\tat ");
        var checked = Check.all(folder, Path.of(site.keyFile() + ".pub"));
        assertThat(checked.exit()).as(checked.output()).isZero();
        assertThat(site.run("export-log", "--to", folder.toString()).output()).contains("exists already");
    }

    /**
     * Another node takes over the site's database: two logs stand there, are exported together and checked together.
     */
    private void exportsBothLogs(Site site, Path trust) throws Exception {
        var key = folder.resolve("second.key");
        site.settings().put("AKASHI_NODE", "node2");
        site.settings().put("AKASHI_KEY_FILE", key.toString());
        assertThat(site.run("serve").output()).contains("AKASHI_KEY_FILE", "key make");
        var made = site.run("key", "make");
        assertThat(made.exit()).as(made.output()).isZero();
        var first = Files.readString(key);
        assertThat(site.run("key", "make").output()).contains("is there").doesNotContain("Exception");
        assertThat(Files.readString(key)).isEqualTo(first);
        var both = Files.writeString(
                folder.resolve("both.trust"),
                Files.readString(trust) + "log " + Files.readString(Path.of(key + ".pub")));
        var export = folder.resolve("both");
        serve(site, (_, officer) -> {
            officer.signIn(OFFICER, OFFICERS);
            assertThat(Check.of(asks(officer, "second.json"), both)).returns(0, Check::exit);
            var exported = site.run("export-log", "--to", export.toString());
            assertThat(exported.exit()).as(exported.output()).isZero();
            assertThat(exported.output()).contains("akashi.site.test/node1", "akashi.site.test/node2");
        });
        assertThat(export.resolve("akashi.site.test_node1/checkpoint")).exists();
        assertThat(export.resolve("akashi.site.test_node2/checkpoint")).exists();
        assertThat(folder.resolve("both.partial")).doesNotExist();
        assertThat(Check.all(export, both)).satisfies(checked -> {
            assertThat(checked.exit()).as(checked.output()).isZero();
            assertThat(checked.output()).contains("All 2 logs verified");
        });
        var one = folder.resolve("one");
        var alone = site.run("export-log", "--log", "akashi.site.test/node1", "--to", one.toString());
        assertThat(alone.exit()).as(alone.output()).isZero();
        assertThat(one.resolve("checkpoint")).exists();
        assertThat(site.run("export-log", "--log", "akashi.site.test/node3", "--to", folder + "/none")
                        .output())
                .contains("there is no log akashi.site.test/node3", "akashi.site.test/node2");

        var bundle = entriesOf(export.resolve("akashi.site.test_node1"));
        var bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        Files.write(bundle, bytes);
        assertThat(Check.all(export, both)).satisfies(checked -> {
            assertThat(checked.exit()).as(checked.output()).isEqualTo(1);
            assertThat(checked.output()).contains("akashi.site.test/node1");
        });
    }

    private static Path entriesOf(Path export) throws IOException {
        try (var files = Files.walk(export.resolve("tile/entries"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    /** Whoever has the token reads the checkpoint and hashes, never an entry; nobody else reads anything. */
    private static void isReadByAWitness(Site site) throws Exception {
        var log = "/log/akashi.site.test/node1";
        try (var witness = Visitor.at("127.0.0.3", site.address(), site.certificate())) {
            assertThat(witness.open(log + "/checkpoint", LOG_TOKEN)).isEqualTo(200);
            assertThat(witness.page()).startsWith("akashi.site.test/node1\n");
            var size = witness.page().lines().skip(1).findFirst().orElseThrow();
            var partial = "000.p/" + size; // far below 256 entries
            assertThat(witness.open(log + "/tile/0/" + partial, LOG_TOKEN)).isEqualTo(200);
            assertThat(witness.open(log + "/tile/entries/" + partial, LOG_TOKEN))
                    .as("entries")
                    .isEqualTo(404);
            assertThat(witness.open(log + "/checkpoint", LOG_TOKEN.replace('a', 'b')))
                    .as("another token, and no terminal")
                    .isEqualTo(403);
            assertThat(witness.open(log + "/checkpoint"))
                    .as("no token, and no terminal")
                    .isEqualTo(403);
            assertThat(witness.open("/sign-in", LOG_TOKEN)).as("anything else").isEqualTo(403);
        }
    }

    /** With serve stopped; receipts and entries of before verify by the old key, retired. Gives the trust file. */
    private Path changesItsKey(Site site) throws Exception {
        var published = Path.of(site.keyFile() + ".pub");
        var old = Files.copy(published, folder.resolve("old.pub"));
        var rotated = site.run("key", "rotate");
        assertThat(rotated.exit()).as(rotated.output()).isZero();
        assertThat(rotated.output()).doesNotContain("Exception", "\tat ");
        var retired = RETIRED.matcher(rotated.output());
        assertThat(retired.find()).as(rotated.output()).isTrue();
        assertThat(Files.readString(Path.of(site.keyFile() + ".note"))).startsWith("akashi.key/v1\n");
        assertThat(Files.readString(published)).isNotEqualTo(Files.readString(old));

        var trust = Files.writeString(
                folder.resolve("site.trust"),
                retired.group() + " " + Files.readString(old).strip() + "\nlog " + Files.readString(published));
        assertThat(Check.of(folder.resolve("receipt.json"), trust)).returns(0, Check::exit);
        assertThat(Check.of(folder.resolve("receipt.json"), published).exit())
                .as("by the new key alone")
                .isNotZero();
        var export = folder.resolve("hashes");
        var exported = site.run("export-log", "--without-private", "--to", export.toString());
        assertThat(exported.exit()).as(exported.output()).isZero();
        assertThat(export.resolve("private")).doesNotExist();
        assertThat(Check.all(export, trust)).satisfies(checked -> {
            assertThat(checked.exit()).as(checked.output()).isZero();
            assertThat(checked.output()).contains("not exported");
        });
        return trust;
    }

    /** In an HSM made of software; the site is served with it afterwards. */
    private void wrapsItsKey(Site site) throws Exception {
        var library = Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
        if (library.isEmpty()) {
            System.err.println("ServeIT: SKIPPED: key wrap, the Debian package softhsm2 is missing");
            return;
        }
        var tokens = Files.createDirectory(folder.resolve("tokens"));
        var conf = Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\n");
        site.settings().put("SOFTHSM2_CONF", conf.toString());
        var made = new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "akashi",
                "--so-pin",
                "74839201",
                "--pin",
                "482910");
        made.environment().put("SOFTHSM2_CONF", conf.toString());
        assertThat(made.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
        var config = Files.writeString(folder.resolve("hsm.cfg"), """
                name = akashi
                library = %s
                slotListIndex = 0
                attributes(generate, CKO_SECRET_KEY, *) = {
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_ENCRYPT = true
                  CKA_DECRYPT = true
                }
                """.formatted(library.get()));
        var pin = Files.writeString(folder.resolve("hsm.pin"), "482910\n");
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));

        var wrapped =
                site.run("key", "wrap", "--pkcs11", config.toString(), "--pin-file", pin.toString(), "--key", "site");

        assertThat(wrapped.exit()).as(wrapped.output()).isZero();
        assertThat(wrapped.output()).doesNotContain("482910", "Exception", "\tat ");
        assertThat(Files.readString(site.keyFile())).startsWith("akashi.wrapped-key/v1\n");
    }

    /** One request of ten is traced; what arrives at the collector names pages, never what was asked. */
    private static void tracesNobody(TraceReceiver traces, Visitor visitor) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!traces.all().contains("http get") && System.nanoTime() < deadline) {
            assertThat(visitor.open("/?plate=330%E3%81%951234")).isEqualTo(200);
        }
        assertThat(traces.all()).contains("http get").doesNotContain("さ1234", "%81%951234", "110-1122-0345", OFFICER);
    }

    private void awaitReady(Process serving, Site site) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var visitor = Visitor.at("127.0.0.1", site.address(), site.certificate())) {
            while (System.nanoTime() < deadline) {
                if (!serving.isAlive()) {
                    throw new IOException("serve ended:\n" + Files.readString(folder.resolve("serve.log")));
                }
                try {
                    if (visitor.open("/actuator/health/readiness") == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                }
            }
        }
        throw new IOException("serve was not ready in time:\n" + Files.readString(folder.resolve("serve.log")));
    }
}
