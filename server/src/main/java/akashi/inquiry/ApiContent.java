package akashi.inquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a record says, as the API gives it. */
record ApiContent(
        String number,
        long index,
        String receipt,
        String inquiry,
        String operation,
        String recordNumber,
        String document,
        String state,
        int version,
        Instant heldFrom,
        boolean unconfirmed,
        List<Line> fields) {

    /** One field in words. */
    record Line(String field, String label, String text) {}

    static ApiContent of(ContentAnswer.Shown shown, ContentView view, Locale language) {
        var lang = language.getLanguage();
        var lines = new ArrayList<Line>();
        for (var part : view.parts()) {
            for (var line : part.lines()) {
                lines.add(new Line(line.field(), line.label().in(lang), line.text(lang)));
            }
        }
        var content = shown.content();
        return new ApiContent(
                shown.proved().number(),
                shown.proved().index(),
                "/api/v1/receipts/" + shown.proved().number(),
                shown.answer().number(),
                content.operation().value(),
                content.number(),
                content.documentType(),
                content.state(),
                content.version(),
                content.heldFrom(),
                shown.hit().unconfirmed(),
                lines);
    }

    /** What a record says is nobody's business in a log line. */
    @Override
    public String toString() {
        return "ApiContent[" + number + "]";
    }
}
