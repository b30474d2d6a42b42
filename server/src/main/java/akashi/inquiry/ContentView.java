package akashi.inquiry;

import akashi.definition.Label;
import akashi.document.RecordContent;
import akashi.document.Wording;
import akashi.operation.Definition;
import akashi.operation.Field;
import java.util.ArrayList;
import java.util.List;

/** What a record says, in the parts of its form, in words of both languages. */
record ContentView(Label document, Label state, List<Part> parts) {
    ContentView {
        parts = List.copyOf(parts);
    }

    /** One part of the form under its heading; fields that say nothing are left out. */
    record Part(Label heading, List<Line> lines) {
        Part {
            lines = List.copyOf(lines);
        }
    }

    /** One field. */
    record Line(String field, Label label, String ja, String en) {
        String text(String lang) {
            return "en".equals(lang) ? en : ja;
        }
    }

    static ContentView of(Definition definition, RecordContent content, Wording wording) {
        var document = definition
                .document(content.documentType())
                .orElseThrow(() -> new IllegalStateException(
                        "A record says it is a " + content.documentType() + ", which its definition does not know"));
        var parts = new ArrayList<Part>();
        for (var group : document.form().groups()) {
            var lines = document.fields().stream()
                    .filter(field -> field.group().equals(group.code()))
                    .flatMap(field -> line(field, content, wording).stream())
                    .toList();
            if (!lines.isEmpty()) {
                parts.add(new Part(group.label(), lines));
            }
        }
        var state = document.state(content.state())
                .map(akashi.operation.State::label)
                .orElse(document.name());
        return new ContentView(document.name(), state, parts);
    }

    private static List<Line> line(Field field, RecordContent content, Wording wording) {
        var ja = wording.line(field, content.values(), "ja");
        return ja.isEmpty()
                ? List.of()
                : List.of(new Line(field.name(), field.label(), ja, wording.line(field, content.values(), "en")));
    }
}
