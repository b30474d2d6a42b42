package akashi.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ledger.CanonicalJson;
import akashi.ledger.NoteSigner;
import akashi.ledger.PrivateBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logs of a site's nodes are checked together: what one says about another counts. */
class SeveralLogsTest {
    private static final String SECOND = "police.example.jp/node2";

    @TempDir
    Path below;

    /** Node 1 lost the private parts of the entries 1 to 3; node 2 says that it erased so many. */
    private SampleLog site(int named) throws IOException {
        Path keys = below.resolve("trust.txt");
        var other = NoteSigner.generate(SECOND);
        SampleLog one = SampleLog.write(below.resolve("site/node1"), keys, SampleLog.SIGNER, 300, List.of());
        one.put(
                akashi.ledger.ExportLayout.privateParts(0),
                PrivateBundle.format(IntStream.range(0, 256)
                        .filter(SampleLog::hasPrivatePart)
                        .<PrivateBundle.Part>mapToObj(place -> place < 4
                                ? new PrivateBundle.Erased(place)
                                : new PrivateBundle.Here(place, SampleLog.salt(place), SampleLog.body(place)))
                        .toList()));
        SampleLog _ = SampleLog.write(
                below.resolve("site/node2"), keys, other, 100, List.of(erasure(SampleLog.ORIGIN, "1-3", named)));
        Files.writeString(
                keys,
                SampleLog.SIGNER.verifier().text() + "\n" + other.verifier().text() + "\n");
        return one;
    }

    private static byte[] erasure(String log, String entries, int parts) {
        return CanonicalJson.canonical(Map.of(
                "act",
                "ERASURE",
                "by",
                Map.of("channel", "job", "post", "system", "staff", "retention"),
                "facts",
                Map.of("log", log, "entries", entries, "parts", Integer.toString(parts))));
    }

    private Run verify() {
        return Run.with(
                "verify",
                "--all",
                below.resolve("site").toString(),
                "--key",
                below.resolve("trust.txt").toString());
    }

    @Test
    void anErasureThatStandsOnAnotherLogAccountsForWhatIsGone() throws IOException {
        SampleLog one = site(3);

        Run together = verify();

        assertThat(together.out())
                .contains("All 2 logs verified", SampleLog.ORIGIN, SECOND, "3 according to entries of the other logs")
                .doesNotContain("did not erase them");
        assertThat(together.code()).isZero();
        assertThat(Run.with("verify", "--all", one.folder.toString(), "--key", one.keys.toString())
                        .out())
                .as("alone, it cannot be seen")
                .contains("3 of those gone are not named", "another node's log");
    }

    @Test
    void whatNoLogNamesIsSaid() throws IOException {
        var _ = site(2);

        assertThat(verify().out()).contains("1 of those gone are not named by an erasure on any of these logs");
    }

    @Test
    void oneLogThatDoesNotHoldFailsTheWhole() throws IOException {
        SampleLog one = site(3);
        byte[] entries = one.get("tile/entries/000");
        entries[100] ^= 1;
        one.put("tile/entries/000", entries);

        Run run = verify();

        assertThat(run.out()).contains("entry-changed", "not all of the 2 logs").contains("Verified: every entry");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void aLogThatIsMissingIsNamed() throws IOException {
        var _ = site(3);
        Files.writeString(
                below.resolve("trust.txt"),
                Files.readString(below.resolve("trust.txt"))
                        + NoteSigner.generate("police.example.jp/node3")
                                .verifier()
                                .text() + "\n");

        assertThat(verify().out()).contains("names the log police.example.jp/node3, which is not in this folder");
    }

    @Test
    void theSameLogTwiceAndAFolderThatIsNoExportAreRefused() throws IOException {
        var _ = site(3);
        var _ = SampleLog.write(
                below.resolve("site/again"), below.resolve("other.txt"), SampleLog.SIGNER, 10, List.of());
        assertThat(verify()).satisfies(run -> {
            assertThat(run.err()).contains("is there twice");
            assertThat(run.code()).isEqualTo(2);
        });

        Files.writeString(below.resolve("site/again/README.txt"), "no\n", StandardCharsets.UTF_8);
        assertThat(verify()).satisfies(run -> {
            assertThat(run.err()).contains("is not an export");
            assertThat(run.code()).isEqualTo(2);
        });
    }
}
