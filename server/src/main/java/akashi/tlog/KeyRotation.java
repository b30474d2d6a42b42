package akashi.tlog;

import akashi.ledger.NoteSigner;
import akashi.ledger.SignedNote;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Changes the key of a ledger while nobody writes it. The old key introduces the new one: an entry ({@code LOG_KEY})
 * that a last checkpoint of the old key covers, and a note that both keys sign. From that size on the old key counts no
 * more; what it signed before stays verifiable. Each step can be repeated, so whatever stops it, running it again ends
 * it:
 *
 * <ol>
 *   <li>the new key is written beside the old one, as {@code FILE.next};
 *   <li>the entry is sealed, and signed by the old key;
 *   <li>the key and its note are stored; from now on a node with the old key refuses to write;
 *   <li>the files change places: the old key becomes {@code FILE.retired-NUMBER}.
 * </ol>
 */
public final class KeyRotation {
    /** First line of the note that introduces a key. */
    static final String FORMAT = "akashi.key/v1";

    private static final int PRIVATE_YEARS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final DataSource source;
    private final LogRegisterSql register;
    private final LedgerSql ledgers;
    private final Path file;
    private final Path next;
    private final String host;
    private final String node;
    private final Clock clock;
    private final OwnEntries own;

    /**
     * The change of one node's key.
     *
     * @param source connects as the application
     * @param file the key file
     * @param own writes the entry about it
     */
    public KeyRotation(DataSource source, Path file, String host, String node, Clock clock, OwnEntries own) {
        this.source = source;
        this.register = LogRegisterSql.on(source);
        this.ledgers = LedgerSql.on(source);
        this.file = file;
        this.next = Path.of(file + ".next");
        this.host = host;
        this.node = node;
        this.clock = clock;
        this.own = own;
    }

    /**
     * What was done.
     *
     * @param afterSize entries up to which the old key counts
     * @param retired where the old private key lies now
     * @param note by which the old key introduces the new one
     */
    public record Rotated(String newKey, long afterSize, Path retired, String note) {}

    /**
     * Changes the key, or ends a change that was stopped.
     *
     * @throws NotWritten if a program writes the ledger
     * @throws IllegalStateException with a sentence if the key file cannot be used
     */
    public Rotated run() {
        String origin = LedgerKey.origin(host, node);
        if (!Files.exists(next)) {
            String _ = LedgerKey.verifier(file, origin);
            String _ = LedgerKey.generate(next, origin);
        }
        NoteSigner fresh = LedgerKey.read(next, origin);
        var keys = register.keys(origin);
        boolean introduced =
                !keys.isEmpty() && keys.getLast().key().equals(fresh.verifier().text());
        if (!introduced) {
            introduce(origin, LedgerKey.read(file, origin), fresh);
        }
        var last = register.keys(origin).getLast();
        return new Rotated(last.key(), last.afterSize(), swap(origin), String.valueOf(last.note()));
    }

    private void introduce(String origin, NoteSigner old, NoteSigner fresh) {
        var settings = new LedgerSettings(
                host, node, file, PRIVATE_YEARS, Duration.ofMillis(50), PATIENCE, LEASE, Duration.ofDays(1));
        var ledger = new LedgerNode(source, settings, clock, new SimpleMeterRegistry(), own);
        ledger.start();
        int log;
        try {
            Tip tip = ledger.sequencer().tip();
            if (tip == null) {
                throw new NotWritten("The ledger is written by another program, or out of reach");
            }
            log = tip.log();
            Draft draft = ledger.draft(own.about(
                    "LOG_KEY",
                    "key",
                    Map.of(
                            "old", old.verifier().text(),
                            "new", fresh.verifier().text())));
            if (!ledger.sequencer().offer(draft)) {
                throw new NotWritten("Too many entries wait already");
            }
            Place proved = draft.done().join();
            if (!ledger.checkpointer().await(proved.index() + 1, PATIENCE)) {
                throw new NotWritten("The entry about the new key was not signed in time");
            }
        } finally {
            ledger.stop();
        }
        store(origin, log, old, fresh);
    }

    /** Under the lease, so that nothing is signed between reading the size and storing the key. */
    private void store(String origin, int log, NoteSigner old, NoteSigner fresh) {
        var holder = UUID.randomUUID();
        if (!ledgers.takeLease(log, holder, (int) LEASE.toSeconds())) {
            throw new NotWritten("Another program writes the ledger " + origin);
        }
        try {
            long size = ledgers.end(log).map(LedgerSql.End::size).orElse(0L);
            String text = String.join(
                            "\n",
                            FORMAT,
                            origin,
                            Long.toString(size),
                            fresh.verifier().text())
                    + "\n";
            var note = new SignedNote(text, List.of(old.sign(text), fresh.sign(text)));
            register.introduce(log, new StoredLogs.Key(size, fresh.verifier().text(), clock.instant(), note.format()));
        } finally {
            ledgers.leaveLease(log, holder);
        }
    }

    /** Puts the new key in the old one's place; the old one is kept until somebody destroys it. */
    private Path swap(String origin) {
        try {
            Path retired = next;
            if (Files.exists(file)) {
                var number = HexFormat.of()
                        .toHexDigits(LedgerKey.read(file, origin).verifier().id());
                retired = Path.of(file + ".retired-" + number);
                var _ = Files.move(file, retired, StandardCopyOption.ATOMIC_MOVE);
            }
            var _ = Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            return retired;
        } catch (IOException e) {
            throw new UncheckedIOException("The key files could not be exchanged; run it again", e);
        }
    }
}
