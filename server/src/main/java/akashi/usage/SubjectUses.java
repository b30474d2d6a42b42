package akashi.usage;

import akashi.calendar.JapaneseDates;
import akashi.ledger.CanonicalJson;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.Proofs;
import akashi.ledger.Statement;
import akashi.ledger.TileSource;
import akashi.tlog.SignedCheckpoint;
import akashi.tlog.StoredLogs;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Who used information about a subject (開示請求への回答): finds the uses by record and by key, and proves them in a file that
 * is checked offline. Whatever is found is withheld, so that looking is itself a use.
 */
@Service
public class SubjectUses {
    private final SubjectSql sql;
    private final UseSql uses;
    private final Receipts receipts;
    private final StoredLogs stored;
    private final UsageLog log;

    SubjectUses(SubjectSql sql, UseSql uses, Receipts receipts, StoredLogs stored, UsageLog log) {
        this.sql = sql;
        this.uses = uses;
        this.receipts = receipts;
        this.stored = stored;
        this.log = log;
    }

    /**
     * What is looked for: uses that disclosed or changed one of the records, or that asked with one of the keys.
     *
     * @param records ids
     * @param keys by kind and compared form; found only while the private part of an entry exists
     * @param until the last day
     */
    public record Sought(List<String> records, List<Use.Key> keys, LocalDate from, LocalDate until) {
        public Sought {
            records = List.copyOf(records);
            keys = List.copyOf(keys);
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("A period does not end before it begins");
            }
        }
    }

    /**
     * A use that was found.
     *
     * @param entry the leaf as it stands on the log
     */
    public record Found(PastUse use, String entry) {
        /** The leaf's hash in the tree. */
        public Hash leafHash() {
            return Merkle.leafHash(entry.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * What was found, and in what.
     *
     * @param searched entries of the period that were looked at, by log
     * @param gone those of them whose private part is erased, so that keys could not be looked for
     */
    public record Result(List<Found> uses, Map<String, Long> searched, long gone) {
        public Result {
            uses = List.copyOf(uses);
            searched = Map.copyOf(searched);
        }
    }

    /** Looks for uses of every log, oldest first; empty if there are more than {@code most}. */
    public Optional<Withheld<Result>> find(Sought sought, int most) {
        var period = new SubjectSql.Period(
                JapaneseDates.startOf(sought.from()),
                JapaneseDates.startOf(sought.until().plusDays(1)),
                sought.from().withDayOfMonth(1),
                sought.until().withDayOfMonth(1));
        var candidates = sql.having(needles(sought), period, 4 * most + 1);
        var about = candidates.stream()
                .map(entry -> new Found(PastUses.of(entry), new String(entry.leaf(), StandardCharsets.UTF_8)))
                .filter(found -> about(found.use(), sought))
                .toList();
        if (about.size() > most || candidates.size() > 4 * most) {
            return Optional.empty();
        }
        var searched = sql.searched(period);
        var result = new Result(
                about,
                searched.stream().collect(Collectors.toMap(SubjectSql.Searched::origin, SubjectSql.Searched::entries)),
                searched.stream().mapToLong(SubjectSql.Searched::gone).sum());
        var numbers = about.stream().map(found -> found.use().proved().number()).collect(Collectors.joining("\n"));
        var records = sought.records().stream().map(id -> new RecordRef(id, 0)).toList();
        return Optional.of(Withheld.of(
                result, new Disclosure(about.size(), records, Sha.of(numbers.getBytes(StandardCharsets.US_ASCII)))));
    }

    /** A version of 0 names a record without having shown it: a hold, an erasure, a statement like this one. */
    private static boolean about(PastUse use, Sought sought) {
        var particulars = use.particulars();
        return use.seen().records().stream()
                        .anyMatch(record ->
                                record.version() > 0 && sought.records().contains(record.id()))
                || (particulars != null
                        && particulars.keys().stream()
                                .anyMatch(asked -> sought.keys().stream()
                                        .anyMatch(key -> key.kind().equals(asked.kind())
                                                && key.normalised().equals(asked.normalised()))));
    }

    private static List<byte[]> needles(Sought sought) {
        var needles = new ArrayList<byte[]>();
        for (var record : sought.records()) {
            needles.add(('"' + record + '@').getBytes(StandardCharsets.UTF_8));
        }
        for (var key : sought.keys()) {
            needles.add(CanonicalJson.canonical(key.normalised()));
        }
        return needles;
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
    public Statement seal(String content, Result result, List<Boolean> whole, Proved reading) {
        Proved seal = log.seal(Use.of(Statement.SEAL, Actor.system("statement"))
                .stating(Statement.FACT, Statement.hash(content).toBase64())
                .stating("use", reading.number()));
        var heads = new Heads();
        var own = heads.of(seal.log(), seal.index());
        var entry = uses.entry(seal.log(), seal.index())
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

        long last(Result result, int log) {
            return byLog.containsKey(log)
                    ? 0
                    : result.uses().stream()
                            .map(found -> found.use().proved())
                            .filter(proved -> proved.log() == log)
                            .mapToLong(Proved::index)
                            .max()
                            .orElse(0);
        }

        Map<String, String> others(Result result, int own) {
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
