package akashi.operation;

import akashi.definition.Label;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file from outside becomes documents. The mapping says what may be repaired; the importer lists every repair
 * it makes and loses nothing silently.
 *
 * @param charsets tried in order; the first that decodes the whole file without an error is taken
 * @param constants input name to value, for facts the file itself does not carry
 */
public record ImportMapping(
        String code,
        Label name,
        List<String> charsets,
        List<Column> columns,
        Map<String, String> constants,
        DoubledColumns doubledColumns,
        DoubledRows doubledRows) {
    public ImportMapping {
        charsets = List.copyOf(charsets);
        columns = List.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    /** What to do with a file whose header names the same column twice. */
    public enum DoubledColumns {
        REFUSE,
        /** Equal values count once, a blank is filled from the other; two different values refuse the row. */
        MERGE
    }

    /** What to do with rows that are equal in every column. */
    public enum DoubledRows {
        REFUSE,
        /** Both are kept and reported: two equal lines may be two events. */
        KEEP_AND_REPORT
    }

    /**
     * One column.
     *
     * @param headers the names under which it may come
     * @param target the input it fills: a field, or {@code field.part}
     * @param required whether a file without this column is refused
     * @param unknown texts that mean the fact is not known
     * @param dateFormats patterns of {@link java.time.format.DateTimeFormatter}, tried in order; the first is the
     *     regular one, others are repairs
     * @param pad null where nothing is filled up
     */
    public record Column(
            List<String> headers,
            String target,
            boolean required,
            List<String> unknown,
            List<String> dateFormats,
            @Nullable Pad pad) {
        public Column {
            headers = List.copyOf(headers);
            unknown = List.copyOf(unknown);
            dateFormats = List.copyOf(dateFormats);
        }
    }

    /** Fills a number that lost its leading zeros up to its length; a reported repair. */
    public record Pad(int length, char with) {
        /** The text at full length; longer texts stay as they are. */
        public String fill(String text) {
            return String.valueOf(with).repeat(Math.max(0, length - text.length())) + text;
        }
    }
}
