package akashi.review;

import akashi.access.Asker;
import akashi.operation.DocumentType;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.PostClass;
import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The golden questions of operations; each change is one transaction with its entry on the log. */
@Component
class GoldenQuestions {
    private final GoldenSql sql;
    private final Operations operations;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GoldenQuestions(
            GoldenSql sql, Operations operations, UsageLog usage, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.operations = operations;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<Golden> of(OperationCode operation) {
        return sql.of(operation);
    }

    /** Keeps a question as its keeper wrote it. */
    void keep(Asker asker, Golden.Asked asked, OperationCode code, Gate.Open open) {
        var golden = Golden.of(code, asked, asker.staffNumber(), clock.instant());
        transaction.executeWithoutResult(_ -> {
            long number = sql.add(golden);
            var _ = usage.record(use("GOLDEN_KEEP", open, code).stating("golden", Long.toString(number)));
        });
    }

    /** Retires a question; nothing where it was retired before. */
    void retire(OperationCode code, long number, Gate.Open open) {
        transaction.executeWithoutResult(_ -> {
            if (sql.retire(code, number, clock.instant())) {
                var _ = usage.record(use("GOLDEN_RETIRE", open, code).stating("golden", Long.toString(number)));
            }
        });
    }

    private static Use use(String act, Gate.Open open, OperationCode code) {
        return Use.of(act, open.actor()).decided(open.ruling()).stating("operation", code.value());
    }

    /** Every document the operation has or had, as its latest version with it names it. */
    List<DocumentType> documents(OperationCode code) {
        var latest = new LinkedHashMap<String, DocumentType>();
        operations.history(code).stream()
                .flatMap(version -> version.definition().documents().stream())
                .forEach(document -> latest.putIfAbsent(document.code(), document));
        return List.copyOf(latest.values());
    }

    /** Whether somebody heads the section that manages the operation, ended or not. */
    boolean keeps(Asker asker, OperationCode code) {
        return operations.latest().stream()
                .filter(version -> version.code().equals(code))
                .anyMatch(version -> asker.charges()
                        .anyMatch(office -> office.post().postClass() == PostClass.SECTION_HEAD
                                && office.unit()
                                        .code()
                                        .equals(version.definition()
                                                .management()
                                                .section())));
    }
}
