package akashi.comparison;

import akashi.identity.KeyKind;
import akashi.identity.LicenceNumber;
import akashi.identity.Normaliser;
import akashi.identity.Parsed;
import akashi.identity.Phone;
import akashi.identity.Plate;
import akashi.identity.ResidenceCardNumber;
import akashi.identity.SearchKey;
import akashi.identity.Serial;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import java.util.List;
import java.util.function.Function;

/** The keys of a number that names one thing or person; none where it cannot be understood. */
final class Numbers {
    private Numbers() {}

    static List<SearchKey> keys(DocumentType type, Field field, String text) {
        if (text.isEmpty() || text.equals(Field.UNKNOWN)) {
            return List.of();
        }
        return switch (field.type()) {
            case SERIAL -> keys(Serial.parse(text), serial -> serial(type, field, serial));
            case PLATE -> keys(Plate.parse(text), Normaliser::keys);
            case LICENCE_NUMBER -> keys(LicenceNumber.parse(text), Normaliser::keys);
            case RESIDENCE_CARD_NUMBER -> keys(ResidenceCardNumber.parse(text), Normaliser::keys);
            case PHONE -> keys(Phone.parse(text), Normaliser::keys);
            case TEXT, PERSON, DATE, ARTICLE, PLACE, CHOICE, NUMBER, PHOTO, FILE -> List.of();
        };
    }

    /** Which number of a thing it is stands in the definition's search keys. */
    private static List<SearchKey> serial(DocumentType type, Field field, Serial serial) {
        return type.search().keys().stream()
                .filter(key -> key.field().equals(field.name()))
                .flatMap(key -> key.kinds().stream())
                .filter(kind -> kind == KeyKind.SERIAL || kind == KeyKind.BICYCLE || kind == KeyKind.CHASSIS)
                .flatMap(kind -> Normaliser.keys(kind, serial).stream())
                .toList();
    }

    private static <T> List<SearchKey> keys(Parsed<T> parsed, Function<T, List<SearchKey>> keys) {
        return switch (parsed) {
            case Parsed.Good<T>(T value) -> keys.apply(value);
            case Parsed.Bad<T> _ -> List.of();
        };
    }
}
