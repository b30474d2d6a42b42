package akashi.question;

import akashi.identity.KeyKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is asked about, one tab of the console each, in the order of the keys 1 to 5. */
@SuppressWarnings("ImmutableEnumChecker") // the set is Set.of
public enum Kind {
    /** 車両. */
    VEHICLE(KeyKind.PLATE, KeyKind.PLATE_NUMBER, KeyKind.CHASSIS),
    /** 人. */
    PERSON(KeyKind.NAME_KANJI, KeyKind.NAME_KANA, KeyKind.NAME_ROMAJI, KeyKind.LICENCE, KeyKind.RESIDENCE_CARD),
    /** 物品. */
    ARTICLE(KeyKind.SERIAL),
    /** 自転車. */
    BICYCLE(KeyKind.BICYCLE, KeyKind.SERIAL),
    /** 電話. */
    PHONE(KeyKind.PHONE);

    private final Set<KeyKind> keys;

    Kind(KeyKind... keys) {
        this.keys = Set.of(keys);
    }

    /** The keys by which such a thing is asked. */
    public Set<KeyKind> keys() {
        return keys;
    }

    /** As it stands in addresses and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this word; empty for any other text. */
    public static Optional<Kind> of(String word) {
        for (var kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
