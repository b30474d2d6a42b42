package akashi.organization;

import akashi.usage.Actor;
import akashi.usage.Use;
import akashi.web.Patience;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes units, posts, people, appointments and duty rosters from CSV files with Japanese headers, in UTF-8 or CP932.
 * All files of one import together are applied, or nothing is.
 */
@Service
public class OrganizationImport {
    static final String ACT = "ORGANIZATION_IMPORT";

    private final Changes changes;
    private final ImportSql sql;
    private final Clock clock;
    private final TransactionOperations transaction;

    OrganizationImport(Changes changes, ImportSql sql, Clock clock, TransactionOperations transaction) {
        this.changes = changes;
        this.sql = sql;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What applying these files now would do; changes nothing. */
    public ImportReport preview(List<ImportFile> files) {
        var read = ImportReader.read(files);
        return report(read, changes.plan(read.lines()));
    }

    /**
     * Applies the files and records the use in one transaction, or finds faults and changes nothing. When it returns
     * {@link Applied}, {@link Organization#roster()} of this node shows it. To be called outside a transaction.
     */
    public Outcome apply(List<ImportFile> files, Actor by) {
        return apply(files, Use.of(ACT, by), _ -> {});
    }

    private Outcome apply(List<ImportFile> files, Use use, Consumer<Long> also) {
        var read = ImportReader.read(files);
        if (!read.faults().isEmpty()) {
            return new Refused(report(read, changes.plan(read.lines())));
        }
        var stated = use.stating("lines", Integer.toString(read.lines().size()));
        var applied = Patience.longer(() -> changes.apply(read.lines(), stated, also));
        var report = report(read, applied.plan());
        return applied.done() ? new Applied(report, applied.generation()) : new Refused(report);
    }

    /** Keeps files to be looked at and applied later; gives the number of the import. */
    long keep(List<ImportFile> files, Actor by) {
        var number = transaction.execute(_ -> sql.keep(files, by.staffNumber(), clock.instant()));
        if (number == null) {
            throw new IllegalStateException("the kept import must have a number");
        }
        return number;
    }

    Optional<KeptImport> kept(long number) {
        return sql.find(number);
    }

    List<KeptImport> latest() {
        return sql.latest();
    }

    ImportReport previewKept(long number) {
        return preview(sql.files(number));
    }

    /** What applying it would do; once it was applied, how its files were read. */
    ImportReport reportOf(KeptImport kept) {
        if (kept.appliedAt() == null) {
            return previewKept(kept.number());
        }
        var read = ImportReader.read(sql.files(kept.number()));
        return new ImportReport(read.files(), List.of(), read.repairs(), List.of());
    }

    /** Applies what was kept, once. */
    Outcome applyKept(long number, Use use) {
        return apply(sql.files(number), use.stating("import", Long.toString(number)), generation -> {
            if (!sql.applied(number, generation, use.actor().staffNumber(), clock.instant())) {
                throw new IllegalStateException("import " + number + " was applied already");
            }
        });
    }

    private static ImportReport report(ImportReader.Read read, Planning.Plan plan) {
        var faults = new ArrayList<>(read.faults());
        faults.addAll(plan.faults());
        faults.sort(Comparator.comparing(ImportReport.Fault::file).thenComparingInt(ImportReport.Fault::line));
        return new ImportReport(read.files(), faults, read.repairs(), plan.effects());
    }

    /** How it went. */
    public sealed interface Outcome {
        ImportReport report();
    }

    /** Done; the tables are at this generation. */
    public record Applied(ImportReport report, long generation) implements Outcome {}

    /** Nothing changed; the report has the faults. */
    public record Refused(ImportReport report) implements Outcome {}
}
