package akashi.transfer;

import akashi.web.Download;
import akashi.web.Messages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What everybody gains and loses as a CSV file: UTF-8 with mark, every cell quoted, never a formula. */
record TransferCsv(Messages messages, Locale language) {
    Download of(List<TransferRow> rows, String name) {
        var text = new StringBuilder("\uFEFF");
        line(
                text,
                Stream.of("line", "staff-number", "name", "day", "before", "after", "acting", "gained", "lost", "kept")
                        .map(column -> messages.text(language, "transfer.column." + column))
                        .toList());
        for (var row : rows) {
            var difference = row.row().difference();
            line(
                    text,
                    List.of(
                            Integer.toString(row.row().line()),
                            row.row().person().staffNumber(),
                            row.name(),
                            row.row().day().toString(),
                            row.before(),
                            row.after(),
                            messages.text(language, row.row().acting() ? "transfer.acting" : "transfer.stopped"),
                            list(row.gained(), difference.actsGained()),
                            list(row.lost(), difference.actsLost()),
                            String.join("; ", row.kept())));
        }
        return new Download(name, "text/csv;charset=UTF-8", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String list(List<TransferRow.Group> groups, List<String> acts) {
        var rights = groups.stream()
                .flatMap(group -> group.reaches().stream()
                        .map(reach -> group.operation() + " " + messages.text(language, "access.act." + reach.act())
                                + " " + messages.text(language, "access.reach." + reach.scope())));
        var house = acts.stream().map(act -> messages.text(language, "usage.act." + act));
        return Stream.concat(rights, house).collect(Collectors.joining("; "));
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(TransferCsv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(String value) {
        var safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
