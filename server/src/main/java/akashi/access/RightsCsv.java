package akashi.access;

import akashi.web.CsvTable;
import akashi.web.Download;
import akashi.web.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The register of rights as a file, one right a line. */
final class RightsCsv {
    private RightsCsv() {}

    static Download of(String name, List<RightsRegister.Row> rows, Messages messages, Locale language) {
        var csv = new CsvTable(Stream.of(
                        "unit",
                        "post",
                        "staff-number",
                        "name",
                        "operation",
                        "act",
                        "scope",
                        "origin",
                        "from",
                        "until",
                        "paper")
                .map(column -> messages.text(language, "access.column." + column))
                .toList());
        for (var row : rows) {
            for (var right : row.rights()) {
                csv.row(List.of(
                        row.unit(),
                        row.post(),
                        row.staffNumber(),
                        row.name(),
                        row.operationName(),
                        messages.text(language, "access.act." + right.act()),
                        messages.text(language, "access.reach." + right.scope()),
                        messages.text(language, "access.origin." + right.origin()),
                        right.from().toString(),
                        right.until() == null ? "" : right.until().toString(),
                        right.paper()));
            }
        }
        return csv.download(name);
    }
}
