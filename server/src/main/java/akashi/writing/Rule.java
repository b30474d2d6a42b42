package akashi.writing;

import java.util.Locale;

/** The named rules, in the order they run; {@code identity.Normaliser} says which version of them this is. */
public enum Rule {
    /** Compatibility forms and width, Unicode NFKC; spacing voiced marks join their kana. */
    WIDTH,
    /** Variation selectors away, except the few that tell officially different characters apart. */
    VARIATION_SELECTORS,
    /** Spaces, middle dots and hyphens between parts away. */
    SEPARATORS,
    /** Latin letters in one case. */
    CASE,
    /** Hiragana as katakana. */
    KANA_KIND,
    /** 々, ヽ and ヾ written out. */
    ITERATION_MARKS,
    /** One character encoded twice. */
    SAME_CHARACTER,
    /** 髙 as 高: registered variants ({@link Relation#REGISTERED}); in keys, the class that gathers them. */
    REGISTERED_VARIANTS,
    /** ャ as ヤ, ッ as ツ, ヶ as ケ. */
    SMALL_KANA,
    /** ヅ as ズ, ヂ as ジ. */
    ZU_JI,
    /** ヲ as オ, ヰ as イ, ヱ as エ. */
    WO,
    /** ヴァ as バ, ヴ as ブ. */
    VU,
    /** オオ, オウ and オー alike; エエ, エイ and エー alike. */
    LONG_VOWELS,
    /** ガ as カ, パ as ハ. */
    VOICING,
    /** Selectors away that tell officially different characters apart. */
    ALL_SELECTORS,
    /** 斎 as 斉: look-alikes ({@link Relation#LOOK_ALIKE}); in keys, the class that gathers them. */
    LOOK_ALIKE_CHARACTERS,
    /** Accents and macrons away. */
    ACCENTS,
    /** Kana in Latin letters. */
    KANA_TO_ROMAJI,
    /** Passport spelling OH as O. */
    PASSPORT_OH,
    /** Hepburn, Kunrei and passport spellings alike; l as r, v as b. */
    ROMAJI_SPELLING,
    /** Long vowels in Latin letters dropped: ou, oo, uu. */
    ROMAJI_LONG_VOWELS,
    /** Parts of the name in alphabetical order, so that family and given names may change places. */
    NAME_ORDER,
    /** Two parts of a name of three or more, whatever stands between them. */
    MIDDLE_NAMES,
    /** One part of a name by itself. */
    NAME_PART,
    /** One part and the first or last mora of the other, so that one mora may be misheard, missing or doubled. */
    ONE_MORA,
    /** Consonants only, voiced as unvoiced. */
    SKELETON,
    /** The readings of a Korean or Chinese family name alike: ハン and カン for 韓. */
    FOREIGN_READING,
    /** O as 0, I as 1. */
    LOOK_ALIKES,
    /** Q and D as 0, S as 5, B as 8, Z as 2, G as 6; not in keys. */
    WORN_SIGNS,
    /** One sign changed, missing, doubled or exchanged with its neighbour; not in keys. */
    ONE_SIGN,
    /** Only the beginning or the end is known; not in keys. */
    PART_OF_NUMBER,
    /** The place as it stood on plates before 1964; not in keys. */
    OLD_PLACE;

    /** Its name as keys and messages carry it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
