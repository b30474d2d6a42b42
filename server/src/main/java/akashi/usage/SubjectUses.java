package akashi.usage;

import akashi.calendar.JapaneseDates;
import akashi.ledger.CanonicalJson;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Who used information about a subject (開示請求への回答): finds the uses by record and by key. Whatever is found is withheld,
 * so that looking is itself a use.
 */
@Service
public class SubjectUses {
    private final SubjectSql sql;

    SubjectUses(SubjectSql sql) {
        this.sql = sql;
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
}
