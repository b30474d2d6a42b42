package akashi.record;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes many documents at once, a few thousand rows a statement, in the caller's transaction. */
@Repository
class LoadSql {
    private static final int ROWS = 2000;

    private final JdbcClient jdbc;

    LoadSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One document ready to be written. */
    record Line(
            Head head, Step step, @Nullable LocalDate happened, String listing, List<KeyRow> keys, String summary) {}

    /** A key with the document it belongs to. */
    private record Keyed(Line line, KeyRow row) {}

    void add(List<Line> lines) {
        for (int from = 0; from < lines.size(); from += ROWS) {
            List<Line> part = lines.subList(from, Math.min(lines.size(), from + ROWS));
            addRecords(part);
            addSteps(part);
            List<Keyed> keys = part.stream()
                    .flatMap(line -> line.keys().stream().map(row -> new Keyed(line, row)))
                    .toList();
            for (int key = 0; key < keys.size(); key += ROWS) {
                addKeys(keys.subList(key, Math.min(keys.size(), key + ROWS)));
            }
        }
    }

    boolean answers(String kind, String value) {
        return jdbc.sql("select exists (select 1 from record_key where value = :value and kind = :kind)")
                .param("value", value)
                .param("kind", kind)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** How many documents a background job has taken over; reads every step there is. */
    int takenBy(String job) {
        return jdbc.sql("select count(*) from record_version where changed_by is null and staff_number = :job")
                .param("job", job)
                .query(Integer.class)
                .single();
    }

    private void addRecords(List<Line> lines) {
        jdbc.sql("""
                insert into record (id, operation, document_type, number, unit, standing, state, sealed, version,
                                    counted_version, changed_at, happened_on, subjects, listing)
                select id, operation, document_type, number, unit, standing, state, false, version,
                       counted, changed_at, happened_on, subjects::text[], listing::jsonb
                  from unnest(:ids::uuid[], :operations::text[], :types::text[], :numbers::text[], :units::uuid[],
                              :standings::text[], :states::text[], :versions::int[], :counted::int[], :at::timestamptz[],
                              :happened::date[], :subjects::text[], :listings::text[])
                    as t (id, operation, document_type, number, unit, standing, state, version, counted, changed_at,
                          happened_on, subjects, listing)
                """)
                .param("ids", texts(lines, line -> line.head().id().value()))
                .param(
                        "operations",
                        texts(lines, line -> line.head().operation().value()))
                .param("types", texts(lines, line -> line.head().documentType()))
                .param("numbers", texts(lines, line -> line.head().number()))
                .param("units", texts(lines, line -> line.head().unit().value()))
                .param("standings", texts(lines, line -> line.head().standing()))
                .param("states", texts(lines, line -> line.head().state()))
                .param("versions", texts(lines, line -> line.head().version()))
                .param("counted", texts(lines, line -> line.head().countedVersion()))
                .param("at", texts(lines, line -> line.head().changedAt()))
                .param("happened", texts(lines, Line::happened))
                .param("subjects", texts(lines, line -> array(line.head().subjects())))
                .param("listings", texts(lines, Line::listing))
                .update();
    }

    private void addSteps(List<Line> lines) {
        jdbc.sql("""
                insert into record_version (record_id, version, act, operation_version, standing, state, counts, content,
                                            changed_at, changed_by, staff_number, post, unit, ending, source_form)
                select record_id, version, act, operation_version, standing, state, counts, content::jsonb,
                       changed_at, changed_by, staff_number, post, unit, ending, source_form
                  from unnest(:records::uuid[], :versions::int[], :acts::text[], :operations::text[], :standings::text[],
                              :states::text[], :counts::boolean[], :contents::text[], :at::timestamptz[], :by::uuid[],
                              :staff::text[], :posts::text[], :units::uuid[], :endings::text[], :sources::text[])
                    as t (record_id, version, act, operation_version, standing, state, counts, content, changed_at,
                          changed_by, staff_number, post, unit, ending, source_form)
                """)
                .param("records", texts(lines, line -> line.step().record().value()))
                .param("versions", texts(lines, line -> line.step().version()))
                .param("acts", texts(lines, line -> line.step().kind()))
                .param("operations", texts(lines, line -> line.step().operationVersion()))
                .param("standings", texts(lines, line -> line.step().standing()))
                .param("states", texts(lines, line -> line.step().state()))
                .param("counts", texts(lines, line -> line.step().counts()))
                .param(
                        "contents",
                        texts(lines, line -> RecordJson.body(line.step().body())))
                .param("at", texts(lines, line -> line.step().at()))
                .param("by", texts(lines, line -> line.step().by().person()))
                .param("staff", texts(lines, line -> line.step().by().staffNumber()))
                .param("posts", texts(lines, line -> line.step().by().post()))
                .param("units", texts(lines, line -> line.step().by().unit().value()))
                .param("endings", texts(lines, line -> line.step().ending()))
                .param("sources", texts(lines, line -> line.step().sourceForm()))
                .update();
    }

    private void addKeys(List<Keyed> keys) {
        jdbc.sql("""
                insert into record_key (value, kind, operation, record_id, document_type, version, valid_from, state, unit,
                                        sealed, birth_from, birth_to, sex, subjects, number, grade, rules, summary)
                select value, kind, operation, record_id, document_type, version, valid_from, state, unit,
                       false, birth_from, birth_to, sex, subjects::text[], number, grade, rules, summary::jsonb
                  from unnest(:values::text[], :kinds::text[], :operations::text[], :records::uuid[], :types::text[],
                              :versions::int[], :from::timestamptz[], :states::text[], :units::uuid[], :birthFrom::date[],
                              :birthTo::date[], :sexes::text[], :subjects::text[], :numbers::text[], :grades::text[],
                              :rules::text[], :summaries::text[])
                    as t (value, kind, operation, record_id, document_type, version, valid_from, state, unit, birth_from,
                          birth_to, sex, subjects, number, grade, rules, summary)
                """)
                .param("values", texts(keys, key -> key.row().key().value()))
                .param("kinds", texts(keys, key -> key.row().key().kind()))
                .param(
                        "operations",
                        texts(keys, key -> key.line().head().operation().value()))
                .param("records", texts(keys, key -> key.line().head().id().value()))
                .param("types", texts(keys, key -> key.line().head().documentType()))
                .param("versions", texts(keys, key -> key.line().head().version()))
                .param("from", texts(keys, key -> key.line().head().changedAt()))
                .param("states", texts(keys, key -> key.line().head().state()))
                .param("units", texts(keys, key -> key.line().head().unit().value()))
                .param("birthFrom", texts(keys, key -> key.row().birthFrom()))
                .param("birthTo", texts(keys, key -> key.row().birthTo()))
                .param("sexes", texts(keys, key -> key.row().sex()))
                .param("subjects", texts(keys, LoadSql::subjects))
                .param("numbers", texts(keys, key -> key.line().head().number()))
                .param("grades", texts(keys, key -> key.row().key().grade()))
                .param(
                        "rules",
                        texts(keys, key -> String.join(",", key.row().key().rules())))
                .param("summaries", texts(keys, key -> key.line().summary()))
                .update();
    }

    private static @Nullable String subjects(Keyed key) {
        return key.row().subjects().isEmpty() ? null : array(key.row().subjects());
    }

    /** Subjects are hexadecimal, so nothing in them needs quoting. */
    private static String array(List<String> hashes) {
        return "{" + String.join(",", hashes) + "}";
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, ? extends @Nullable Object> column) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object value = column.apply(rows.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }
}
