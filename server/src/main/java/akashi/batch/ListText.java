package akashi.batch;

import akashi.csv.CsvRows;
import akashi.question.InquiryForm;
import akashi.question.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A list as it was pasted or sent: one thing a line, its parts divided by commas, or by tabs as a spreadsheet copies
 * them. A first line that names the columns may put them in any order.
 */
final class ListText {
    private static final Map<String, String> HEADINGS = Map.ofEntries(
            Map.entry("ナンバー", InquiryForm.PLATE),
            Map.entry("登録番号", InquiryForm.PLATE),
            Map.entry("車両番号", InquiryForm.PLATE),
            Map.entry("plate", InquiryForm.PLATE),
            Map.entry("氏名", InquiryForm.NAME),
            Map.entry("name", InquiryForm.NAME),
            Map.entry("カナ", InquiryForm.KANA),
            Map.entry("フリガナ", InquiryForm.KANA),
            Map.entry("氏名カナ", InquiryForm.KANA),
            Map.entry("kana", InquiryForm.KANA),
            Map.entry("生年月日", InquiryForm.BIRTH),
            Map.entry("birth", InquiryForm.BIRTH),
            Map.entry("性別", InquiryForm.SEX),
            Map.entry("sex", InquiryForm.SEX));

    private ListText() {}

    /** What the parts of a line are, in the order in which they are kept. */
    static List<String> fields(Kind kind) {
        return kind == Kind.PERSON
                ? List.of(InquiryForm.NAME, InquiryForm.KANA, InquiryForm.BIRTH, InquiryForm.SEX)
                : List.of(InquiryForm.PLATE);
    }

    /** What reading came to. */
    sealed interface Read {
        /** Lines that hold something; cells in the order of the fields, further ones after them. */
        record Lines(List<Batch.Line> lines) implements Read {
            public Lines {
                lines = List.copyOf(lines);
            }
        }

        /** Cannot be read, from this line on. */
        record Broken(int line, String messageKey) implements Read {}
    }

    static Read read(String text, Kind kind) {
        boolean tabs = text.indexOf('\t') >= 0 && text.indexOf(',') < 0;
        return switch (CsvRows.of(text, tabs ? '\t' : ',')) {
            case CsvRows.Broken(long line, var _) -> new Read.Broken((int) line, "batch.fault.quote");
            case CsvRows.Table(var rows) -> new Read.Lines(lines(rows, fields(kind)));
        };
    }

    private static List<Batch.Line> lines(List<CsvRows.Row> rows, List<String> fields) {
        var lines = new ArrayList<Batch.Line>();
        var order = fields;
        boolean first = true;
        for (var row : rows) {
            if (row.blank()) {
                continue;
            }
            var cells = row.cells().stream().map(String::strip).toList();
            var headings = first ? headings(cells, fields) : List.<String>of();
            if (headings.isEmpty()) {
                lines.add(new Batch.Line((int) row.number(), sorted(cells, order, fields)));
            } else {
                order = headings;
            }
            first = false;
        }
        return lines;
    }

    /** The form of a single question that asks what stands in these cells. */
    static InquiryForm form(InquiryForm head, List<String> cells) {
        var form = head;
        var fields = fields(head.kind());
        for (int i = 0; i < fields.size() && i < cells.size(); i++) {
            var cell = fields.get(i).equals(InquiryForm.SEX) ? sex(cells.get(i)) : cells.get(i);
            form = form.with(fields.get(i), cell);
        }
        return form;
    }

    /** The columns a first line names, or nothing where it is a line like any other. */
    private static List<String> headings(List<String> cells, List<String> fields) {
        var named = cells.stream()
                .map(cell -> HEADINGS.getOrDefault(cell.toLowerCase(Locale.ROOT), ""))
                .toList();
        return fields.contains(named.getFirst()) && fields.containsAll(named) ? named : List.of();
    }

    private static List<String> sorted(List<String> cells, List<String> order, List<String> fields) {
        var sorted = new ArrayList<String>();
        for (var field : fields) {
            int at = order.indexOf(field);
            sorted.add(at >= 0 && at < cells.size() ? cells.get(at) : "");
        }
        sorted.addAll(cells.subList(Math.min(order.size(), cells.size()), cells.size()));
        return sorted;
    }

    private static String sex(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "男", "男性", "m" -> "male";
            case "女", "女性", "f" -> "female";
            default -> cell;
        };
    }
}
