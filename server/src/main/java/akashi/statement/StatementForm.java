package akashi.statement;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/** What the page for a statement posts; everything as typed. Rows left empty are left out. */
record StatementForm(List<Row> records, List<Row> keys, String from, String until, String paper) {
    static final int ROWS = 3;

    StatementForm {
        records = List.copyOf(records);
        keys = List.copyOf(keys);
    }

    /** A record by operation and business number, or a key by kind and value. */
    record Row(String kind, String value) {
        boolean blank() {
            return value.isEmpty();
        }
    }

    static StatementForm empty(String from, String until) {
        return new StatementForm(List.of(), List.of(), from, until, "");
    }

    static StatementForm of(HttpServletRequest request) {
        return new StatementForm(
                rows(request, "operation", "number"),
                rows(request, "keyKind", "keyValue"),
                one(request, "from"),
                one(request, "until"),
                one(request, "paper"));
    }

    /** The rows typed, then empty ones, as many as the page has. */
    static List<Row> padded(List<Row> rows) {
        var padded = new ArrayList<>(rows);
        while (padded.size() < ROWS) {
            padded.add(new Row("", ""));
        }
        return padded;
    }

    private static List<Row> rows(HttpServletRequest request, String kind, String value) {
        var kinds = request.getParameterValues(kind);
        var values = request.getParameterValues(value);
        var rows = new ArrayList<Row>();
        if (kinds != null && values != null) {
            for (int n = 0; n < Math.min(ROWS, Math.min(kinds.length, values.length)); n++) {
                var row = new Row(kinds[n].strip(), values[n].strip());
                if (!row.blank()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static String one(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
