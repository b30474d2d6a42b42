package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a site does with the key that signs its log, while it is not served: each step works and says what it did. */
final class SiteKey {
    private static final Pattern RETIRED = Pattern.compile("retired [0-9]+");

    private final Site site;

    SiteKey(Site site) {
        this.site = site;
    }

    /** With serve stopped; receipts and entries of before verify by the old key, retired. Gives the trust file. */
    Path change() throws Exception {
        var published = Path.of(site.keyFile() + ".pub");
        var old = Files.copy(published, site.folder().resolve("old.pub"));
        var rotated = site.run("key", "rotate");
        assertThat(rotated.exit()).as(rotated.output()).isZero();
        assertThat(rotated.output()).doesNotContain("Exception", "\tat ");
        var retired = RETIRED.matcher(rotated.output());
        assertThat(retired.find()).as(rotated.output()).isTrue();
        assertThat(Files.readString(Path.of(site.keyFile() + ".note"))).startsWith("akashi.key/v1\n");
        assertThat(Files.readString(published)).isNotEqualTo(Files.readString(old));

        var trust = Files.writeString(
                site.folder().resolve("site.trust"),
                retired.group() + " " + Files.readString(old).strip() + "\nlog " + Files.readString(published));
        assertThat(Check.of(site.folder().resolve("receipt.json"), trust)).returns(0, Check::exit);
        assertThat(Check.of(site.folder().resolve("receipt.json"), published).exit())
                .as("by the new key alone")
                .isNotZero();
        var export = site.folder().resolve("hashes");
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
    void wrap() throws Exception {
        var library = Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
        if (library.isEmpty()) {
            System.err.println("SiteKey: SKIPPED: key wrap, the Debian package softhsm2 is missing");
            return;
        }
        var tokens = Files.createDirectory(site.folder().resolve("tokens"));
        var conf = Files.writeString(site.folder().resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\n");
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
        var config = Files.writeString(site.folder().resolve("hsm.cfg"), """
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
        var pin = Files.writeString(site.folder().resolve("hsm.pin"), "482910\n");
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));

        var wrapped =
                site.run("key", "wrap", "--pkcs11", config.toString(), "--pin-file", pin.toString(), "--key", "site");

        assertThat(wrapped.exit()).as(wrapped.output()).isZero();
        assertThat(wrapped.output()).doesNotContain("482910", "Exception", "\tat ");
        assertThat(Files.readString(site.keyFile())).startsWith("akashi.wrapped-key/v1\n");
    }

    /**
     * The key of another node on the site's database, which {@link Site#serve} starts from now on; gives the trust
     * file.
     */
    Path ofAnotherNode(Path trust) throws Exception {
        var key = site.folder().resolve("second.key");
        site.settings().put("AKASHI_NODE", "node2");
        site.settings().put("AKASHI_KEY_FILE", key.toString());
        assertThat(site.run("serve").output()).contains("AKASHI_KEY_FILE", "key make");
        var made = site.run("key", "make");
        assertThat(made.exit()).as(made.output()).isZero();
        var first = Files.readString(key);
        assertThat(site.run("key", "make").output()).contains("is there").doesNotContain("Exception");
        assertThat(Files.readString(key)).isEqualTo(first);
        return Files.writeString(
                site.folder().resolve("both.trust"),
                Files.readString(trust) + "log " + Files.readString(Path.of(key + ".pub")));
    }
}
