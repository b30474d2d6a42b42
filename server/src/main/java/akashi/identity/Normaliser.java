package akashi.identity;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns what was written into search keys by named rules ({@code identity.rule.NAME} explains one). Keys of a record
 * and of a question are made by the same calls; the version stands in the answer, and keys stored under another version
 * must be made anew before they are compared.
 *
 * <p>The keys of one thing are distinct by kind and value; of two equal ones the stronger grade stays. So two things
 * match if a key of each has the same kind and value, and the match is as good as the weaker of the two grades. The
 * strongest keys stand first.
 */
public final class Normaliser {
    /** Version of all rules; changes whenever any key can change. */
    public static final String VERSION = "names-1";

    private Normaliser() {}

    /**
     * Keys of a name: kanji, kana and romaji, and wide ones in which kana and romaji meet and family and given names
     * may change places. A name written in kana or in Latin letters only has no kanji key. A few dozen microseconds for
     * the longest name.
     */
    public static List<SearchKey> keys(PersonName name) {
        var keys = new Keys();
        keys.written(name.written());
        if (name.kana() != null) {
            keys.kana(name.kana());
        }
        if (name.romaji() != null) {
            keys.romaji(name.romaji());
        }
        return keys.list();
    }

    /** Keys of one part of a name, whatever it is written in; none where it holds separators only. */
    static List<SearchKey> partKeys(String written) {
        var keys = new Keys();
        keys.written(written);
        return keys.list();
    }

    /** The key of a plate. */
    public static List<SearchKey> keys(Plate plate) {
        return List.of(new SearchKey(KeyKind.PLATE, plate.canonical(), List.of()));
    }

    /** The key of what is left of a plate: never more than a candidate. */
    public static List<SearchKey> keys(PlateNumber number) {
        return List.of(new SearchKey(KeyKind.PLATE_NUMBER, number.serial(), Grade.WIDE, List.of()));
    }

    /** The key of a telephone number. */
    public static List<SearchKey> keys(Phone phone) {
        return List.of(new SearchKey(KeyKind.PHONE, phone.canonical(), List.of()));
    }

    /** The key of a driver licence. */
    public static List<SearchKey> keys(LicenceNumber licence) {
        return List.of(new SearchKey(KeyKind.LICENCE, licence.canonical(), List.of()));
    }

    /** The key of a residence card. */
    public static List<SearchKey> keys(ResidenceCardNumber card) {
        return List.of(new SearchKey(KeyKind.RESIDENCE_CARD, card.canonical(), List.of()));
    }

    /**
     * Keys of a number on a thing: as it is, and a wide one in which O and 0, I and 1 are the same.
     *
     * @param kind CHASSIS, BICYCLE or SERIAL
     */
    public static List<SearchKey> keys(KeyKind kind, Serial serial) {
        if (kind != KeyKind.CHASSIS && kind != KeyKind.BICYCLE && kind != KeyKind.SERIAL) {
            throw new IllegalArgumentException("a serial number is no key of kind " + kind);
        }
        var keys = new Keys();
        keys.add(kind, Grade.EXACT, Trace.of(serial.canonical()));
        keys.add(kind, Grade.WIDE, Trace.of(serial.canonical()).then(Rule.LOOK_ALIKES, _ -> serial.skeleton()));
        return keys.list();
    }

    /** Collects keys, of equal ones the strongest. */
    private static final class Keys {
        private record Id(KeyKind kind, String value) {}

        private final Map<Id, SearchKey> found = new LinkedHashMap<>();

        void written(String written) {
            String text = NameRules.width(written);
            if (Kana.only(text)) {
                kana(written);
            } else if (NameRules.latin(text)) {
                romaji(written);
            } else {
                kanji(written);
            }
        }

        void kanji(String written) {
            var exact = NameRules.kanjiExact(written);
            var variant = NameRules.kanjiVariant(exact);
            add(KeyKind.NAME_KANJI, Grade.EXACT, exact);
            add(KeyKind.NAME_KANJI, Grade.VARIANT, variant);
            add(KeyKind.NAME_KANJI, Grade.WIDE, NameRules.kanjiWide(variant));
        }

        void kana(String kana) {
            var exact = NameRules.kanaExact(kana);
            var variant = NameRules.kanaVariant(exact);
            add(KeyKind.NAME_KANA, Grade.EXACT, exact);
            add(KeyKind.NAME_KANA, Grade.VARIANT, variant);
            add(KeyKind.NAME_KANA, Grade.WIDE, NameRules.kanaWide(variant));
            latin(NameRules.kanaParts(kana));
        }

        void romaji(String romaji) {
            var exact = NameRules.romajiExact(romaji);
            add(KeyKind.NAME_ROMAJI, Grade.EXACT, exact);
            add(KeyKind.NAME_ROMAJI, Grade.VARIANT, exact.then(Rule.ACCENTS, Romaji::withoutAccents));
            latin(NameRules.romajiParts(romaji));
        }

        private void latin(List<Trace> parts) {
            add(KeyKind.NAME_ROMAJI, Grade.WIDE, NameRules.joined(parts, false));
            if (parts.size() > 1) {
                add(KeyKind.NAME_ROMAJI, Grade.WIDE, NameRules.joined(parts, true));
            }
        }

        void add(KeyKind kind, Grade grade, Trace trace) {
            if (trace.text().isBlank()) {
                return;
            }
            var key = new SearchKey(
                    kind,
                    trace.text(),
                    grade,
                    trace.rules().stream().map(Rule::label).toList());
            found.merge(
                    new Id(kind, key.value()),
                    key,
                    (one, other) -> one.grade().weaker(other.grade()) == one.grade() && one.grade() != other.grade()
                            ? other
                            : one);
        }

        List<SearchKey> list() {
            return found.values().stream()
                    .sorted(Comparator.comparing(SearchKey::grade))
                    .toList();
        }
    }
}
