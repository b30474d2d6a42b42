package akashi.document;

import akashi.definition.CodeList;
import akashi.definition.Widget;
import akashi.identity.LicenceNumber;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.identity.Phone;
import akashi.identity.Plate;
import akashi.identity.ResidenceCardNumber;
import akashi.identity.Serial;
import akashi.operation.Field;
import akashi.operation.Operations;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one text as the type of its field asks: its canonical form, or what is wrong with it. Never guesses. */
final class FieldReading {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{6}");

    private final Operations operations;
    private final LocalDate today;

    FieldReading(Operations operations, LocalDate today) {
        this.operations = operations;
        this.today = today;
    }

    /** Reads the text of a plain field; composite fields are read part by part through {@link #part}. */
    Parsed<String> plain(Field field, String typed) {
        String text = typed.strip();
        if (Field.saysUnknown(text) && field.unknownAllowed()) {
            return Parsed.good(Field.UNKNOWN);
        }
        return switch (field.type()) {
            case TEXT -> words(field, text);
            case DATE -> date(field, text);
            case PLATE -> read(Plate.parse(text), Plate::canonical);
            case LICENCE_NUMBER -> read(LicenceNumber.parse(text), LicenceNumber::canonical);
            case RESIDENCE_CARD_NUMBER -> read(ResidenceCardNumber.parse(text), ResidenceCardNumber::canonical);
            case SERIAL -> read(Serial.parse(text), Serial::written);
            case PHONE -> read(Phone.parse(text), Phone::canonical);
            case CHOICE -> code(field, text);
            case NUMBER -> number(field, text);
            case PHOTO, FILE -> Parsed.good(text);
            case PERSON, ARTICLE, PLACE ->
                throw new IllegalStateException("A field of type " + field.type() + " is read by its parts");
        };
    }

    /** Reads one part of an article or a place. */
    Parsed<String> part(Field field, String part, String typed) {
        String text = typed.strip();
        if (Field.saysUnknown(text) && field.unknownAllowed()) {
            return Parsed.good(Field.UNKNOWN);
        }
        return switch (part) {
            case "kind" -> code(field, text);
            case "municipalityCode" -> municipality(text);
            default -> words(field, text);
        };
    }

    private static <T> Parsed<String> read(Parsed<T> parsed, Function<T, String> canonical) {
        return switch (parsed) {
            case Parsed.Good<T>(T value) -> Parsed.good(canonical.apply(value));
            case Parsed.Bad<T>(String messageKey, List<Object> args) -> new Parsed.Bad<>(messageKey, args);
        };
    }

    /**
     * Free text: any script and emoji; no control characters, no marks that turn the direction of what follows, no
     * unassigned ones.
     */
    static Parsed<String> words(Field field, String typed) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n');
        int length = text.codePointCount(0, text.length());
        if (length > field.maxLength()) {
            return Parsed.bad("record.fault.too-long", field.maxLength(), length);
        }
        boolean lines = field.widget() == Widget.PARAGRAPH;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (!(lines && (point == '\n' || point == '\t')) && !DocumentCheck.writable(point)) {
                return Parsed.bad("record.fault.character", String.format("U+%04X", point), position(text, at));
            }
            at += Character.charCount(point);
        }
        return Parsed.good(text);
    }

    private static int position(String text, int at) {
        return text.codePointCount(0, at) + 1;
    }

    private Parsed<String> date(Field field, String text) {
        return switch (PartialDate.parse(text)) {
            case Parsed.Bad<PartialDate>(String messageKey, List<Object> args) -> new Parsed.Bad<>(messageKey, args);
            case Parsed.Good<PartialDate>(PartialDate date) -> {
                if (!date.complete() && !field.limits().partial()) {
                    yield Parsed.bad("record.fault.partial");
                }
                if (!field.limits().future() && date.from().isAfter(today)) {
                    yield Parsed.bad("record.fault.future");
                }
                yield Parsed.good(date.canonical());
            }
        };
    }

    private Parsed<String> code(Field field, String text) {
        CodeList list = operations.codeList(field.list()
                .orElseThrow(() -> new IllegalStateException("Field " + field.name() + " must name a code list")));
        return list.entry(text).isPresent() ? Parsed.good(text) : Parsed.bad("record.fault.choice");
    }

    private static Parsed<String> number(Field field, String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(",", "");
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            return Parsed.bad("record.fault.number");
        }
        long value = Long.parseLong(text);
        Long min = field.limits().min();
        Long max = field.limits().max();
        if (min != null && value < min) {
            return Parsed.bad("record.fault.too-small", min);
        }
        if (max != null && value > max) {
            return Parsed.bad("record.fault.too-large", max);
        }
        return Parsed.good(Long.toString(value));
    }

    /** 全国地方公共団体コード: five digits and a check digit (昭和43年自治省通知, modulus 11 with weights 6 to 2). */
    static Parsed<String> municipality(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        if (!MUNICIPALITY.matcher(text).matches()) {
            return Parsed.bad("record.fault.municipality");
        }
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += (text.charAt(i) - '0') * (6 - i);
        }
        int check = (11 - sum % 11) % 10;
        return text.charAt(5) - '0' == check ? Parsed.good(text) : Parsed.bad("record.fault.municipality-check");
    }
}
