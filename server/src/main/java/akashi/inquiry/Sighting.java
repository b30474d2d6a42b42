package akashi.inquiry;

import akashi.calendar.JapaneseDates;
import akashi.document.RecordSummary;
import akashi.document.Wording;
import akashi.identity.KeyKind;
import akashi.identity.SearchKey;
import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;
import akashi.organization.Organization;
import akashi.organization.Roster;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Turns what a search found into hits that can be shown: words, units, cautions, and whether the record still holds.
 */
@Component
class Sighting {
    private final Organization organization;
    private final Wording wording;

    Sighting(Organization organization, Wording wording) {
        this.organization = organization;
        this.wording = wording;
    }

    /** The hits of one operation, numbered from {@code first}. */
    List<Hit> hits(
            OperationVersion operation, List<RecordSummary> found, List<SearchKey> asked, int first, Instant now) {
        var roster = organization.roster();
        var today = JapaneseDates.dateOf(now);
        var hits = new ArrayList<Hit>(found.size());
        for (var summary : found) {
            hits.add(hit(operation, summary, asked, first + hits.size(), roster, today));
        }
        return hits;
    }

    private Hit hit(
            OperationVersion operation,
            RecordSummary summary,
            List<SearchKey> asked,
            int place,
            Roster roster,
            LocalDate today) {
        var document = operation
                .definition()
                .document(summary.documentType())
                .orElseThrow(() -> new IllegalStateException(
                        operation.code() + " knows no document " + summary.documentType() + " of a record it keeps"));
        return new Hit(
                place,
                operation,
                summary,
                document,
                roster.unit(summary.unit()).orElse(null),
                summary.lapsed(today),
                warned(operation, summary, today),
                shown(document, summary),
                met(asked, summary));
    }

    /** The weaker of the two sides counts; of several ways in which one kind met, the best. */
    private static List<Hit.Met> met(List<SearchKey> asked, RecordSummary summary) {
        var met = new EnumMap<KeyKind, Hit.Met>(KeyKind.class);
        for (var match : summary.matches()) {
            for (var key : asked) {
                if (key.kind() == match.kind() && key.value().equals(match.value())) {
                    var here = new Hit.Met(match.kind(), key.grade().weaker(match.grade()));
                    met.merge(
                            match.kind(),
                            here,
                            (one, other) -> one.grade().compareTo(other.grade()) <= 0 ? one : other);
                }
            }
        }
        return met.values().stream()
                .sorted(Comparator.comparing(Hit.Met::grade))
                .toList();
    }

    private static List<Hit.Warned> warned(OperationVersion operation, RecordSummary summary, LocalDate today) {
        var warned = new ArrayList<Hit.Warned>();
        for (var note : summary.cautions()) {
            operation
                    .definition()
                    .caution(note.code())
                    .ifPresent(caution -> warned.add(new Hit.Warned(
                            caution, note.source(), note.noted(), caution.isStale(note.noted(), today))));
        }
        warned.sort(Comparator.comparing(one -> one.caution().severity()));
        return warned;
    }

    private List<Hit.Shown> shown(DocumentType document, RecordSummary summary) {
        var names = new LinkedHashSet<>(document.search().existence());
        names.addAll(document.search().discriminators());
        var shown = new ArrayList<Hit.Shown>(names.size());
        for (var name : names) {
            document.field(name).ifPresent(field -> {
                var ja = wording.line(field, summary.fields(), "ja");
                if (!ja.isEmpty()) {
                    shown.add(new Hit.Shown(name, field.label(), ja, wording.line(field, summary.fields(), "en")));
                }
            });
        }
        return shown;
    }
}
