package akashi.transfer;

import akashi.web.CsvTable;
import akashi.web.Download;
import akashi.web.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What everybody gains and loses as a file. */
record TransferCsv(Messages messages, Locale language) {
    Download of(List<TransferRow> rows, String name) {
        var csv = new CsvTable(
                Stream.of("line", "staff-number", "name", "day", "before", "after", "acting", "gained", "lost", "kept")
                        .map(column -> messages.text(language, "transfer.column." + column))
                        .toList());
        for (var row : rows) {
            var difference = row.row().difference();
            csv.row(List.of(
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
        return csv.download(name);
    }

    private String list(List<TransferRow.Group> groups, List<String> acts) {
        var rights = groups.stream()
                .flatMap(group -> group.reaches().stream()
                        .map(reach -> group.operation() + " " + messages.text(language, "access.act." + reach.act())
                                + " " + messages.text(language, "access.reach." + reach.scope())));
        var house = acts.stream().map(act -> messages.text(language, "usage.act." + act));
        return Stream.concat(rights, house).collect(Collectors.joining("; "));
    }
}
