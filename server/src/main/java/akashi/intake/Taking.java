package akashi.intake;

import akashi.access.Asker;
import akashi.calendar.Ids;
import akashi.document.Values;
import akashi.operation.DocumentType;
import akashi.operation.ImportMapping;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Unit;
import akashi.record.RecordLoader;
import akashi.usage.Use;
import akashi.web.Patience;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a file that may be taken over, and takes it over. */
@Component
class Taking {
    private final IntakeSql sql;
    private final Operations operations;
    private final RecordLoader loader;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Taking(
            IntakeSql sql,
            Operations operations,
            RecordLoader loader,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.operations = operations;
        this.loader = loader;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A permitted request; {@code unit} is the 所属 that registers. */
    record Job(
            OperationVersion version,
            DocumentType type,
            ImportMapping mapping,
            Unit unit,
            Asker asker,
            Imports.Request request,
            Use use) {}

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    ImportOutcome take(Job job) {
        String hash = Imports.sha256(job.request().content());
        var earlier = sql.byHash(job.version().code().value(), hash);
        if (earlier.isPresent()) {
            return new ImportOutcome.Known(earlier.get().number(), earlier.get().takenAt());
        }
        return switch (CsvFile.read(job.request().content())) {
            case CsvFile.Reading.Broken(long line, String messageKey) -> new ImportOutcome.Broken(line, messageKey);
            case CsvFile.Reading.Table(CsvFile file) -> {
                Conversion.Converted converted = new Conversion(job.mapping(), job.type(), operations, loader)
                        .convert(job.request().name(), file);
                yield converted.report().faults().isEmpty()
                        ? written(job, hash, converted)
                        : new ImportOutcome.Faulty(converted.report());
            }
        };
    }

    private ImportOutcome written(Job job, String hash, Conversion.Converted converted) {
        Instant now = now();
        RecordLoader.Author author = new RecordLoader.Author(
                job.asker().personId(),
                job.asker().staffNumber(),
                job.asker().post().code());
        List<RecordLoader.Taken> documents = converted.values().stream()
                .map(values -> taken(job, values, author, now))
                .toList();
        ImportOutcome outcome = Patience.longer(() -> transaction.<ImportOutcome>execute(_ -> {
            List<RecordLoader.Loaded> made = documents.isEmpty()
                    ? List.of()
                    : loader.load(
                            documents, job.use().stating("file", job.mapping().code()));
            ImportReport report = converted
                    .report()
                    .with(
                            made.size(),
                            made.isEmpty() ? "" : made.getFirst().number(),
                            made.isEmpty() ? "" : made.getLast().number());
            long number = sql.add(new IntakeSql.NewEntry(
                    Ids.next(clock),
                    job.version().code().value(),
                    job.type().code(),
                    job.mapping().code(),
                    hash,
                    job.unit().id(),
                    job.asker().personId().value(),
                    now,
                    report));
            return new ImportOutcome.Taken(number, report);
        }));
        return Objects.requireNonNull(outcome);
    }

    private static RecordLoader.Taken taken(Job job, Values values, RecordLoader.Author author, Instant now) {
        return new RecordLoader.Taken(
                job.version(),
                job.type(),
                values,
                List.of(),
                job.unit(),
                author,
                now,
                "",
                null,
                job.type().paper().secondPerson());
    }
}
