package akashi.matching;

import akashi.comparison.Comparison;
import akashi.web.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Two records that may be about the same person or thing, as the API gives them. Names of members and states stay as
 * they are within a version of the API.
 *
 * @param compared part by part, in words; null where the asker may not read both
 * @param proof number of the entry about this look
 */
record ApiMatch(
        long pair,
        String state,
        int version,
        String strength,
        String origin,
        Instant since,
        Side first,
        Side second,
        @Nullable List<Compared> compared,
        List<Said> said,
        May may,
        String proof) {

    /**
     * One of the two records: only what is compared and what tells candidates apart.
     *
     * @param readable whether the asker may read it; there are no fields where not
     * @param ended whether what the asker may read has ended
     */
    record Side(
            String operation,
            String document,
            String name,
            String number,
            String unit,
            boolean readable,
            boolean ended,
            List<Field> fields) {
        static Side of(SideView view, Locale language) {
            var lang = language.getLanguage();
            return new Side(
                    view.kind().operation().value(),
                    view.kind().document(),
                    view.document().in(lang),
                    view.number(),
                    view.unit(),
                    view.readable(),
                    view.over(),
                    view.lines().stream()
                            .map(line -> new Field(line.field(), line.label().in(lang), line.text(lang)))
                            .toList());
        }

        /** What a record says is nobody's business in a log line. */
        @Override
        public String toString() {
            return "Side";
        }
    }

    /** One field in words. */
    record Field(String field, String label, String text) {}

    /** One part of the comparison: how the two relate, and what each says. */
    record Compared(String part, String relation, String text, String first, String second) {
        static Compared of(Comparison.Line line, Messages messages, Locale language) {
            return new Compared(
                    messages.text(language, line.part()),
                    line.word().name(),
                    messages.text(language, line.how()),
                    Comparison.Line.say(line.here(), language),
                    Comparison.Line.say(line.there(), language));
        }
    }

    /** One thing said about the pair. */
    record Said(String word, String reason, Instant at, String by) {}

    /** What the asker may do with it; who proposed it does not say that the two are the same. */
    record May(boolean judge, boolean undo, boolean own) {}

    /** What waits, what was judged lately, and what was registered after an inquiry. */
    record Queue(List<Later> later, List<Row> waiting, List<Row> judged, String proof) {}

    /** A pair without what its records say. */
    record Row(
            long pair,
            String state,
            int version,
            String strength,
            String origin,
            Instant since,
            Reference first,
            Reference second) {
        static Row of(Pair pair, SideView first, SideView second, Locale language) {
            return new Row(
                    pair.seq(),
                    pair.state().name(),
                    pair.version(),
                    Comparison.strength(pair.score()).name(),
                    pair.origin().name(),
                    pair.at(),
                    Reference.of(first, language),
                    Reference.of(second, language));
        }
    }

    /** Which record it is; in the queue, what came after an inquiry is named by its document only. */
    record Reference(
            String operation,
            String document,
            String name,
            @Nullable String number,
            @Nullable String unit) {
        static Reference kind(SideView view, Locale language) {
            return new Reference(
                    view.kind().operation().value(),
                    view.kind().document(),
                    view.document().in(language.getLanguage()),
                    null,
                    null);
        }

        static Reference of(SideView view, Locale language) {
            return new Reference(
                    view.kind().operation().value(),
                    view.kind().document(),
                    view.document().in(language.getLanguage()),
                    view.number(),
                    view.unit());
        }
    }

    /**
     * A record that began to answer after somebody of the unit had asked for it; never what was asked.
     *
     * @param inquiry number of the inquiry
     * @param by who asked
     * @param notedAt when somebody of the unit took note of it, or null
     */
    record Later(
            long hit,
            String inquiry,
            Instant askedAt,
            String by,
            Instant foundAt,
            @Nullable Instant notedAt,
            Reference record) {
        static Later of(DelayedHit hit, Reference record) {
            return new Later(hit.seq(), hit.inquiry(), hit.askedAt(), hit.staff(), hit.foundAt(), hit.seenAt(), record);
        }
    }

    /** The same on its own, with the number of the entry about the look. */
    record LaterProved(Later later, String proof) {}

    static ApiMatch of(Handling.Looked looked, SideView first, SideView second, Messages messages, Locale language) {
        var pair = looked.pair();
        var comparison = looked.comparison();
        return new ApiMatch(
                pair.seq(),
                pair.state().name(),
                pair.version(),
                Comparison.strength(pair.score()).name(),
                pair.origin().name(),
                pair.at(),
                Side.of(first, language),
                Side.of(second, language),
                comparison == null
                        ? null
                        : comparison.lines().stream()
                                .map(line -> Compared.of(line, messages, language))
                                .toList(),
                looked.said().stream()
                        .map(said -> new Said(said.word().name(), said.reason(), said.at(), said.staff()))
                        .toList(),
                new May(looked.may().judge(), looked.may().undo(), looked.may().own()),
                looked.proof().number());
    }

    /** What two records say is nobody's business in a log line. */
    @Override
    public String toString() {
        return "ApiMatch[" + pair + "]";
    }
}
