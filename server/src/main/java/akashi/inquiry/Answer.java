package akashi.inquiry;

import akashi.identity.SearchKey;
import akashi.operation.OperationCode;
import akashi.question.Inquiry;
import akashi.usage.Proved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question (回答): one finding for each operation asked, hits first, refusals last. Whoever holds one
 * holds something that was released; its use is on the ledger.
 *
 * @param proved place of the use on the ledger (証明番号)
 * @param repeats number of the answer to the same request that this one was asked again after, null for a first one
 */
public record Answer(
        Inquiry inquiry,
        Proved proved,
        Searched searched,
        List<Finding> findings,
        @Nullable String repeats) {
    public Answer {
        findings = List.copyOf(findings);
    }

    /**
     * How it was searched, so that a no-record answer can be judged and repeated.
     *
     * @param normaliser version of the rules the keys were made by
     * @param keys the keys compared, with the rules that made them
     * @param wide whether the wide keys were used too
     * @param asOf the instant whose state was searched (データ時点)
     * @param rebuilt hundredths of the records whose keys are of these rules, while they are made anew; null otherwise
     * @param took from the question's arrival to the release
     */
    public record Searched(
            String normaliser,
            List<SearchKey> keys,
            boolean wide,
            Instant asOf,
            @Nullable Integer rebuilt,
            Duration took) {
        public Searched {
            keys = List.copyOf(keys);
        }

        /** Names of the rules that ran, each once, in order. */
        public List<String> rules() {
            return keys.stream().flatMap(key -> key.rules().stream()).distinct().toList();
        }
    }

    /** The number shown to people and used in addresses. */
    public String number() {
        return proved.number();
    }

    /** Whether no operation could be asked at all. */
    public boolean refused() {
        return findings.stream().allMatch(Finding.Refused.class::isInstance);
    }

    /** The refusals, those with the same reasons together. */
    public List<List<Finding.Refused>> refusals() {
        var byReason = new LinkedHashMap<List<Object>, List<Finding.Refused>>();
        for (var finding : findings) {
            if (finding instanceof Finding.Refused refused) {
                var why = List.<Object>of(refused.rule(), refused.version(), refused.reasons());
                byReason.computeIfAbsent(why, _ -> new ArrayList<>()).add(refused);
            }
        }
        return List.copyOf(byReason.values());
    }

    /** Every hit, in the order in which they are numbered. */
    public List<Hit> hits() {
        var hits = new ArrayList<Hit>();
        for (var finding : findings) {
            hits.addAll(finding.hits());
        }
        return hits;
    }

    /** The hit with this number, from 1. */
    public Optional<Hit> hit(int place) {
        return hits().stream().filter(hit -> hit.place() == place).findFirst();
    }

    /** Whether the hit is one of several candidates, among which somebody has to choose. */
    public boolean candidate(Hit hit) {
        return findings.stream()
                .anyMatch(finding ->
                        finding instanceof Finding.NeedsChoice(var _, var _, var hits) && hits.contains(hit));
    }

    /** The finding about an operation. */
    public Optional<Finding> about(OperationCode operation) {
        return findings.stream()
                .filter(finding -> finding.operation().code().equals(operation))
                .findFirst();
    }

    /** What a hit's number says is nobody's business in a log line. */
    @Override
    public String toString() {
        return "Answer[" + number() + "]";
    }
}
