package akashi.inquiry;

import akashi.definition.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Candidates side by side (候補の比較): one column a discriminator, with a mark where the candidates differ. Where there are
 * many, what all of them say is said once, so that every line of a candidate tells it apart.
 */
record Comparison(List<Column> columns, List<Row> rows) {
    /** So many can be seen side by side in full. */
    private static final int FEW = 4;

    Comparison {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One discriminator; {@code differs} when the candidates do not all say the same. */
    record Column(Label label, boolean differs) {}

    /** One candidate: its texts in the order of the columns, empty where it says nothing. */
    record Row(Hit hit, List<String> texts) {
        Row {
            texts = List.copyOf(texts);
        }
    }

    /** Whether there are too many to show each in full. */
    boolean many() {
        return rows.size() > FEW;
    }

    /** Whether this column stands once above the candidates, and not in each. */
    boolean once(int column) {
        return many() && !columns.get(column).differs();
    }

    /** What all candidates say in this column. */
    String shared(int column) {
        return rows.getFirst().texts().get(column);
    }

    /** Whether there is anything to say once. */
    boolean sharesAny() {
        return many()
                && (!unitsDiffer()
                        || IntStream.range(0, columns.size())
                                .anyMatch(column ->
                                        once(column) && !shared(column).isEmpty()));
    }

    /** Whether the candidates were not all registered by one unit. */
    boolean unitsDiffer() {
        return rows.stream().map(row -> row.hit().unit()).distinct().count() > 1;
    }

    static Comparison of(List<Hit> hits, String lang) {
        var labels = new LinkedHashMap<String, Label>();
        hits.forEach(hit -> hit.shown().forEach(shown -> labels.putIfAbsent(shown.field(), shown.label())));
        var columns = new ArrayList<Column>();
        labels.forEach((field, label) -> columns.add(new Column(
                label,
                hits.stream().map(hit -> hit.text(field, lang)).distinct().count() > 1)));
        var rows = hits.stream()
                .map(hit -> new Row(
                        hit,
                        labels.keySet().stream()
                                .map(field -> hit.text(field, lang))
                                .toList()))
                .toList();
        return new Comparison(columns, rows);
    }
}
