package akashi.writing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Applies the rules to the parts of a name; each step keeps the trace of what changed. */
public final class NameRules {
    /** With {@link #KEPT_SELECTOR} 民一2842号通達 calls these other characters; only these selectors are kept. */
    private static final String KEPT_SELECTORS = "亮紀記";

    private static final int KEPT_SELECTOR = 0xE0102;

    private static final Pattern VOICED_MARK = Pattern.compile("(?<=[\\p{IsHiragana}\\p{IsKatakana}])\u309B");
    private static final Pattern SEMI_VOICED_MARK = Pattern.compile("(?<=[\\p{IsHiragana}\\p{IsKatakana}])\u309C");
    private static final Pattern SELECTORS = Pattern.compile("[\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");
    private static final String BETWEEN_PARTS = " \t\n\u000B\f\r・･·,，.．、=＝゠";

    private NameRules() {}

    /** Same characters, another width: NFKC, with spacing voiced marks joined to their kana first. */
    public static String width(String text) {
        if (inert(text)) {
            return text;
        }
        String joined = text.indexOf('\u309B') < 0 && text.indexOf('\u309C') < 0
                ? text
                : SEMI_VOICED_MARK
                        .matcher(VOICED_MARK.matcher(text).replaceAll("\u3099"))
                        .replaceAll("\u309A");
        return Normalizer.normalize(joined, Normalizer.Form.NFKC);
    }

    /**
     * Whether the text consists of characters on which NFKC has no effect whatever stands beside them; most names do.
     */
    private static boolean inert(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 0x20 && c < 0x7F)
                    || (c >= 0x3041 && c <= 0x3096)
                    || (c >= 0x30A1 && c <= 0x30FE)
                    || (c >= 0x3400 && c <= 0x9FFF)
                    || c == '々';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** What is written, without width, selectors, separators and case: equal texts are the same characters. */
    public static Trace kanjiExact(String written) {
        return Trace.of(written)
                .then(Rule.WIDTH, NameRules::width)
                .then(Rule.VARIATION_SELECTORS, NameRules::withoutSelectors)
                .then(Rule.SEPARATORS, NameRules::withoutSeparators)
                .then(Rule.CASE, text -> text.toLowerCase(Locale.ROOT));
    }

    /** Of an exact writing, every registered variant as the character that stands for its class. */
    public static Trace kanjiVariant(Trace exact) {
        return exact.then(Rule.ITERATION_MARKS, Kana::iterationsWritten)
                .then(Rule.REGISTERED_VARIANTS, Characters::variantClasses);
    }

    /**
     * Look-alike characters meet here only. Kana within kanji (関ヶ原, 関ケ原; 尾の上, 尾ノ上) are no registered variants of each
     * other, so they meet here only too.
     */
    public static Trace kanjiWide(Trace variant) {
        return variant.then(Rule.KANA_KIND, Kana::katakana)
                .then(Rule.SMALL_KANA, Kana::large)
                .then(Rule.ALL_SELECTORS, text -> SELECTORS.matcher(text).replaceAll(""))
                .then(Rule.LOOK_ALIKE_CHARACTERS, Characters::wideClasses);
    }

    /** A reading in kana without width, separators and kind of kana: equal texts are the same signs. */
    public static Trace kanaExact(String kana) {
        return Trace.of(kana)
                .then(Rule.WIDTH, NameRules::width)
                .then(Rule.SEPARATORS, NameRules::withoutSeparators)
                .then(Rule.KANA_KIND, Kana::katakana);
    }

    /** Of an exact reading, spellings of one sound alike. */
    public static Trace kanaVariant(Trace exact) {
        return exact.then(Rule.ITERATION_MARKS, Kana::iterationsWritten)
                .then(Rule.VU, Kana::vu)
                .then(Rule.SMALL_KANA, Kana::large)
                .then(Rule.ZU_JI, Kana::zuJi)
                .then(Rule.WO, Kana::wo)
                .then(Rule.LONG_VOWELS, Kana::longVowels);
    }

    /** Of a variant reading, what is heard alike: long vowels and voicing make no difference. */
    public static Trace kanaWide(Trace variant) {
        return variant.then(Rule.VOICING, Kana::plain).then(Rule.LONG_VOWELS, text -> text.replace("ー", ""));
    }

    /** A name in Latin letters without width, separators and case. */
    public static Trace romajiExact(String romaji) {
        return Trace.of(romaji)
                .then(Rule.WIDTH, NameRules::width)
                .then(Rule.SEPARATORS, NameRules::withoutSeparators)
                .then(Rule.CASE, text -> text.toLowerCase(Locale.ROOT));
    }

    /** Parts of a Latin name, each folded. */
    public static List<Trace> romajiParts(String romaji) {
        return parts(width(romaji).toLowerCase(Locale.ROOT)).stream()
                .map(part -> Trace.of(part)
                        .then(Rule.SEPARATORS, NameRules::withoutSeparators)
                        .then(Rule.ACCENTS, Romaji::withoutAccents)
                        .then(Rule.PASSPORT_OH, Romaji::withoutPassportOh)
                        .then(Rule.ROMAJI_SPELLING, Romaji::spelling))
                .filter(part -> !part.text().isEmpty())
                .toList();
    }

    /** Parts of a name in kana, each in folded Latin letters. */
    public static List<Trace> kanaParts(String kana) {
        return parts(width(kana)).stream()
                .map(part -> Trace.of(Kana.iterationsWritten(Kana.katakana(part)))
                        .then(Rule.KANA_TO_ROMAJI, Romaji::ofKana)
                        .then(Rule.ROMAJI_SPELLING, Romaji::spelling))
                .filter(part -> !part.text().isEmpty())
                .toList();
    }

    /** The parts in one piece, in the order given or, if {@code sorted}, in alphabetical order. */
    public static Trace joined(List<Trace> parts, boolean sorted) {
        var texts = parts.stream().map(part -> Romaji.withoutLongVowels(part.text()));
        String joined = (sorted ? texts.sorted() : texts).collect(Collectors.joining());
        String before = parts.stream().map(Trace::text).collect(Collectors.joining());
        var rules =
                parts.stream().flatMap(part -> part.rules().stream()).distinct().toList();
        var trace = new Trace(sorted ? joined : before, rules)
                .then(Rule.ROMAJI_SPELLING, Romaji::spelling)
                .then(Rule.ROMAJI_LONG_VOWELS, Romaji::withoutLongVowels);
        return sorted ? new Trace(trace.text(), trace.with(Rule.NAME_ORDER)) : trace;
    }

    /** Whether it is a name in Latin letters. */
    public static boolean latin(String text) {
        boolean some = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c)) {
                if (c > 0x7F && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN) {
                    return false;
                }
                some = true;
            }
            i += Character.charCount(c);
        }
        return some;
    }

    /**
     * Parts as separated by spaces, middle dots, commas and double hyphens; a hyphen or apostrophe stays within its
     * part.
     */
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>(3);
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || betweenParts(text.charAt(i))) {
                if (i > from) {
                    parts.add(text.substring(from, i));
                }
                from = i + 1;
            }
        }
        return parts;
    }

    private static boolean betweenParts(char c) {
        return BETWEEN_PARTS.indexOf(c) >= 0 || (c > 0x7F && (Character.isSpaceChar(c) || Character.isWhitespace(c)));
    }

    /** Whether this is a space, a dot, a comma, a hyphen or an apostrophe, as they stand in names. */
    public static boolean separator(int c) {
        return Character.isWhitespace(c) || " 　・･·,.，．、=＝゠-‐‑–—―'’‘`´".indexOf(c) >= 0;
    }

    /** The text without any {@linkplain #separator separator}. */
    public static String withoutSeparators(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (separator(c)) {
                out = out == null ? new StringBuilder(text.length()).append(text, 0, i) : out;
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    private static String withoutSelectors(String text) {
        StringBuilder out = null;
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (selector(c) && !kept(before, c)) {
                out = out == null ? new StringBuilder(text.length()).append(text, 0, i) : out;
            } else if (out != null) {
                out.appendCodePoint(c);
            }
            before = c;
            i += Character.charCount(c);
        }
        return out == null ? text : out.toString();
    }

    private static boolean kept(int before, int selector) {
        return selector == KEPT_SELECTOR && KEPT_SELECTORS.indexOf(before) >= 0;
    }

    /** Whether this is a variation selector. */
    public static boolean selector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180D);
    }
}
