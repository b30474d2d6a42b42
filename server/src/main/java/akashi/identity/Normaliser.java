package akashi.identity;

import akashi.writing.Rule;
import akashi.writing.Trace;
import java.util.List;

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
    public static final String VERSION = "names-2";

    private Normaliser() {}

    /**
     * Keys of a name; a name written in kana or in Latin letters only has no kanji key. What each is for:
     *
     * <ul>
     *   <li>{@link KeyKind#NAME_KANJI} EXACT: the same characters. VARIANT: each character as the class of its
     *       registered variants. WIDE: with look-alikes, and kana within kanji alike. One key where the name has no
     *       variants.
     *   <li>{@link KeyKind#NAME_KANA} EXACT: the same kana. VARIANT: small kana, long vowels, ヅ/ズ, ヲ/オ, ヴ alike. WIDE:
     *       voicing and long vowels away.
     *   <li>{@link KeyKind#NAME_ROMAJI} EXACT, VARIANT (accents) where Latin letters are given. WIDE: kana and every
     *       romaji spelling in one, in the order given, and with the parts sorted so that family and given name may
     *       change places; for names of three parts and more also every two of the first four, so that middle names may
     *       be missing.
     *   <li>{@link KeyKind#NAME_PART} family and given name each by itself, in kanji and in kana: for a mark on
     *       clothing, a name heard in part. VARIANT where the part is the whole name, WIDE where it is a part of a
     *       longer one: a full name that looks for fragments takes keys stored as VARIANT only and never meets its
     *       namesakes.
     *   <li>{@link KeyKind#NAME_NEAR} always WIDE: one part whole with the first or the last syllable of the other
     *       (four keys; a mora misheard, missing, doubled or exchanged in one part leaves one of them as it was), the
     *       readings of a Korean or Chinese family name with the given name, and, for names without kanji, the
     *       consonants.
     * </ul>
     *
     * <p>Where the final grade of two names is wanted, {@link PersonScore} gives it: a class gathers more than belongs
     * together. A few dozen microseconds for the longest name.
     */
    public static List<SearchKey> keys(PersonName name) {
        return NameKeys.of(name);
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
}
