package akashi.batch;

import akashi.question.InquiryForm;
import akashi.question.Kind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A list as the API takes it. Every part may be missing; what is needed is found by the same reader as on the pages,
 * which numbers the items from 1.
 *
 * @param kind vehicle or person
 * @param version of the request that is changed; nothing where one is asked for anew
 */
record ApiWish(
        @Nullable Integer version,
        @Nullable String kind,
        @Nullable List<@NotNull String> operations,
        @Nullable String purpose,
        @Nullable String caseReference,
        @Nullable String note,
        @Nullable List<@NotNull @Valid Sought> items) {

    /** One thing or person asked for. */
    record Sought(
            @Nullable String plate,
            @Nullable String name,
            @Nullable String kana,
            @Nullable String birth,
            @Nullable String sex) {

        /** As the cells of a line; what the kind has no column for comes after them, where it is one too many. */
        private List<String> cells(Kind kind) {
            var given = new TreeMap<String, String>();
            put(given, InquiryForm.PLATE, plate);
            put(given, InquiryForm.NAME, name);
            put(given, InquiryForm.KANA, kana);
            put(given, InquiryForm.BIRTH, birth);
            put(given, InquiryForm.SEX, sex);
            var cells = new ArrayList<String>();
            for (var field : ListText.fields(kind)) {
                var cell = given.remove(field);
                cells.add(cell == null ? "" : cell);
            }
            cells.addAll(given.values());
            return cells;
        }

        private static void put(Map<String, String> given, String field, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                given.put(field, text.strip());
            }
        }

        /** Who is sought is nobody's business in a log line. */
        @Override
        public String toString() {
            return "Sought";
        }
    }

    /** What stands above the list, as a form. */
    InquiryForm form() {
        var fields = new TreeMap<String, List<String>>();
        put(fields, InquiryForm.KIND, kind);
        put(fields, InquiryForm.PURPOSE, purpose);
        put(fields, InquiryForm.CASE, caseReference);
        put(fields, InquiryForm.NOTE, note);
        if (operations != null) {
            fields.put(InquiryForm.OPERATION, operations);
        }
        return new InquiryForm(fields);
    }

    /** The list itself. */
    ListText.Read list(Kind of) {
        var lines = new ArrayList<Batch.Line>();
        if (items != null) {
            items.forEach(item -> lines.add(new Batch.Line(lines.size() + 1, item.cells(of))));
        }
        return new ListText.Read.Lines(lines);
    }

    private static void put(Map<String, List<String>> fields, String field, @Nullable String text) {
        if (text != null) {
            fields.put(field, List.of(text));
        }
    }

    /** What is asked is nobody's business in a log line. */
    @Override
    public String toString() {
        return "ApiWish";
    }
}
