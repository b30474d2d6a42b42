package akashi.document;

import akashi.definition.FieldType;
import akashi.identity.KeyKind;
import akashi.identity.LicenceNumber;
import akashi.identity.Normaliser;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.identity.PersonName;
import akashi.identity.Phone;
import akashi.identity.Plate;
import akashi.identity.PlateNumber;
import akashi.identity.ResidenceCardNumber;
import akashi.identity.SearchKey;
import akashi.identity.Serial;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a document is found by: search keys, persons and subjects, made from what it says as its definition asks. Each
 * name is read and normalised once, however much is asked. For one thread.
 */
public final class SearchKeys {
    private final DocumentType type;
    private final Values values;
    private final Map<PersonName, List<SearchKey>> known = new HashMap<>();
    private final Map<Place, List<PersonName>> read = new HashMap<>();

    /** One of several texts of a field. */
    private record Place(String field, int number) {}

    /** Reads nothing yet; what is asked is read when it is asked. */
    public SearchKeys(DocumentType type, Values values) {
        this.type = type;
        this.values = values;
    }

    /** Every key once; where two fields give the same key, the first one's narrowing stands. */
    public List<KeyRow> rows() {
        Map<Long, KeyRow> rows = new LinkedHashMap<>();
        for (DocumentType.Key source : type.search().keys()) {
            Field field = field(source);
            Integer narrow = narrow(source);
            for (int place = 0; place < places(field); place++) {
                for (SearchKey key : keys(field, source.kinds(), place)) {
                    KeyRow row = KeyRow.of(key, narrow);
                    rows.putIfAbsent(row.digest(), row);
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private @Nullable Integer narrow(DocumentType.Key source) {
        String colour = choice(source.colour());
        if (colour != null) {
            return KeyDigest.colour(colour);
        }
        PartialDate birth = date(values, source.birth());
        return birth != null && birth.complete() ? (int) birth.from().toEpochDay() : null;
    }

    /** The persons by whom the document is found. */
    public List<RecordedPerson> persons() {
        List<RecordedPerson> persons = new ArrayList<>();
        for (DocumentType.Key source : type.search().keys()) {
            Field field = field(source);
            for (int place = 0; place < places(field); place++) {
                for (PersonName name : names(field, source.kinds(), place)) {
                    RecordedPerson person =
                            new RecordedPerson(name, date(values, source.birth()), choice(source.sex()));
                    if (!persons.contains(person)) {
                        persons.add(person);
                    }
                }
            }
        }
        return List.copyOf(persons);
    }

    /** Who the document is about, made comparable: {@link Subjects}, sorted. */
    public List<String> subjects() {
        return persons().stream()
                .filter(person -> person.birth() != null && person.birth().complete())
                .flatMap(person -> Subjects.of(normalised(person.name()), person.birth()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The first day of the field lists are ordered and narrowed by: the first date asked at entry. */
    public Optional<PartialDate> happened() {
        return type.search().listing().filters().stream()
                .map(type::field)
                .flatMap(Optional::stream)
                .filter(field -> field.type() == FieldType.DATE)
                .findFirst()
                .flatMap(field -> Optional.ofNullable(date(values, field.name())))
                .filter(date -> date.year() != null);
    }

    private Field field(DocumentType.Key source) {
        return type.field(source.field())
                .orElseThrow(() -> new IllegalStateException("Key field " + source.field() + " must exist"));
    }

    private int places(Field field) {
        return field.decisiveInputs().stream()
                .mapToInt(input -> values.all(input).size())
                .max()
                .orElse(0);
    }

    private List<SearchKey> keys(Field field, Set<KeyKind> kinds, int place) {
        String text = values.at(field.name(), place);
        List<SearchKey> all = switch (field.type()) {
            case PERSON, TEXT ->
                names(field, kinds, place).stream()
                        .flatMap(name -> normalised(name).stream())
                        .toList();
            case PLATE -> good(Plate.parse(text)).map(SearchKeys::plate).orElse(List.of());
            case LICENCE_NUMBER ->
                good(LicenceNumber.parse(text)).map(Normaliser::keys).orElse(List.of());
            case RESIDENCE_CARD_NUMBER ->
                good(ResidenceCardNumber.parse(text)).map(Normaliser::keys).orElse(List.of());
            case PHONE -> good(Phone.parse(text)).map(Normaliser::keys).orElse(List.of());
            case SERIAL -> serial(kinds, text);
            case DATE, ARTICLE, PLACE, CHOICE, NUMBER, PHOTO, FILE -> List.of();
        };
        return text.equals(Field.UNKNOWN)
                ? List.of()
                : all.stream().filter(key -> kinds.contains(key.kind())).toList();
    }

    private List<SearchKey> normalised(PersonName name) {
        return known.computeIfAbsent(name, Normaliser::keys);
    }

    private Optional<PersonName> name(Field field, int place) {
        String written = values.at(field.name() + ".written", place);
        String kana = values.at(field.name() + ".kana", place);
        String romaji = values.at(field.name() + ".romaji", place);
        String leading = !written.isEmpty() ? written : !kana.isEmpty() ? kana : romaji;
        if (leading.isEmpty() || leading.equals(Field.UNKNOWN)) {
            return Optional.empty();
        }
        return good(PersonName.parse(leading, kana.isEmpty() ? null : kana, romaji.isEmpty() ? null : romaji));
    }

    /** The name a field gives, or the words of a text that may be names. */
    private List<PersonName> names(Field field, Set<KeyKind> kinds, int place) {
        return switch (field.type()) {
            case PERSON ->
                read.computeIfAbsent(
                        new Place(field.name(), place),
                        _ -> name(field, place).stream().toList());
            case TEXT -> kinds.stream().anyMatch(KeyKind::isName) ? words(values.at(field.name(), place)) : List.of();
            case DATE,
                    PLATE,
                    LICENCE_NUMBER,
                    RESIDENCE_CARD_NUMBER,
                    SERIAL,
                    ARTICLE,
                    PLACE,
                    PHONE,
                    CHOICE,
                    NUMBER,
                    PHOTO,
                    FILE -> List.of();
        };
    }

    /** Marks on clothing and the like (着衣の記名): every word may be a name, so every word is one. */
    private static List<PersonName> words(String text) {
        List<PersonName> names = new ArrayList<>();
        for (String word : text.split("[\\s\u3000、。，．,・/／「」()（）]+", -1)) {
            if (!word.isEmpty() && word.codePointCount(0, word.length()) <= 40) {
                good(PersonName.parse(word, null, null)).ifPresent(names::add);
            }
        }
        return names;
    }

    private static List<SearchKey> plate(Plate plate) {
        List<SearchKey> keys = new ArrayList<>(Normaliser.keys(plate));
        keys.addAll(Normaliser.keys(new PlateNumber(plate.serial())));
        return keys;
    }

    private static List<SearchKey> serial(Set<KeyKind> kinds, String text) {
        List<SearchKey> keys = new ArrayList<>();
        good(Serial.parse(text)).ifPresent(serial -> kinds.forEach(kind -> keys.addAll(Normaliser.keys(kind, serial))));
        return keys;
    }

    /** The date a field says; null where it says none that can be read. */
    public static @Nullable PartialDate date(Values values, @Nullable String field) {
        if (field == null || values.first(field).isEmpty()) {
            return null;
        }
        return good(PartialDate.parse(values.first(field))).orElse(null);
    }

    private @Nullable String choice(@Nullable String field) {
        String code = field == null ? "" : values.first(field);
        return code.isEmpty() || code.equals(Field.UNKNOWN) ? null : code;
    }

    /** A value that was checked when it was stored, but rules may have become stricter since: then it has no key. */
    private static <T> Optional<T> good(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Good<T>(T value) -> Optional.of(value);
            case Parsed.Bad<T> _ -> Optional.empty();
        };
    }
}
