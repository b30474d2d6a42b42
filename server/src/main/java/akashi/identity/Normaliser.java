package akashi.identity;

import java.util.List;

/**
 * Turns what was written into search keys by named rules. Keys of a record and of a question are made by the same
 * calls; the version stands in the answer, and keys stored under another version must be made anew before they are
 * compared. Distinct by kind and value, strongest grade first.
 */
public final class Normaliser {
    /** Version of all rules; changes whenever any key can change. */
    public static final String VERSION = "names-1";

    private Normaliser() {}

    /** Keys of a name: kanji, kana and romaji, with a wide key in which kana and romaji meet. */
    public static List<SearchKey> keys(PersonName name) {
        return List.of(new SearchKey(KeyKind.NAME_KANJI, name.written(), List.of()));
    }

    /** The key of a plate. */
    public static List<SearchKey> keys(Plate plate) {
        return List.of(new SearchKey(KeyKind.PLATE, plate.canonical(), List.of()));
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
     * Keys of a number on a thing: as it is, and a wide one in which O and 0, I and 1 are the same. {@code kind}:
     * CHASSIS, BICYCLE or SERIAL.
     */
    public static List<SearchKey> keys(KeyKind kind, Serial serial) {
        return List.of(new SearchKey(kind, serial.canonical(), List.of()));
    }
}
