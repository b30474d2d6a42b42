package akashi.identity;

/**
 * How close two writings are that share a key; of two keys that meet, the weaker grade counts. Declared from strong to
 * weak.
 */
public enum Grade {
    /** The same characters; only width, variation selectors, spaces, case or kind of kana differ (同一). */
    EXACT,
    /** A registered or customary other writing of the same thing: old form, small kana, long vowel (異表記). */
    VARIANT,
    /** Could be the same: romaji without long vowels, changed order, O for 0; never enough by itself (広域). */
    WIDE;

    /** The weaker of the two. */
    public Grade weaker(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
