package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.FreshDatabase;
import akashi.TestLedger;
import akashi.Verifier;
import akashi.ledger.Checkpoint;
import akashi.ledger.Cosigner;
import akashi.ledger.Frontier;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.NoteSigner;
import akashi.ledger.SignedNote;
import akashi.proof.LogExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A log of {@link #SIZE} entries in a database of its own, at the mercy of the database's owner: changed with SQL,
 * exported, and checked by the verifier.
 */
final class DamagedLog {
    static final int SIZE = 600;
    private static final Instant SIGNED = Instant.parse("2026-11-23T00:00:00Z");
    private static final String DATABASE = FreshDatabase.migrated();

    private final Path folder;
    private final String origin;
    private final NoteSigner signer;
    private final JdbcClient owner;
    private final int log;
    private int exports;

    private DamagedLog(Path folder, String node, Path key) {
        this.folder = folder;
        this.origin = "akashi.test/" + node;
        this.signer = LedgerKey.read(key, origin);
        this.owner = JdbcClient.create(source("akashi_owner"));
        this.log = LogRegisterSql.on(source("akashi_owner")).log(origin).orElseThrow();
        var _ = write("trust.txt", signer.verifier().text() + "\n");
    }

    /** A log that was written in three stretches, each signed. */
    static DamagedLog written(Path folder, String node) throws Exception {
        Path key = TestLedger.key(node);
        try (var running = TestNode.start(
                node, key, Clock.systemUTC(), Duration.ofSeconds(5), FreshDatabase.url(DATABASE, "akashi_app"))) {
            for (int stretch = 1; stretch <= 3; stretch++) {
                fill(running, SIZE / 3);
                if (!running.node().checkpointer().await(stretch * SIZE / 3, Duration.ofSeconds(20))) {
                    throw new IllegalStateException("The log must be signed");
                }
            }
        }
        return new DamagedLog(folder, node, key);
    }

    private static void fill(TestNode node, int entries) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, entries).forEach(n -> {
                var _ = threads.submit(() -> node.release(Integer.toString(500_000 + n)));
            });
        }
    }

    static PGSimpleDataSource source(String role) {
        var source = new PGSimpleDataSource();
        source.setUrl(FreshDatabase.url(DATABASE, role));
        return source;
    }

    String origin() {
        return origin;
    }

    /** Runs a statement as the owner of the tables; {@code :log} stands for this log. */
    void sql(String statement) {
        var _ = owner.sql(statement).param("log", log).update();
    }

    List<byte[]> leaves() {
        return CheckpointSql.on(source("akashi_owner")).leaves(log, 0, SIZE);
    }

    void store(long index, byte[] leaf) {
        var _ = owner.sql("update usage_leaf set leaf = :leaf where log = :log and idx = :index")
                .param("leaf", leaf)
                .param("log", log)
                .param("index", index)
                .update();
    }

    /** Moves the entries from an index on by some places. */
    void move(long from, int by) {
        owner.sql("update usage_leaf set idx = idx + 1000000 where log = :log and idx >= :from")
                .param("log", log)
                .param("from", from)
                .update();
        owner.sql("update usage_leaf set idx = idx - 1000000 + :by where log = :log and idx >= 1000000")
                .param("log", log)
                .param("by", by)
                .update();
    }

    /** Makes every full tile anew from the entries as they are now. */
    void rebuildTiles() {
        List<byte[]> leaves = leaves();
        for (int tile = 0; tile < leaves.size() / 256; tile++) {
            byte[] hashes = new byte[8192];
            for (int n = 0; n < 256; n++) {
                Merkle.leafHash(leaves.get(tile * 256 + n)).copyTo(hashes, n * Hash.LENGTH);
            }
            var _ = owner.sql("update usage_tile set hashes = :hashes where log = :log and level = 0 and n = :n")
                    .param("hashes", hashes)
                    .param("log", log)
                    .param("n", tile)
                    .update();
        }
    }

    /** Signs every stored checkpoint anew with the log's key, over the entries as they are now. */
    void signAnew() {
        var tree = new Frontier();
        List<Hash> roots = new ArrayList<>(List.of(tree.root()));
        for (byte[] leaf : leaves()) {
            tree.append(Merkle.leafHash(leaf));
            roots.add(tree.root());
        }
        for (long size : sizes()) {
            var note = SignedNote.of(new Checkpoint(origin, size, roots.get((int) size)), signer);
            var _ = owner.sql("update usage_checkpoint set note = :note where log = :log and size = :size")
                    .param("note", note.format())
                    .param("log", log)
                    .param("size", size)
                    .update();
        }
    }

    /** Has every checkpoint cosigned by a witness, whom the trust file then names. */
    void cosign(Cosigner witness) {
        var cosignatures = CosignatureSql.on(source("akashi_app"));
        var _ = owner.sql("select size, note from usage_checkpoint where log = :log")
                .param("log", log)
                .query((row, n) -> {
                    var checkpoint = Checkpoint.parse(
                            SignedNote.parse(row.getString("note")).text());
                    var line = witness.cosign(checkpoint, SIGNED).line();
                    var key = witness.verifier().text();
                    cosignatures.store(log, new CosignatureSql.Row(checkpoint.size(), key, SIGNED, line));
                    return n;
                })
                .list();
        var _ = write(
                "trust.txt",
                signer.verifier().text() + "\n" + witness.verifier().text() + "\n");
    }

    /** Sizes of the stored checkpoints, rising. */
    List<Long> sizes() {
        List<Long> sizes = new ArrayList<>(owner.sql("select size from usage_checkpoint where log = :log")
                .param("log", log)
                .query((row, n) -> row.getLong("size"))
                .list());
        Collections.sort(sizes);
        return sizes;
    }

    /** Keeps the last checkpoint outside of the database. */
    String keepCheckpoint() {
        var note = CheckpointSql.on(source("akashi_owner"))
                .latest(log, 0)
                .orElseThrow()
                .note();
        return write("kept.checkpoint", note);
    }

    /** Exports, and checks the export against the trusted key. */
    Verifier.Answer verify(String... more) {
        var to = folder.resolve("export-" + exports++);
        var export = new LogExport(source("akashi_app"), Clock.systemUTC());
        assertThat(export.origins()).contains(origin);
        var _ = export.export(origin, to, "tester", true, _ -> {});
        return Verifier.run(Stream.concat(
                        Stream.of(
                                "verify",
                                "--all",
                                to.toString(),
                                "--key",
                                folder.resolve("trust.txt").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
