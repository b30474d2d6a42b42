package akashi.intake;

import tools.jackson.databind.json.JsonMapper;

/** How a report lies in its {@code jsonb} column. */
final class ReportJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReportJson() {}

    static String text(ImportReport report) {
        // A character PostgreSQL cannot keep in jsonb; nothing but a broken file carries it.
        return JSON.writeValueAsString(report).replace("\\u0000", "\\ufffd");
    }

    static ImportReport report(String text) {
        return JSON.readValue(text, ImportReport.class);
    }
}
