package akashi.access;

import akashi.web.Messages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The register of rights as CSV: UTF-8 with a byte order mark, one right a line, safe to open in a spreadsheet. */
final class RightsCsv {
    private RightsCsv() {}

    static byte[] of(List<RightsRegister.Row> rows, Messages messages, Locale language) {
        var text = new StringBuilder("\uFEFF");
        line(
                text,
                List.of(
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
                        .stream()
                        .map(column -> messages.text(language, "access.column." + column))
                        .toList());
        for (var row : rows) {
            for (var right : row.rights()) {
                line(
                        text,
                        List.of(
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
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(RightsCsv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** Quoted, and never a formula to a spreadsheet. */
    private static String cell(String value) {
        var safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
