package akashi.proof;

import akashi.ledger.Proofs;
import akashi.ledger.Statement;
import akashi.ledger.TileSource;
import akashi.tlog.SignedCheckpoint;
import akashi.tlog.StoredLogs;
import akashi.usage.Actor;
import akashi.usage.LedgerUnavailable;
import akashi.usage.Proved;
import akashi.usage.SubjectUses;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Proves the uses that were found about a subject, all in one file that is checked offline. */
@Service
public class SubjectProofs {
    private final EntrySql entries;
    private final Receipts receipts;
    private final StoredLogs stored;
    private final UsageLog log;

    SubjectProofs(EntrySql entries, Receipts receipts, StoredLogs stored, UsageLog log) {
        this.entries = entries;
        this.receipts = receipts;
        this.stored = stored;
        this.log = log;
    }

    /**
     * Seals a statement: writes the hash of its content on this node's log, and proves that entry and every use to one
     * checkpoint of each log. Blocks for a checkpoint, up to three seconds.
     *
     * @param content canonical JSON, whose {@code uses} are those of the result, in its order
     * @param whole for each use whether its whole entry may be shown
     * @param reading the entry under which the result was released
     * @throws LedgerUnavailable if no checkpoint covers it in time; nothing but the two entries is left behind
     */
    public Statement seal(String content, SubjectUses.Result result, List<Boolean> whole, Proved reading) {
        Proved seal = log.seal(Use.of(Statement.SEAL, Actor.system("statement"))
                .stating(Statement.FACT, Statement.hash(content).toBase64())
                .stating("use", reading.number()));
        var heads = new Heads();
        var own = heads.of(seal.log(), seal.index());
        var entry = entries.entry(seal.log(), seal.index())
                .orElseThrow(() -> new IllegalStateException("An entry that was sealed must be there"));
        var receipt = receipts.receipt(entry, own.checkpoint());
        var proofs = new ArrayList<Statement.Proof>();
        for (int n = 0; n < result.uses().size(); n++) {
            var found = result.uses().get(n);
            var place = found.use().proved();
            var head = heads.of(place.log(), heads.last(result, place.log()));
            var path = Proofs.inclusion(
                    head.tiles(), place.index(), head.checkpoint().size());
            proofs.add(new Statement.Proof(Boolean.TRUE.equals(whole.get(n)) ? found.entry() : null, path));
        }
        return new Statement(content, receipt, heads.others(result, seal.log()), proofs);
    }

    /** A signed checkpoint with the tiles below it, each read once. */
    private record Head(SignedCheckpoint checkpoint, TileSource tiles) {}

    private final class Heads {
        private final Map<Integer, Head> byLog = new HashMap<>();

        /** The checkpoint to which everything of a log is proved; the first index asked for decides. */
        Head of(int log, long index) {
            return byLog.computeIfAbsent(log, number -> {
                var tiles = stored.tiles(number);
                var read = new HashMap<String, byte[]>();
                return new Head(
                        receipts.covering(number, index + 1),
                        (level, n, width) ->
                                read.computeIfAbsent(level + "/" + n + "." + width, _ -> tiles.tile(level, n, width)));
            });
        }

        long last(SubjectUses.Result result, int log) {
            return byLog.containsKey(log)
                    ? 0
                    : result.uses().stream()
                            .map(found -> found.use().proved())
                            .filter(proved -> proved.log() == log)
                            .mapToLong(Proved::index)
                            .max()
                            .orElse(0);
        }

        Map<String, String> others(SubjectUses.Result result, int own) {
            var others = new TreeMap<String, String>();
            for (var found : result.uses()) {
                var place = found.use().proved();
                var head = byLog.get(place.log());
                if (place.log() != own && head != null) {
                    others.put(place.origin(), head.checkpoint().note());
                }
            }
            return others;
        }
    }
}
