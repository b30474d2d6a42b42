package akashi.review;

import akashi.definition.Fault;
import akashi.operation.Comparison;
import akashi.operation.Draft;
import akashi.operation.OperationVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the program says about a proposal: its faults, how it differs, whether it is minor, what the review finds, what
 * the golden questions answer.
 *
 * @param draft null where the proposal brings no definition, or a faulty one
 * @param before the version in force, or the one to be taken up again; null for a new operation
 * @param importance whether it is specially important, by the rules; null where there is no definition
 */
public record Study(
        @Nullable Draft draft,
        @Nullable OperationVersion before,
        List<Fault> faults,
        Comparison comparison,
        @Nullable MinorChange minor,
        @Nullable Importance importance,
        List<Finding> findings,
        List<Golden.Compared> golden) {
    public Study {
        faults = List.copyOf(faults);
        findings = List.copyOf(findings);
        golden = List.copyOf(golden);
    }

    public List<Finding> blocking() {
        return findings.stream()
                .filter(finding -> finding.level() == Finding.Level.BLOCK)
                .toList();
    }

    /** The golden questions whose answer changes: each must be signed off. */
    public List<Golden.Compared> changed() {
        return golden.stream().filter(Golden.Compared::changed).toList();
    }

    /** Whether the rules hold it for specially important. */
    public boolean important() {
        return importance != null && importance.important();
    }

    /** Whether what is written is no definition. */
    public boolean faulty() {
        return !faults.isEmpty();
    }
}
