package akashi.verifier;

import java.util.List;
import java.util.Map;

/**
 * What checking a whole log came to.
 *
 * @param size entries the export's checkpoint covers
 * @param entries entries that were hashed
 * @param checkpoints checkpoints of the export that were compared
 * @param outside checkpoints kept outside that were compared
 * @param withPrivateParts whether private parts were exported
 * @param elsewhere private parts of other logs that entries of this one say were erased, by origin
 * @param witnesses the trusted witnesses, and what they signed
 * @param quorum entries under the last checkpoint that as many witnesses cosigned as are asked for
 * @param findings what is wrong, by index; none if all holds
 */
record LogVerdict(
        String origin,
        long size,
        long entries,
        long checkpoints,
        long outside,
        boolean withPrivateParts,
        PrivateTally privateParts,
        Map<String, Long> elsewhere,
        Map<String, Signatures.Witnessed> witnesses,
        long quorum,
        List<Finding> findings) {
    LogVerdict {
        elsewhere = Map.copyOf(elsewhere);
        witnesses = Map.copyOf(witnesses);
        findings = findings.stream().sorted(Finding.ORDER).toList();
    }
}
