package akashi.identity;

import java.util.Locale;

/** The named rules of version {@value Normaliser#VERSION}, in the order they run. */
enum Rule {
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
    /** 髙 as 高 ({@link OldForms}). */
    OLD_FORMS,
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
    /** O as 0, I as 1. */
    LOOK_ALIKES;

    /** Its name as keys and messages carry it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
