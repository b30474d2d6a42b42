package akashi.question;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody typed to ask, by field name, before anything of it is understood. Pages and the API fill the same form,
 * so that both refuse the same things with the same words.
 */
public record InquiryForm(Map<String, List<String>> fields) {
    public static final String KIND = "kind";
    public static final String PLATE = "plate";
    public static final String PLATE_NUMBER = "plateNumber";
    public static final String COLOUR = "colour";
    public static final String CHASSIS = "chassis";
    public static final String NAME = "name";
    public static final String KANA = "kana";
    public static final String ROMAJI = "romaji";
    public static final String BIRTH = "birth";
    public static final String SEX = "sex";
    public static final String FOREIGN = "foreign";
    public static final String LICENCE = "licence";
    public static final String RESIDENCE_CARD = "residenceCard";
    public static final String BICYCLE = "bicycle";
    public static final String SERIAL = "serial";
    public static final String PHONE = "phone";
    public static final String PURPOSE = "purpose";
    public static final String CASE = "caseReference";
    public static final String NOTE = "note";
    public static final String OPERATION = "operation";
    public static final String STAFF = "requesterStaffNumber";
    public static final String CALL_SIGN = "requesterCallSign";
    public static final String CHANNEL = "requesterChannel";
    public static final String CALLED_BACK = "requesterCalledBack";
    public static final String REQUEST = "request";

    public InquiryForm {
        var copy = new TreeMap<String, List<String>>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = Map.copyOf(copy);
    }

    /** A form in which nothing was typed yet. */
    public static InquiryForm empty(Kind kind) {
        return new InquiryForm(Map.of(KIND, List.of(kind.word())));
    }

    /** What was typed into a field, without blanks around it; empty where nothing was. */
    public String text(String field) {
        var values = fields.get(field);
        return values == null || values.isEmpty() ? "" : values.getFirst().strip();
    }

    /** Every value of a field that may come several times. */
    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Whether a box was ticked. */
    public boolean ticked(String field) {
        return !text(field).isEmpty() && !"false".equals(text(field));
    }

    /** The tab; that of vehicles where none or an unknown one is named. */
    public Kind kind() {
        return Kind.of(text(KIND)).orElse(Kind.VEHICLE);
    }

    /** The same with another value in one field. */
    public InquiryForm with(String field, String value) {
        var more = new TreeMap<>(fields);
        more.put(field, List.of(value));
        return new InquiryForm(more);
    }

    /** The same with nothing in one field. */
    InquiryForm without(String field) {
        var less = new TreeMap<>(fields);
        less.remove(field);
        return new InquiryForm(less);
    }

    /** What was typed is nobody's business in a log line. */
    @Override
    public String toString() {
        return "InquiryForm[" + fields.size() + " fields]";
    }
}
