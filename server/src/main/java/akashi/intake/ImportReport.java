package akashi.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of a file, line by line. Every data line is either made into a document or stands among the faults;
 * everything that was not taken exactly as written stands among the repairs.
 *
 * @param rows data lines that hold anything
 * @param blank lines that hold nothing
 * @param made documents made; {@code rows} where there is no fault, else 0
 * @param doubled lines equal to an earlier one in every column
 */
public record ImportReport(
        String file,
        String encoding,
        int rows,
        int blank,
        int made,
        String firstNumber,
        String lastNumber,
        List<Doubled> doubled,
        List<Repair> repairs,
        List<LineFault> faults) {
    public ImportReport {
        doubled = List.copyOf(doubled);
        repairs = List.copyOf(repairs);
        faults = List.copyOf(faults);
    }

    /** A line that says the same as an earlier one. */
    public record Doubled(long line, long first) {}

    /**
     * A value that was not taken exactly as written.
     *
     * @param rule name of the rule; {@code intake.repair.RULE} explains it
     */
    public record Repair(long line, String column, String rule, String from, String to) {}

    /** Why a line, or the file where {@code line} is 1, cannot be taken. */
    public record LineFault(long line, String column, String messageKey, List<Object> args) {
        public LineFault {
            args = List.copyOf(args);
        }
    }

    /** Number of repairs by rule. */
    public Map<String, Long> repairsByRule() {
        return repairs.stream().collect(Collectors.groupingBy(Repair::rule, TreeMap::new, Collectors.counting()));
    }

    ImportReport with(int documents, String first, String last) {
        return new ImportReport(file, encoding, rows, blank, documents, first, last, doubled, repairs, faults);
    }
}
