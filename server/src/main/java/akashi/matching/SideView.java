package akashi.matching;

import akashi.definition.Label;
import akashi.document.RecordContent;
import akashi.document.Wording;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import akashi.operation.OperationVersion;
import akashi.organization.Organization;
import akashi.organization.UnitId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One record of a pair as pages and the API show it: only what is compared and what tells candidates apart.
 *
 * @param readable whether the viewer may see what it says; the lines are empty where not
 */
record SideView(
        Relations.Kind kind,
        String number,
        Label operation,
        Label document,
        String unit,
        boolean readable,
        boolean over,
        List<Line> lines) {
    SideView {
        lines = List.copyOf(lines);
    }

    /** One field in words. */
    record Line(String field, Label label, String ja, String en) {
        String text(String lang) {
            return "en".equals(lang) ? en : ja;
        }

        /** What a record says is nobody's business in a log line. */
        @Override
        public String toString() {
            return label.en();
        }
    }

    /** Address of the record's own page. */
    String path() {
        return "/records/" + kind.operation().value() + "/" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    }

    /** Makes views of records. */
    @Component
    static class Views {
        private final Relations relations;
        private final Organization organization;
        private final Wording wording;

        Views(Relations relations, Organization organization, Wording wording) {
            this.relations = relations;
            this.organization = organization;
            this.wording = wording;
        }

        /** A side of a pair, with what it says where the viewer may see it. */
        SideView of(Pair.Side side, @Nullable RecordContent content, Locale language) {
            return of(side.kind(), side.number(), side.unit(), content, language);
        }

        /** The record that came after an inquiry, without what it says. */
        SideView of(DelayedHit hit, Locale language) {
            return of(hit.kind(), hit.number(), hit.recordUnit(), null, language);
        }

        private SideView of(
                Relations.Kind kind, String number, UnitId unit, @Nullable RecordContent content, Locale language) {
            var version = relations.version(kind.operation());
            var type = relations.type(kind);
            return new SideView(
                    kind,
                    number,
                    version.map(OperationVersion::definition)
                            .map(definition -> definition.name())
                            .orElse(plain(kind.operation().value())),
                    type.map(DocumentType::name).orElse(plain(kind.document())),
                    organization
                            .roster()
                            .unit(unit)
                            .map(found -> found.name(language))
                            .orElse("—"),
                    content != null,
                    content != null && content.ending() != null,
                    content == null || type.isEmpty() ? List.of() : lines(type.get(), content));
        }

        private List<Line> lines(DocumentType type, RecordContent content) {
            Set<String> names = new LinkedHashSet<>(type.search().discriminators());
            type.matching().parts().values().forEach(names::addAll);
            return type.fields().stream()
                    .filter(field ->
                            names.contains(field.name()) && !field.type().isAttachment())
                    .map(field -> line(field, content))
                    .filter(line -> !line.ja().isEmpty())
                    .toList();
        }

        private Line line(Field field, RecordContent content) {
            return new Line(
                    field.name(),
                    field.label(),
                    wording.line(field, content.values(), "ja"),
                    wording.line(field, content.values(), "en"));
        }

        private static Label plain(String code) {
            return new Label(code, code);
        }
    }
}
