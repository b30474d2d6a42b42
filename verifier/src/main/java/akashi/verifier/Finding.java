package akashi.verifier;

import java.util.Comparator;

/**
 * Something wrong with an exported log.
 *
 * @param from first index that is, or may be, concerned
 * @param to first index behind; {@code from + 1} where it is known exactly
 * @param about which file, checkpoint or other index; empty where nothing is to be added
 */
record Finding(Fault fault, long from, long to, String about) {
    /** By index; where two start at the same one, the exact one first. */
    static final Comparator<Finding> ORDER = Comparator.comparingLong(Finding::from)
            .thenComparingLong(Finding::to)
            .thenComparing(Finding::fault);

    static Finding at(Fault fault, long index, String about) {
        return new Finding(fault, index, index + 1, about);
    }
}
