package akashi.record;

import akashi.document.KeyDigest;
import akashi.document.KeyMatch;
import akashi.document.KeyRow;
import akashi.document.RecordSummary;
import akashi.document.RecordedPerson;
import akashi.identity.PartialDate;
import akashi.identity.Person;
import akashi.identity.PersonScore;
import akashi.identity.Scored;
import akashi.identity.SearchKey;
import akashi.operation.DocumentType;
import akashi.operation.Operations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares what keys brought up with the question (候補の照合): a key says candidate, the comparison says how good a one.
 */
@Component
class Candidates {
    private final Operations operations;

    Candidates(Operations operations) {
        this.operations = operations;
    }

    /** What of the rows may be shown to be what was asked, best first. */
    List<RecordSummary> compared(Lookup lookup, List<RecordKeySql.Found> shown) {
        Map<Long, SearchKey> asked = new HashMap<>();
        lookup.keys().forEach(key -> KeyDigest.asked(key).forEach(digest -> asked.put(digest, key)));
        Person person = lookup.person();
        PersonScore score = person == null ? null : new PersonScore(person);
        return shown.stream()
                .filter(row -> lookup.operations().contains(row.operation()))
                .map(row -> summary(row, asked, person, score))
                .filter(summary -> score == null || fits(summary))
                .sorted(Comparator.comparingInt(Candidates::order)
                        .thenComparing(RecordSummary::since, Comparator.reverseOrder())
                        .thenComparing(summary -> summary.id().value()))
                .toList();
    }

    /** Best first: by the score where a person was asked, by the grade of the key otherwise. */
    private static int order(RecordSummary summary) {
        Scored scored = summary.scored();
        return scored == null ? KeyRow.stored(summary.matches().getFirst().grade()) : Scored.FULL - scored.score();
    }

    /**
     * Whether what was found by a name is the person asked, as far as the operation's threshold says. What was found by
     * a number stays, whatever the name: the difference is shown.
     */
    private boolean fits(RecordSummary summary) {
        if (summary.matches().stream().anyMatch(match -> !match.kind().isName())) {
            return true;
        }
        Scored scored = summary.scored();
        return scored != null && scored.grade() != null && scored.score() >= threshold(summary);
    }

    private int threshold(RecordSummary summary) {
        return operations
                .byCode(summary.operation())
                .flatMap(version -> version.definition().document(summary.documentType()))
                .map(type -> type.search().threshold())
                .orElse(DocumentType.Search.THRESHOLD);
    }

    /** The best of those the record names who are not clearly somebody else. */
    private static @Nullable Scored scored(
            @Nullable Person asked, @Nullable PersonScore score, List<RecordedPerson> persons) {
        return asked == null || score == null
                ? null
                : RecordedPerson.grouped(persons).stream()
                        .filter(person -> !contradicts(asked, person))
                        .map(score::against)
                        .max(Comparator.comparingInt(Scored::score))
                        .orElse(null);
    }

    /**
     * Whether birth date or sex tell two people apart. Month and day may be exchanged, as foreign papers have them; a
     * sex that differs tells them apart unless they were born on the same known day: then one of the two may be a slip.
     */
    private static boolean contradicts(Person asked, Person recorded) {
        PartialDate birth = asked.birth();
        PartialDate theirs = recorded.birth();
        if (birth != null
                && theirs != null
                && !birth.overlaps(theirs)
                && birth.swapped().filter(theirs::overlaps).isEmpty()) {
            return true;
        }
        boolean sameDay = birth != null && birth.complete() && birth.equals(theirs);
        return asked.sex() != null && recorded.sex() != null && !asked.sex().equals(recorded.sex()) && !sameDay;
    }

    private static RecordSummary summary(
            RecordKeySql.Found row, Map<Long, SearchKey> asked, @Nullable Person person, @Nullable PersonScore score) {
        RecordJson.Summary summary = RecordJson.summary(row.summary());
        List<KeyMatch> matches = new ArrayList<>();
        for (RecordKeySql.Met met : row.met()) {
            SearchKey key = asked.get(met.digest());
            if (key != null) {
                matches.add(new KeyMatch(key.kind(), key.value(), met.grade()));
            }
        }
        matches.sort(Comparator.comparing(KeyMatch::grade));
        return new RecordSummary(
                row.record(),
                row.operation(),
                row.documentType(),
                row.number(),
                row.unit(),
                row.state(),
                row.version(),
                row.since(),
                summary.fields(),
                summary.cautions(),
                summary.validUntil(),
                summary.persons(),
                scored(person, score, summary.persons()),
                matches);
    }
}
