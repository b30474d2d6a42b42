package akashi.identity;

import org.jspecify.annotations.Nullable;

/**
 * A person's name as a document gives it (氏名): as written, its reading in kana (フリガナ) and its spelling in Latin letters
 * (ローマ字). {@code written} is kept with its old forms and variation selectors; whoever holds a PersonName holds cleaned
 * text of at most {@value #MAX_CODE_POINTS} code points a part. Family name and given names are told apart by spaces
 * only, because nothing else is certain.
 */
public record PersonName(
        String written, @Nullable String kana, @Nullable String romaji) {
    /** Longest part of a name; longer input is refused. */
    public static final int MAX_CODE_POINTS = 100;

    public PersonName {
        NameText.require(written, kana, romaji);
    }

    /**
     * Reads a name from a form. {@code written} may itself be kana or Latin letters; {@code kana} and {@code romaji}
     * may be null or blank.
     */
    public static Parsed<PersonName> parse(String written, @Nullable String kana, @Nullable String romaji) {
        return NameText.parse(written, kana, romaji);
    }
}
