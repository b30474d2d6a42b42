package akashi.inquiry;

import akashi.access.ConditionResult;
import akashi.identity.Line;
import akashi.identity.SearchKey;
import akashi.web.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the API gives it. Names of members and of outcomes stay as they are within a version of the API.
 *
 * @param number 証明番号, which addresses everything that follows the answer
 * @param receipt address of the receipt
 * @param repeats number of the answer to the same request given before, null where this is the first
 */
record ApiAnswer(
        String number,
        long index,
        String origin,
        Instant at,
        String receipt,
        @Nullable String repeats,
        Searched searched,
        List<Part> results) {

    /** How it was searched. */
    record Searched(
            String normaliser,
            List<Key> keys,
            List<String> rules,
            boolean wide,
            Instant dataTime,
            @Nullable Integer rebuilt,
            long micros) {}

    /** A key that was compared. */
    record Key(String kind, String value, String grade) {
        static Key of(SearchKey key) {
            return new Key(key.kind().name(), key.value(), key.grade().name());
        }
    }

    /**
     * What one operation answered.
     *
     * @param outcome FOUND, NEEDS_CHOICE, NO_RECORD or REFUSED
     */
    record Part(
            String operation,
            String name,
            String version,
            String owner,
            String outcome,
            List<Found> hits,
            List<Reason> reasons) {}

    /** A hit. {@code hit} is its number within the answer. */
    record Found(
            int hit,
            String number,
            String document,
            String state,
            @Nullable String unit,
            Map<String, String> shown,
            List<Warning> cautions,
            @Nullable LocalDate validUntil,
            boolean unconfirmed,
            boolean confirmationNeeded,
            Instant since,
            List<Met> matches,
            @Nullable Integer score,
            List<Compared> compared) {}

    /** One line of the comparison with the person asked; {@code grade} is null where the two differ. */
    record Compared(String part, @Nullable String grade, String text) {}

    /** A key by which question and record met. */
    record Met(String kind, String grade) {}

    /** A caution with its source and age. */
    record Warning(String code, String text, String severity, String source, LocalDate noted, boolean stale) {}

    /** Why an operation was not asked. */
    record Reason(String rule, String code, String text) {}

    static ApiAnswer of(Answer answer, Messages messages, Locale language) {
        var lang = language.getLanguage();
        var parts = new ArrayList<Part>(answer.findings().size());
        for (var finding : answer.findings()) {
            parts.add(part(finding, messages, language, lang));
        }
        var searched = answer.searched();
        return new ApiAnswer(
                answer.number(),
                answer.proved().index(),
                answer.proved().origin(),
                answer.proved().at(),
                "/api/v1/receipts/" + answer.number(),
                answer.repeats(),
                new Searched(
                        searched.normaliser(),
                        searched.keys().stream().map(Key::of).toList(),
                        searched.rules(),
                        searched.wide(),
                        searched.asOf(),
                        searched.rebuilt(),
                        searched.took().toNanos() / 1000),
                parts);
    }

    /** Conditions not met, in words. */
    static List<Reason> reasons(List<ConditionResult> unmet, Messages messages, Locale language) {
        return unmet.stream()
                .map(one -> new Reason(
                        one.rule(),
                        one.message(),
                        messages.text(language, one.message(), one.args().toArray())))
                .toList();
    }

    private static Part part(Finding finding, Messages messages, Locale language, String lang) {
        var version = finding.operation();
        var hits = new ArrayList<Found>();
        for (var hit : finding.hits()) {
            hits.add(found(hit, messages, language, lang));
        }
        return new Part(
                version.code().value(),
                version.definition().name().in(lang),
                version.hash(),
                version.definition().management().owner().kind().name(),
                finding.word(),
                hits,
                finding instanceof Finding.Refused refused
                        ? reasons(refused.reasons(), messages, language)
                        : List.of());
    }

    private static Found found(Hit hit, Messages messages, Locale language, String lang) {
        var shown = new LinkedHashMap<String, String>();
        hit.shown().forEach(one -> shown.put(one.field(), one.text(lang)));
        var unit = hit.unit();
        var summary = hit.summary();
        return new Found(
                hit.place(),
                summary.number(),
                summary.documentType(),
                summary.state(),
                unit == null ? null : unit.name(language),
                shown,
                hit.cautions().stream().map(one -> warning(one, lang)).toList(),
                summary.validUntil(),
                hit.unconfirmed(),
                hit.confirmationNeeded(),
                summary.since(),
                hit.met().stream()
                        .map(met -> new Met(met.kind().name(), met.grade().name()))
                        .toList(),
                summary.scored() == null ? null : summary.scored().score(),
                hit.explained().stream()
                        .map(line -> compared(line, messages, language))
                        .toList());
    }

    private static Compared compared(Line line, Messages messages, Locale language) {
        return new Compared(
                messages.text(language, line.part()),
                line.grade() == null ? null : line.grade().name(),
                messages.text(language, line.messageKey(), line.args().toArray()));
    }

    private static Warning warning(Hit.Warned warned, String lang) {
        var caution = warned.caution();
        return new Warning(
                caution.code(),
                caution.label().in(lang),
                caution.severity().name(),
                warned.source(),
                warned.noted(),
                warned.stale());
    }

    /** An answer is nobody's business in a log line. */
    @Override
    public String toString() {
        return "ApiAnswer[" + number + "]";
    }
}
