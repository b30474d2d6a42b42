package akashi.tlog;

import akashi.calendar.JapaneseDates;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** Times as entries write them: hundredths of a second, with Japan's offset, always 28 characters. */
public final class LeafTime {
    /** Stands in an entry until the sequencer places it. */
    public static final String UNSET = "0000-00-00T00:00:00.00+00:00";

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSxxx").withZone(JapaneseDates.ZONE);

    private LeafTime() {}

    /** The instant in the precision of an entry. */
    public static Instant truncated(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).minusMillis(at.get(ChronoField.MILLI_OF_SECOND) % 10);
    }

    /** The instant as an entry writes it. */
    public static String text(Instant at) {
        return FORMAT.format(at);
    }

    /** The instant an entry writes so. */
    public static Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
