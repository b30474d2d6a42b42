package akashi.record;

import akashi.document.KeyRow;
import akashi.document.RecordId;
import akashi.document.SearchKeys;
import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the keys of records as the rules and the definitions in force ask, and takes away what they no longer make. */
@Component
class KeyMaking {
    private final RebuildSql sql;
    private final RecordKeySql keys;
    private final Operations operations;

    KeyMaking(RebuildSql sql, RecordKeySql keys, Operations operations) {
        this.sql = sql;
        this.keys = keys;
        this.operations = operations;
    }

    /** In the transaction that locked the records. */
    void replace(List<RebuildSql.Answering> records) {
        Map<RecordId, List<KeyRow>> before =
                sql.keys(records.stream().map(RebuildSql.Answering::record).toList());
        List<RebuildSql.Owned> gone = new ArrayList<>();
        List<Runnable> adding = new ArrayList<>();
        Map<RebuildSql.Answering, String> summaries = new LinkedHashMap<>();
        for (RebuildSql.Answering record : records) {
            List<KeyRow> old = before.getOrDefault(record.record(), List.of());
            DocumentType type = type(record);
            SearchKeys found = new SearchKeys(type, record.body().values());
            List<KeyRow> made = found.rows();
            old.stream()
                    .filter(row -> !made.contains(row))
                    .forEach(row -> gone.add(new RebuildSql.Owned(record.record(), row)));
            List<KeyRow> added = made.stream().filter(row -> !old.contains(row)).toList();
            if (!added.isEmpty()) {
                adding.add(() -> keys.add(record.record(), record.operation(), record.version(), added));
            }
            if (!record.summed()) {
                summaries.put(record, RecordJson.summary(type, record.body(), found.persons()));
            }
        }
        if (!gone.isEmpty()) {
            sql.withdraw(gone);
        }
        adding.forEach(Runnable::run);
        summaries.forEach(sql::sum);
    }

    private DocumentType type(RebuildSql.Answering record) {
        return operations
                .byCode(record.operation())
                .flatMap(version -> version.definition().document(record.documentType()))
                .or(() -> operations
                        .version(record.definition())
                        .map(OperationVersion::definition)
                        .flatMap(definition -> definition.document(record.documentType())))
                .orElseThrow(() -> new IllegalStateException(
                        "No version of " + record.operation() + " knows documents of type " + record.documentType()));
    }
}
