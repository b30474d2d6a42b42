package akashi.identity;

/** What a search key is a key of (検索項目の種類). Keys of different kinds never meet. */
public enum KeyKind {
    NAME_KANJI,
    NAME_KANA,
    NAME_ROMAJI,
    /** One part of a name by itself: for fragments such as marks on clothing. */
    NAME_PART,
    /** Most of a name: for what was misheard, and for readings of foreign names. */
    NAME_NEAR,
    PLATE,
    /** The number of a plate alone; many share it. */
    PLATE_NUMBER,
    CHASSIS,
    LICENCE,
    RESIDENCE_CARD,
    BICYCLE,
    SERIAL,
    PHONE;

    /** Whether it is a key of a person's name. */
    public boolean isName() {
        return switch (this) {
            case NAME_KANJI, NAME_KANA, NAME_ROMAJI, NAME_PART, NAME_NEAR -> true;
            case PLATE, PLATE_NUMBER, CHASSIS, LICENCE, RESIDENCE_CARD, BICYCLE, SERIAL, PHONE -> false;
        };
    }
}
