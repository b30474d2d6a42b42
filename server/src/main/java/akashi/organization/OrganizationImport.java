package akashi.organization;

import akashi.usage.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Takes units, posts, people, appointments and duty rosters from CSV files with Japanese headers, in UTF-8 or CP932.
 * All files of one import together are applied, or nothing is.
 */
@Service
public class OrganizationImport {
    OrganizationImport() {}

    /** What applying these files now would do; changes nothing. */
    public ImportReport preview(List<ImportFile> files) {
        throw new IllegalStateException("the import is being built: " + files.size());
    }

    /**
     * Applies the files and records the use in one transaction, or finds faults and changes nothing. When it returns
     * {@link Applied}, {@link Organization#roster()} of this node shows it. To be called outside a transaction.
     */
    public Outcome apply(List<ImportFile> files, Actor by) {
        throw new IllegalStateException("the import is being built: " + files.size() + by.staffNumber());
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
