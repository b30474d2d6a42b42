package akashi.api;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.WholeTest;
import akashi.account.Accounts;
import akashi.ledger.Checkpoint;
import akashi.ledger.EntryBundle;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Proofs;
import akashi.ledger.SignedNote;
import akashi.ledger.TileCoordinate;
import akashi.ledger.TileSource;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.terminal.Terminals;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log as others read it over HTTP: proofs for witnesses, entries for auditors, nothing for anybody else. */
@WholeTest
class ServedLogTest {
    private static final String TOKEN = "the-token-of-the-witness-of-this-test";
    private static final int ENTRIES = TileCoordinate.FULL + 3;

    private final Cast cast;
    private final UsageLog log;
    private final JdbcClient jdbc;
    private final String prefix;

    ServedLogTest(
            Accounts accounts,
            Terminals terminals,
            Organization organization,
            @LocalServerPort int port,
            UsageLog log,
            JdbcClient jdbc) {
        this.cast = new Cast(accounts, terminals, organization, port);
        this.log = log;
        this.jdbc = jdbc;
        this.prefix = "/log/" + log.state().origin() + "/";
    }

    @BeforeEach
    void moreThanAFullTileIsSigned() {
        while (log.state().size() < ENTRIES) {
            var _ = log.seal(Use.of("LIST", Actor.system("test")));
        }
        var witness = cast.stranger().bearing(TOKEN);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> witness.get(prefix + "checkpoint").status() == 200
                        && checkpoint(witness).size() >= ENTRIES);
    }

    @Test
    void aWitnessProvesWithoutSeeingAnEntry() throws Exception {
        var witness = cast.stranger().bearing(TOKEN);
        var checkpoint = checkpoint(witness);
        var tiles = tiles(witness);
        assertThat(Proofs.root(tiles, checkpoint.size())).isEqualTo(checkpoint.root());
        var before = reads();

        for (long index : new long[] {0, 255, 256, checkpoint.size() - 1}) {
            var leaf = Hash.at(tiles.tile(0, index / 256, (int) (index % 256) + 1), (int) (index % 256) * 32);
            assertThat(Merkle.verifyInclusion(
                            index,
                            checkpoint.size(),
                            leaf,
                            Proofs.inclusion(tiles, index, checkpoint.size()),
                            checkpoint.root()))
                    .as("entry %s", index)
                    .isTrue();
        }

        for (var path :
                List.of("tile/entries/000", "tile/entries/000.p/1", "tile/%65ntries/000", "tile//entries/000")) {
            assertThat(witness.get(prefix + path).status()).as(path).isIn(400, 404);
        }
        assertThat(witness.get("/ledger").text()).doesNotContain(log.verifierKey());
        assertThat(witness.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(reads()).as("reading hashes leaves no entry").isEqualTo(before);
    }

    @Test
    void answersSayWhatTheyAreAndWhoMayKeepThem() throws Exception {
        var witness = cast.stranger().bearing(TOKEN);
        var auditor = cast.signedIn(PostClass.AUDITOR);

        var checkpoint = witness.fetch(prefix + "checkpoint");
        var full = witness.fetch(prefix + "tile/0/000");
        var partial = witness.fetch(prefix + "tile/0/001.p/2");
        var narrow = witness.fetch(prefix + "tile/0/000.p/7");
        var bundle = auditor.fetch(prefix + "tile/entries/000");

        assertThat(checkpoint.headers().firstValue("Content-Type").orElse("").toLowerCase(java.util.Locale.ROOT))
                .isEqualTo("text/plain;charset=utf-8");
        assertThat(full.body()).hasSize(256 * 32);
        assertThat(partial.body()).hasSize(2 * 32);
        assertThat(narrow.body()).hasSize(7 * 32).isEqualTo(java.util.Arrays.copyOf(full.body(), 7 * 32));
        for (var binary : List.of(full, partial, bundle)) {
            assertThat(binary.headers().firstValue("Content-Type")).contains("application/octet-stream");
        }
        assertThat(full.headers().allValues("Cache-Control")).containsExactly("private, max-age=31536000, immutable");
        for (var fresh : List.of(checkpoint, partial, bundle)) {
            assertThat(fresh.headers().allValues("Cache-Control")).containsExactly("no-store");
        }
    }

    @Test
    void everyBundleAnAuditorReadsIsOneUse() throws Exception {
        var auditor = cast.signedIn(PostClass.AUDITOR);
        var tiles = tiles(auditor);
        var checkpoint = checkpoint(auditor);
        var before = reads();

        var first = auditor.fetch(prefix + "tile/entries/000");
        var second = auditor.fetch(prefix + "tile/entries/001.p/3");

        assertThat(reads()).isEqualTo(before + 2);
        var entries = EntryBundle.parse(first.body(), 256);
        assertThat(EntryBundle.parse(second.body(), 3)).hasSize(3);
        assertThat(Merkle.verifyInclusion(
                        7,
                        checkpoint.size(),
                        Merkle.leafHash(entries.get(7)),
                        Proofs.inclusion(tiles, 7, checkpoint.size()),
                        checkpoint.root()))
                .isTrue();
        assertThat(lastReads())
                .satisfiesExactly(
                        entry -> assertThat(entry).contains("\"first\":\"256\"", "\"entries\":\"3\""),
                        entry -> assertThat(entry)
                                .contains("\"first\":\"0\"", "\"entries\":\"256\"")
                                .contains("\"log\":\"" + log.state().origin() + "\""));
    }

    @Test
    void whoHasNoRightSeesNoLog() throws Exception {
        var paths = List.of("checkpoint", "tile/0/000", "tile/entries/000");
        for (var post : List.of(PostClass.OFFICER, PostClass.UNIT_HEAD, PostClass.SYSTEM_GENERAL_MANAGER)) {
            var reader = cast.signedIn(post);
            var before = reads();
            for (var path : paths) {
                assertThat(reader.get(prefix + path).status())
                        .as("%s %s", post, path)
                        .isEqualTo(404);
            }
            assertThat(reads()).as("the refusals are one entry").isEqualTo(before + 1);
        }
        for (var stranger : List.of(cast.stranger(), cast.stranger().bearing("the-token-of-the-whole-test"))) {
            for (var path : paths) {
                assertThat(stranger.get(prefix + path).status()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void whatIsNotInTheSignedTreeIsNotThere() throws Exception {
        var auditor = cast.signedIn(PostClass.AUDITOR).bearing(TOKEN);
        var before = reads();
        for (var path : List.of(
                "tile/0/999",
                "tile/0/x001/000",
                "tile/1/000",
                "tile/8/000",
                "tile/64/000",
                "tile/0/0",
                "tile/00/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/07",
                "tile/0/x000/000",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/entries/999",
                "tile/entries/999.p/1",
                "tile/entries/-01",
                "tile/entries/",
                "tile/",
                "tile",
                "")) {
            assertThat(auditor.get(prefix + path).status()).as(path).isEqualTo(404);
        }
        for (var other : List.of("/log/akashi.test/nobody/", "/log/nobody/", "/log/x%2Fy/z/")) {
            assertThat(auditor.get(other + "checkpoint").status()).as(other).isIn(400, 404);
            assertThat(auditor.get(other + "tile/entries/000").status())
                    .as(other)
                    .isIn(400, 404);
        }
        assertThat(reads()).isEqualTo(before);
    }

    /** Entries about reading this log; others may join it at any moment, such as those of a sign-in. */
    private long reads() {
        return jdbc.sql("""
                select count(*) as reads from usage_leaf l join usage_log g on g.log = l.log
                 where g.origin = :origin and l.act = 'LOG_READ'
                """)
                .param("origin", log.state().origin())
                .query((row, n) -> row.getLong("reads"))
                .single();
    }

    private Checkpoint checkpoint(Client reader) throws Exception {
        var note = SignedNote.parse(reader.fetch(prefix + "checkpoint").body());
        var key = NoteVerifier.parse(log.verifierKey());
        assertThat(note.signatures()).anyMatch(signature -> key.verify(note.text(), signature));
        return Checkpoint.parse(note.text());
    }

    private TileSource tiles(Client reader) {
        return (level, index, width) -> {
            try {
                var answer = reader.fetch(prefix + new TileCoordinate(level, index, width).path());
                assertThat(answer.statusCode()).isEqualTo(200);
                return answer.body();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
    }

    /** The last two of them, the last one first. */
    private List<String> lastReads() {
        return jdbc.sql("""
                select convert_from(l.leaf, 'UTF8') as entry from usage_leaf l join usage_log g on g.log = l.log
                 where g.origin = :origin and l.act = 'LOG_READ'
                 order by l.idx desc limit 2
                """)
                .param("origin", log.state().origin())
                .query((row, n) -> row.getString("entry"))
                .list();
    }
}
