package akashi.proof;

import akashi.ledger.EntryBundle;
import akashi.ledger.ExportLayout;
import akashi.ledger.Hash;
import akashi.ledger.MalformedException;
import akashi.ledger.TileCoordinate;
import akashi.tlog.LedgerKey;
import akashi.tlog.StoredLogs;
import akashi.tlog.Watched;
import akashi.tlog.WitnessDoor;
import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log read over HTTP where c2sp.org/tlog-tiles has its files ({@code docs/formats/served-log.md}), up to its last
 * signed checkpoint. Checkpoints and hash tiles name nobody; witnesses and auditors read them. Entry bundles are for
 * auditors alone, and each that is read is a use.
 */
@RestController
class ServedLog {
    private static final String ACT = "LOG_READ";
    private static final String LOG = "/log/{host}/{node}";
    private static final String FRESH = "no-store";
    private static final String FOR_EVER = "private, max-age=31536000, immutable";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Stored stored;
    private final UsageLog log;
    private final ObjectProvider<Gate> gates;
    private final WitnessDoor witnesses;

    ServedLog(Stored stored, UsageLog log, ObjectProvider<Gate> gates, WitnessDoor witnesses) {
        this.stored = stored;
        this.log = log;
        this.gates = gates;
        this.witnesses = witnesses;
    }

    @GetMapping(LOG + "/" + ExportLayout.CHECKPOINT)
    ResponseEntity<byte[]> checkpoint(
            @PathVariable String host, @PathVariable String node, HttpServletRequest request) {
        requireReader(request);
        byte[] note = stored.checkpoint(stored.log(LedgerKey.origin(host, node)));
        return answer(TEXT, FRESH, note);
    }

    @GetMapping(LOG + "/tile/{*place}")
    ResponseEntity<byte[]> tile(
            @PathVariable String host,
            @PathVariable String node,
            @PathVariable String place,
            HttpServletRequest request) {
        TileCoordinate tile = coordinate("tile" + place);
        String origin = LedgerKey.origin(host, node);
        if (tile.level() == TileCoordinate.ENTRIES) {
            return answer(MediaType.APPLICATION_OCTET_STREAM, FRESH, entries(pass(request), origin, tile));
        }
        requireReader(request);
        byte[] hashes = stored.hashes(stored.log(origin), tile);
        return answer(MediaType.APPLICATION_OCTET_STREAM, tile.partial() ? FRESH : FOR_EVER, hashes);
    }

    /** Nobody keeps a copy on the way: whoever reads a bundle again makes another use of it. */
    private byte[] entries(Gate.Open open, String origin, TileCoordinate tile) {
        byte[] bundle = stored.entries(stored.log(origin), tile);
        var use = Use.of(ACT, open.actor())
                .decided(open.ruling())
                .stating("log", origin)
                .stating("first", Long.toString(tile.index() * TileCoordinate.FULL))
                .stating("entries", Integer.toString(tile.width()));
        var disclosed = new Disclosure(tile.width(), List.of(), Hash.sha256(bundle));
        return log.release(use, Withheld.of(bundle, disclosed)).value();
    }

    private static TileCoordinate coordinate(String path) {
        try {
            return TileCoordinate.parse(path);
        } catch (MalformedException e) {
            throw new NotFound();
        }
    }

    private void requireReader(HttpServletRequest request) {
        if (!witnesses.opens(request)) {
            Gate.Open _ = pass(request);
        }
    }

    private Gate.Open pass(HttpServletRequest request) {
        Gate gate = gates.getIfAvailable();
        if (gate == null) {
            throw new NotFound();
        }
        return switch (gate.ask(request, ACT, null)) {
            case Gate.Open open -> open;
            case Gate.Shut _ -> throw new NotFound();
        };
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String keeping, byte[] body) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Cache-Control", keeping)
                .body(body);
    }

    /** What is stored of a log, cut to what a checkpoint was signed over; anything else is not there. */
    @Component
    static class Stored {
        private final StoredLogs logs;
        private final Watched watched;

        Stored(StoredLogs logs, Watched watched) {
            this.logs = logs;
            this.watched = watched;
        }

        int log(String origin) {
            return logs.number(origin).orElseThrow(NotFound::new);
        }

        /** The last one a quorum cosigned, where one is asked for and to be had; the last one otherwise. */
        byte[] checkpoint(int log) {
            return watched.covering(log, 0, false)
                    .orElseThrow(NotFound::new)
                    .note()
                    .getBytes(StandardCharsets.UTF_8);
        }

        /** The first hashes of a tile; a full one is kept for good, also for those who ask for less of it. */
        byte[] hashes(int log, TileCoordinate tile) {
            requireSigned(log, tile);
            byte[] found = logs.tiles(log).tile(tile.level(), tile.index(), tile.width());
            return Arrays.copyOf(found, tile.width() * Hash.LENGTH);
        }

        byte[] entries(int log, TileCoordinate tile) {
            requireSigned(log, tile);
            var leaves = logs.leaves(log, tile.index() * TileCoordinate.FULL, tile.width());
            if (leaves.size() != tile.width()) {
                throw new IllegalStateException("Bundle " + tile.index() + " of ledger " + log + " holds "
                        + tile.width() + " entries, but " + leaves.size() + " are stored");
            }
            return EntryBundle.format(leaves);
        }

        private void requireSigned(int log, TileCoordinate tile) {
            long size = logs.latest(log, 0).orElseThrow(NotFound::new).size();
            try {
                if (TileCoordinate.in(size, tile.level(), tile.index()).width() < tile.width()) {
                    throw new NotFound();
                }
            } catch (IllegalArgumentException e) {
                throw new NotFound();
            }
        }
    }
}
