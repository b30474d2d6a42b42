package akashi.registration;

import akashi.document.CautionNote;
import akashi.document.Upload;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * What the browser sent: fields as {@code f.<input>}, cautions as {@code caution.<code>} with their source and date,
 * files by field.
 */
record EntryForm(
        UUID request, int version, Map<String, List<String>> typed, Change.Entry entry, String reason, String choice) {
    private static final String FIELD = "f.";
    private static final String CAUTION = "caution.";

    static EntryForm of(HttpServletRequest web, LocalDate today) {
        Map<String, List<String>> inputs = new TreeMap<>();
        Map<String, List<String>> typed = new TreeMap<>();
        web.getParameterMap().forEach((name, values) -> {
            typed.put(name, List.of(values));
            if (name.startsWith(FIELD)) {
                inputs.put(name.substring(FIELD.length()), List.of(values));
            }
        });
        Change.Entry entry = new Change.Entry(inputs, cautions(web, today), files(web), text(web, "sourceForm"));
        return new EntryForm(
                requestId(text(web, "request")),
                number(text(web, "version")),
                typed,
                entry,
                text(web, "reason"),
                text(web, "choice"));
    }

    /**
     * A request id that is not one is a form somebody made by hand: it gets an id of its own and no protection from
     * repeats.
     */
    static UUID requestId(String text) {
        return Optional.of(text)
                .filter(t -> t.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString)
                .orElseGet(UUID::randomUUID);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static String text(HttpServletRequest web, String name) {
        String value = web.getParameter(name);
        return value == null ? "" : value;
    }

    private static List<CautionNote> cautions(HttpServletRequest web, LocalDate today) {
        List<CautionNote> notes = new ArrayList<>();
        for (String code : codes(web)) {
            if (!code.matches("[a-z0-9-]{1,64}")) {
                // no caution of any definition; and the firewall would refuse to be asked for fields named after it
                notes.add(new CautionNote(code, "", today));
                continue;
            }
            String noted = text(web, CAUTION + code + ".noted").strip();
            LocalDate day = noted.isEmpty() ? today : date(noted);
            notes.add(
                    new CautionNote(code, text(web, CAUTION + code + ".source").strip(), day));
        }
        return notes;
    }

    private static List<String> codes(HttpServletRequest web) {
        String[] codes = web.getParameterValues("caution");
        return codes == null ? List.of() : List.of(codes);
    }

    /**
     * {@link LocalDate#MAX} for what is no date; the check of the whole entry says so together with everything else.
     */
    private static LocalDate date(String text) {
        return PartialDate.parse(text) instanceof Parsed.Good<PartialDate>(PartialDate date) && date.complete()
                ? date.from()
                : LocalDate.MAX;
    }

    private static List<Upload> files(HttpServletRequest web) {
        List<Upload> uploads = new ArrayList<>();
        if (web instanceof MultipartHttpServletRequest multipart) {
            multipart.getMultiFileMap().forEach((name, files) -> {
                for (MultipartFile file : files) {
                    if (!file.isEmpty() && name.startsWith(FIELD)) {
                        uploads.add(upload(name.substring(FIELD.length()), file));
                    }
                }
            });
        }
        return uploads;
    }

    private static Upload upload(String field, MultipartFile file) {
        try {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            return new Upload(
                    field,
                    name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1),
                    file.getBytes());
        } catch (IOException gone) {
            throw new UncheckedIOException("Reading a file that was sent", gone);
        }
    }
}
