package akashi.operation;

import akashi.calendar.JapaneseDates;
import akashi.definition.CodeList;
import akashi.definition.Label;
import akashi.definition.Word;
import akashi.web.CsvTable;
import akashi.web.Download;
import akashi.web.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The register's tables as CSV, in the reader's language. */
final class OperationCsv {
    private final Messages messages;
    private final Locale language;
    private final CsvTable table;

    private OperationCsv(Messages messages, Locale language, String... columns) {
        this.messages = messages;
        this.language = language;
        this.table = new CsvTable(List.of(columns).stream().map(this::text).toList());
    }

    static Download operations(List<OperationsPage.Row> rows, Messages messages, Locale language) {
        var csv = new OperationCsv(
                messages,
                language,
                "name",
                "code",
                "section",
                "basis",
                "owner",
                "standing",
                "ground",
                "since",
                "hours",
                "version");
        for (var row : rows) {
            var definition = row.definition();
            var management = definition.management();
            csv.table.row(List.of(
                    csv.in(definition.name()),
                    definition.code().value(),
                    row.section().isEmpty() ? management.section() : row.section(),
                    management.basis().stream().map(csv::in).collect(Collectors.joining("\n")),
                    csv.word("owner", management.owner().kind()),
                    csv.word("standing", management.owner().standing()),
                    csv.word("ground", row.version().ground()),
                    JapaneseDates.format(row.version().groundDate(), language),
                    csv.hours(definition.service().hours()),
                    row.version().hash()));
        }
        return csv.table.download("operations.csv");
    }

    static Download fields(OperationVersion version, Messages messages, Locale language) {
        var csv = new OperationCsv(
                messages, language, "document", "field", "type", "required", "search", "shown", "list");
        for (var document : version.definition().documents()) {
            for (var field : document.fields()) {
                csv.table.row(List.of(
                        csv.in(document.name()),
                        csv.in(field.label()),
                        csv.word("type", field.type()),
                        csv.need(field),
                        OperationPage.keys(document, field).stream()
                                .map(kind -> csv.word("key", kind))
                                .collect(Collectors.joining("\n")),
                        csv.text(
                                document.search().existence().contains(field.name())
                                        ? "shown.existence"
                                        : "shown.content"),
                        field.list().map(CodeList.Ref::toString).orElse("")));
            }
        }
        return csv.table.download("operation-" + version.code() + "-fields.csv");
    }

    static Download codes(CodeList list, Messages messages, Locale language) {
        var csv = new OperationCsv(messages, language, "code", "word.ja", "word.en", "aliases");
        for (var entry : list.entries()) {
            csv.table.row(
                    List.of(entry.code(), entry.label().ja(), entry.label().en(), String.join("\n", entry.aliases())));
        }
        return csv.table.download("codes-" + list.ref() + ".csv");
    }

    private String need(Field field) {
        if (field.rule().required()) {
            return text("required");
        }
        if (field.stage() == Field.Stage.END) {
            return text("required.end");
        }
        return field.rule().requiredWhen().isEmpty() ? "" : text("required.when");
    }

    private String hours(Definition.Hours hours) {
        var from = hours.from();
        var to = hours.to();
        return from == null || to == null
                ? text("hours.always")
                : text("hours.bounded", from.toString(), to.toString());
    }

    private String in(Label label) {
        return label.in(language.getLanguage());
    }

    private String word(String kind, Enum<?> constant) {
        return text(kind + "." + Word.of(constant));
    }

    private String text(String key, Object... args) {
        return messages.text(language, "operation." + key, args);
    }
}
