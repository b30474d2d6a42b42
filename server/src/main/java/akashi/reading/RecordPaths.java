package akashi.reading;

import akashi.operation.OperationCode;
import akashi.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/** Addresses of documents: operation and business number, never an id. */
public final class RecordPaths {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]");

    private RecordPaths() {}

    /** Of a document's own page. */
    public static String of(OperationCode operation, String number) {
        return "/records/" + operation.value() + "/" + UriUtils.encodePathSegment(number, StandardCharsets.UTF_8);
    }

    /** With the purpose, so that the next page need not ask again. */
    static String query(Why why) {
        return "purpose=" + encoded(why.purpose()) + "&case=" + encoded(why.reference()) + "&note="
                + encoded(why.reason());
    }

    static String encoded(String text) {
        return UriUtils.encodeQueryParam(text, StandardCharsets.UTF_8);
    }

    /** A moment typed on a page (Japan's time) or sent to the API (with offset); empty where it is none. */
    public static Optional<Instant> moment(String text) {
        try {
            return text.endsWith("Z") || text.lastIndexOf('+') > 0
                    ? Optional.of(java.time.OffsetDateTime.parse(text).toInstant())
                    : Optional.of(LocalDateTime.parse(text.replace(' ', 'T'), LOCAL)
                            .atZone(akashi.calendar.JapaneseDates.ZONE)
                            .toInstant());
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    /** An operation as an address names it; not found where none can be called so. */
    public static OperationCode code(String text) {
        if (!OperationCode.fits(text)) {
            throw new NotFound();
        }
        return new OperationCode(text);
    }
}
