package akashi.identity;

/** What a search key is a key of (検索項目の種類). Keys of different kinds never meet. */
public enum KeyKind {
    NAME_KANJI,
    NAME_KANA,
    NAME_ROMAJI,
    PLATE,
    /** The number of a plate alone; many share it. */
    PLATE_NUMBER,
    CHASSIS,
    LICENCE,
    RESIDENCE_CARD,
    BICYCLE,
    SERIAL,
    PHONE
}
