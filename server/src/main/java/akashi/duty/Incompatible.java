package akashi.duty;

import java.util.Locale;

/**
 * Two things nobody does at once (兼務禁止).
 *
 * @param one {@code ROLE:code} or {@code POST:class}; {@code other} likewise
 * @param sameUnit whether only for the same unit
 */
record Incompatible(String code, String one, String other, boolean sameUnit, String reasonJa, String reasonEn) {
    String reason(Locale language) {
        return language.getLanguage().equals("ja") ? reasonJa : reasonEn;
    }
}
