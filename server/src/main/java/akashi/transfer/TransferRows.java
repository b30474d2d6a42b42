package akashi.transfer;

import akashi.access.Asker;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says the rows of a preview in words. */
@Component
class TransferRows {
    private final Organization organization;
    private final Operations operations;

    TransferRows(Organization organization, Operations operations) {
        this.organization = organization;
        this.operations = operations;
    }

    List<TransferRow> of(List<Preview.Row> rows, Locale language) {
        return rows.stream().map(row -> row(row, language)).toList();
    }

    private TransferRow row(Preview.Row row, Locale language) {
        return new TransferRow(
                row,
                row.person().name(language),
                place(row.before(), language),
                place(row.after(), language),
                groups(row.difference().gained(), language),
                groups(row.difference().lost(), language),
                row.difference().kept().stream()
                        .map(office -> place(office, language))
                        .toList());
    }

    private String place(Asker.@Nullable Office office, Locale language) {
        return office == null
                ? "—"
                : organization.roster().fullName(office.unit(), language) + " "
                        + office.post().title(language);
    }

    private List<TransferRow.Group> groups(List<Difference.Reach> reaches, Locale language) {
        var groups = new LinkedHashMap<OperationCode, List<Difference.Reach>>();
        for (var reach : reaches) {
            groups.computeIfAbsent(reach.operation(), _ -> new ArrayList<>()).add(reach);
        }
        return groups.entrySet().stream()
                .map(entry -> new TransferRow.Group(name(entry.getKey(), language), List.copyOf(entry.getValue())))
                .toList();
    }

    private String name(OperationCode code, Locale language) {
        return operations.history(code).stream()
                .findFirst()
                .map(version -> version.definition().name().in(language.getLanguage()))
                .orElse(code.value());
    }
}
