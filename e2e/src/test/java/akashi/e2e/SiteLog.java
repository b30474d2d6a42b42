package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What others get of a site's log: the auditor the whole of it, witnesses its hashes. */
final class SiteLog {
    private final Site site;

    SiteLog(Site site) {
        this.site = site;
    }

    /** The whole log leaves the site while it is in use, and holds under the auditor's own program. */
    void isExported() throws Exception {
        var folder = site.folder().resolve("export");
        var exported = site.run("export-log", "--to", folder.toString());
        assertThat(exported.exit()).as(exported.output()).isZero();
        assertThat(exported.output()).contains("Exported ").doesNotContain("Exception", "\tat ");
        var checked = Check.all(folder, Path.of(site.keyFile() + ".pub"));
        assertThat(checked.exit()).as(checked.output()).isZero();
        assertThat(site.run("export-log", "--to", folder.toString()).output()).contains("exists already");
    }

    /** Two nodes wrote to the database: both logs leave it together. */
    void bothAreExported() throws Exception {
        var exported =
                site.run("export-log", "--to", site.folder().resolve("both").toString());
        assertThat(exported.exit()).as(exported.output()).isZero();
        assertThat(exported.output()).contains("akashi.site.test/node1", "akashi.site.test/node2");
    }

    /** They are checked together, one can be exported alone, and one changed byte names its log. */
    void bothVerify(Path both) throws Exception {
        var export = site.folder().resolve("both");
        assertThat(export.resolve("akashi.site.test_node1/checkpoint")).exists();
        assertThat(export.resolve("akashi.site.test_node2/checkpoint")).exists();
        assertThat(site.folder().resolve("both.partial")).doesNotExist();
        assertThat(Check.all(export, both)).satisfies(checked -> {
            assertThat(checked.exit()).as(checked.output()).isZero();
            assertThat(checked.output()).contains("All 2 logs verified");
        });
        var one = site.folder().resolve("one");
        var alone = site.run("export-log", "--log", "akashi.site.test/node1", "--to", one.toString());
        assertThat(alone.exit()).as(alone.output()).isZero();
        assertThat(one.resolve("checkpoint")).exists();
        assertThat(site.run("export-log", "--log", "akashi.site.test/node3", "--to", site.folder() + "/none")
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
    void isReadByAWitness(String token) throws Exception {
        var log = "/log/akashi.site.test/node1";
        try (var witness = Visitor.at("127.0.0.3", site.address(), site.certificate())) {
            assertThat(witness.open(log + "/checkpoint", token)).isEqualTo(200);
            assertThat(witness.page()).startsWith("akashi.site.test/node1\n");
            var size = witness.page().lines().skip(1).findFirst().orElseThrow();
            var partial = "000.p/" + size; // far below 256 entries
            assertThat(witness.open(log + "/tile/0/" + partial, token)).isEqualTo(200);
            assertThat(witness.open(log + "/tile/entries/" + partial, token))
                    .as("entries")
                    .isEqualTo(404);
            assertThat(witness.open(log + "/checkpoint", token.replace('a', 'b')))
                    .as("another token, and no terminal")
                    .isEqualTo(403);
            assertThat(witness.open(log + "/checkpoint"))
                    .as("no token, and no terminal")
                    .isEqualTo(403);
            assertThat(witness.open("/sign-in", token)).as("anything else").isEqualTo(403);
        }
    }
}
