package akashi.inquiry;

import akashi.operation.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Candidates side by side (候補の比較): one column a discriminator, with a mark where the candidates differ. */
record Comparison(List<Column> columns, List<Row> rows) {
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
