package akashi.inquiry;

import akashi.question.InquiryForm;
import akashi.question.Kind;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A question as the API takes it. Every part may be missing; what is needed is found by the same reader as on the
 * pages.
 *
 * @param kind vehicle, person, article, bicycle or phone; taken from the keys when it is missing
 * @param wide forces the wide search (a foreign name given orally)
 * @param requestId name of the submit; the same one is answered once
 */
record ApiQuestion(
        @Nullable String kind,
        @Nullable Keys keys,
        @Nullable List<@NotNull String> operations,
        @Nullable String purpose,
        @Nullable String caseReference,
        @Nullable String note,
        @Nullable Requested requester,
        @Nullable Boolean wide,
        @Nullable String requestId) {

    /** What is known. */
    record Keys(
            @Nullable PersonKey person,
            @Nullable String plate,
            @Nullable String plateNumber,
            @Nullable String colour,
            @Nullable String chassis,
            @Nullable String licence,
            @Nullable String residenceCard,
            @Nullable String bicycle,
            @Nullable String serial,
            @Nullable String phone) {}

    /** What is known of a person. */
    record PersonKey(
            @Nullable String name,
            @Nullable String kana,
            @Nullable String romaji,
            @Nullable String birth,
            @Nullable String sex) {}

    /** For whom it is asked. */
    record Requested(
            @Nullable String staffNumber,
            @Nullable String callSign,
            @Nullable String channel,
            @Nullable Boolean calledBack) {}

    /** The same as a form. */
    InquiryForm form() {
        var fields = new TreeMap<String, List<String>>();
        put(fields, InquiryForm.KIND, kind == null ? inferred().word() : kind);
        put(fields, InquiryForm.PURPOSE, purpose);
        put(fields, InquiryForm.CASE, caseReference);
        put(fields, InquiryForm.NOTE, note);
        put(fields, InquiryForm.REQUEST, requestId);
        put(fields, InquiryForm.FOREIGN, Boolean.TRUE.equals(wide) ? "true" : null);
        if (operations != null) {
            fields.put(InquiryForm.OPERATION, operations);
        }
        if (keys != null) {
            keys(fields, keys);
        }
        if (requester != null) {
            put(fields, InquiryForm.STAFF, requester.staffNumber());
            put(fields, InquiryForm.CALL_SIGN, requester.callSign());
            put(fields, InquiryForm.CHANNEL, requester.channel() == null ? "RADIO" : requester.channel());
            put(fields, InquiryForm.CALLED_BACK, Boolean.TRUE.equals(requester.calledBack()) ? "true" : null);
        }
        return new InquiryForm(fields);
    }

    private Kind inferred() {
        if (keys == null || keys.plate() != null || keys.plateNumber() != null) {
            return Kind.VEHICLE;
        }
        if (keys.person() != null || keys.licence() != null || keys.residenceCard() != null) {
            return Kind.PERSON;
        }
        if (keys.bicycle() != null) {
            return Kind.BICYCLE;
        }
        if (keys.serial() != null) {
            return Kind.ARTICLE;
        }
        return keys.phone() != null ? Kind.PHONE : Kind.VEHICLE;
    }

    private static void keys(Map<String, List<String>> fields, Keys keys) {
        put(fields, InquiryForm.PLATE, keys.plate());
        put(fields, InquiryForm.PLATE_NUMBER, keys.plateNumber());
        put(fields, InquiryForm.COLOUR, keys.colour());
        put(fields, InquiryForm.CHASSIS, keys.chassis());
        put(fields, InquiryForm.LICENCE, keys.licence());
        put(fields, InquiryForm.RESIDENCE_CARD, keys.residenceCard());
        put(fields, InquiryForm.BICYCLE, keys.bicycle());
        put(fields, InquiryForm.SERIAL, keys.serial());
        put(fields, InquiryForm.PHONE, keys.phone());
        var person = keys.person();
        if (person != null) {
            put(fields, InquiryForm.NAME, person.name());
            put(fields, InquiryForm.KANA, person.kana());
            put(fields, InquiryForm.ROMAJI, person.romaji());
            put(fields, InquiryForm.BIRTH, person.birth());
            put(fields, InquiryForm.SEX, person.sex());
        }
    }

    private static void put(Map<String, List<String>> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.put(field, List.of(value));
        }
    }

    /** What is asked is nobody's business in a log line. */
    @Override
    public String toString() {
        return "ApiQuestion";
    }
}
