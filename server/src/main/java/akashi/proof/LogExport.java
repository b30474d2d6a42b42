package akashi.proof;

import akashi.ledger.Commitment;
import akashi.ledger.EntryBundle;
import akashi.ledger.ExportLayout;
import akashi.ledger.MalformedException;
import akashi.ledger.PrivateBundle;
import akashi.ledger.TileCoordinate;
import akashi.ledger.TileSource;
import akashi.tlog.SignedCheckpoint;
import akashi.tlog.StoredLogs;
import akashi.usage.Actor;
import akashi.usage.SystemUses;
import akashi.usage.Use;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Writes a ledger as files that an outsider checks without the system ({@code docs/formats/export.md}): entries, tiles
 * and signed checkpoints as they are stored, private parts as far as they still exist. It reads one bundle at a time,
 * so that a ledger of any length needs the same memory, and runs beside a server that goes on writing: what was signed
 * never changes.
 */
public final class LogExport {
    private static final int LEVELS = 8;

    private final ExportSql sql;
    private final StoredLogs logs;
    private final SystemUses own = new SystemUses();
    private final Clock clock;

    /** Reads from this database, as the application's role may. */
    public LogExport(DataSource source, Clock clock) {
        this.sql = ExportSql.on(source);
        this.logs = StoredLogs.on(source);
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param size entries the exported checkpoint covers
     * @param entries entries that were found; fewer than that only where the ledger was damaged
     * @param privateParts private parts written
     * @param gone entries whose private part no longer exists
     */
    public record Written(String origin, long size, long entries, long privateParts, long gone) {}

    /** The published names of the ledgers in this database, one for each node that ever wrote. */
    public List<String> origins() {
        return sql.origins();
    }

    /** Entries under the last checkpoint of a ledger; nothing if there is no such ledger, or none was ever signed. */
    public Optional<Long> size(String origin) {
        return logs.number(origin).flatMap(log -> logs.latest(log, 0)).map(SignedCheckpoint::size);
    }

    /**
     * Exports a ledger up to its last checkpoint. The export is a use of its own ({@code LOG_EXPORT}), committed before
     * anything is read; the node of that ledger gives it its place.
     *
     * @param folder must not exist yet; it is there when everything is written, and not before
     * @param account who exports, as the operating system knows them
     * @param privateParts whether they are written, too
     * @param progress told the number of entries written so far
     * @throws java.io.UncheckedIOException around a {@code FileAlreadyExistsException} if the folder exists
     * @throws IllegalArgumentException if there is no such ledger, or none was ever signed
     */
    public Written export(String origin, Path folder, String account, boolean privateParts, LongConsumer progress) {
        int log = logs.number(origin).orElseThrow(() -> new IllegalArgumentException("There is no ledger " + origin));
        var signed = logs.latest(log, 0)
                .orElseThrow(() -> new IllegalArgumentException("Nothing of the ledger " + origin + " was signed yet"));
        try (var files = ExportFolder.begin(folder, origin)) {
            use(log, origin, signed.size(), account, privateParts);
            var run = new Run(log, signed.size(), files, privateParts);
            run.entries(progress);
            run.tiles();
            run.checkpoints();
            var lines = sql.cosignatures(log, signed.size() - 1, signed.size()).getOrDefault(signed.size(), List.of());
            files.write(ExportLayout.CHECKPOINT, cosigned(signed, lines));
            files.complete();
            return new Written(origin, signed.size(), run.entries, run.here, run.gone);
        }
    }

    private void use(int log, String origin, long size, String account, boolean privateParts) {
        var use = Use.of("LOG_EXPORT", Actor.system("export-log"))
                .stating("log", origin)
                .stating("entries", Long.toString(size))
                .stating("privateParts", Boolean.toString(privateParts))
                .stating("account", account);
        own.leave(logs, log, use, clock);
    }

    /** The note with the lines of witnesses behind it, each as it is stored: the check finds what is wrong with one. */
    private static byte[] cosigned(SignedCheckpoint signed, List<String> lines) {
        var note = new StringBuilder(signed.note());
        lines.forEach(line -> note.append(line).append('\n'));
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One export on its way. */
    private final class Run {
        private final int log;
        private final long size;
        private final ExportFolder files;
        private final boolean privateParts;
        private long entries;
        private long here;
        private long gone;

        Run(int log, long size, ExportFolder files, boolean privateParts) {
            this.log = log;
            this.size = size;
            this.files = files;
            this.privateParts = privateParts;
            if (privateParts) {
                files.folder(ExportLayout.PRIVATE);
            }
        }

        /**
         * Bundle by bundle. An entry that is not there although later ones are is written as one of no bytes, which no
         * use ever is, so that the others keep their places; where all the rest is missing, no more is written.
         */
        void entries(LongConsumer progress) {
            for (long first = 0; first < size; first += TileCoordinate.FULL) {
                int width = (int) Math.min(TileCoordinate.FULL, size - first);
                var rows = sql.entries(log, first, first + width);
                if (rows.isEmpty() && !anyBehind(first + width)) {
                    return;
                }
                var leaves = new ArrayList<byte[]>(width);
                var parts = new ArrayList<PrivateBundle.Part>();
                for (ExportSql.Row row : rows) {
                    int place = (int) (row.index() - first);
                    while (leaves.size() < place) {
                        leaves.add(new byte[0]);
                    }
                    leaves.add(row.leaf());
                    part(row, place).ifPresent(parts::add);
                }
                boolean cut = leaves.size() < width && !anyBehind(first + width);
                while (leaves.size() < width && !cut) {
                    leaves.add(new byte[0]);
                }
                var coordinate = new TileCoordinate(TileCoordinate.ENTRIES, first / TileCoordinate.FULL, leaves.size());
                files.write(coordinate.path(), EntryBundle.format(leaves));
                if (privateParts && !parts.isEmpty()) {
                    files.write(ExportLayout.privateParts(coordinate.index()), PrivateBundle.format(parts));
                }
                entries += rows.size();
                progress.accept(first + leaves.size());
                if (cut) {
                    return;
                }
            }
        }

        private boolean anyBehind(long index) {
            return logs.size(log) > index;
        }

        private Optional<PrivateBundle.Part> part(ExportSql.Row row, int place) {
            if (row.secret() != null) {
                here++;
                return Optional.of(new PrivateBundle.Here(
                        place, row.secret().salt(), row.secret().body()));
            }
            boolean committed;
            try {
                committed = Commitment.in(row.leaf()).isPresent();
            } catch (MalformedException e) {
                return Optional.empty(); // the check of the export finds the entry
            }
            gone += committed ? 1 : 0;
            return committed ? Optional.of(new PrivateBundle.Erased(place)) : Optional.empty();
        }

        /**
         * Full tiles as they are stored; unfinished ones from what lies below them. One that is missing is left out.
         */
        void tiles() {
            var stored = logs.tiles(log);
            for (int level = 0; level < LEVELS; level++) {
                long hashes = size >>> (LEVELS * level);
                for (long n = 0; n * TileCoordinate.FULL < hashes; n++) {
                    var tile = TileCoordinate.in(size, level, n);
                    if (tile.partial()) {
                        unfinished(stored, tile);
                    } else {
                        logs.tile(log, level, n).ifPresent(found -> files.write(tile.path(), found));
                    }
                }
            }
        }

        private void unfinished(TileSource stored, TileCoordinate tile) {
            try {
                files.write(tile.path(), stored.tile(tile.level(), tile.index(), tile.width()));
            } catch (IllegalStateException e) {
                // something below it is missing, which the check of the export finds by itself
            }
        }

        void checkpoints() {
            long last = 0;
            for (long number = 0; last < size; number++) {
                var found = sql.checkpoints(log, last, size, TileCoordinate.FULL);
                if (found.isEmpty()) {
                    return;
                }
                long to = found.getLast().size();
                var lines = sql.cosignatures(log, last, to);
                var notes = found.stream()
                        .map(signed -> cosigned(signed, lines.getOrDefault(signed.size(), List.of())))
                        .toList();
                files.write(ExportLayout.checkpoints(number, notes.size()), EntryBundle.format(notes));
                last = to;
            }
        }
    }
}
