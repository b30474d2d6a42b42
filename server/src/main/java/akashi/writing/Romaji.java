package akashi.writing;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Latin spellings of Japanese names, folded to one form near Kunrei without long vowels: Ohno, Ono, Oono, Ōno and オオノ
 * all become {@code ono}. The fold is for finding only, it is no transliteration.
 */
public final class Romaji {
    private static final Map<String, String> SYLLABLES = syllables();
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
    private static final Pattern PASSPORT_OH = Pattern.compile("oh(?![aeiou])");

    /** In this order: each works on what the one before it left. */
    private static final List<Change> SPELLINGS = List.of(
            Change.of("cch", "cch", "tch"),
            Change.of("sh", "shi", "si"),
            Change.of("sh", "sh(?=[aueo])", "sy"),
            Change.of("sh", "sh", "s"),
            Change.of("ch", "chi", "ti"),
            Change.of("ch", "ch(?=[aueo])", "ty"),
            Change.of("ch", "ch", "k"),
            Change.of("ts", "tsu", "tu"),
            Change.of("ts", "ts(?=[aieo])", "t"),
            Change.of("dz", "dz", "z"),
            Change.of("y", "jy|zy", "j"),
            Change.of("j", "ji", "zi"),
            Change.of("j", "j(?=[aueo])", "zy"),
            Change.of("j", "j", "z"),
            Change.of("ph", "ph", "h"),
            Change.of("f", "f", "h"),
            Change.of("th", "th", "t"),
            Change.of("v", "v", "b"),
            Change.of("l", "l", "r"),
            Change.of("q", "q", "k"),
            Change.of("c", "c", "k"),
            Change.of("x", "x", "ks"),
            Change.of("wo", "wo", "o"),
            Change.of("ye", "(?<![bcdghkmnprstz])ye", "e"),
            Change.of("m", "m(?=[bmp])", "n"));

    private Romaji() {}

    /** Accents and macrons away. */
    public static String withoutAccents(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe");
    }

    /** OH before a consonant or at the end is a long o (旅券のOH表記). */
    static String withoutPassportOh(String token) {
        return replaced(token, "oh", PASSPORT_OH, "o");
    }

    /**
     * One spelling for Hepburn, Kunrei, Nihon-shiki where it differs from them, and passports; for one part of a name,
     * lower case. Doing it twice changes nothing.
     */
    static String spelling(String token) {
        String t = token;
        for (Change change : SPELLINGS) {
            t = replaced(t, change.sign(), change.from(), change.to());
        }
        return t;
    }

    /** A vowel said twice stands once, and ou as o. */
    public static String withoutLongVowels(String text) {
        StringBuilder out = null;
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean again = before == 'o' ? c == 'o' || c == 'u' : c == before && "aiue".indexOf(c) >= 0;
            if (again && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            } else if (!again && out != null) {
                out.append(c);
            }
            before = again ? before : c;
        }
        return out == null ? text : out.toString();
    }

    /** Folded text with g as k, z as s, d as t, b and p as h. */
    public static String unvoiced(String folded) {
        return folded.replace('g', 'k')
                .replace('z', 's')
                .replace('d', 't')
                .replace('b', 'h')
                .replace('p', 'h');
    }

    /** The consonants of folded text, voiced as unvoiced, each run once, without y. */
    public static String skeleton(String folded) {
        String text = unvoiced(folded);
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean again = out.length() > 0 && out.charAt(out.length() - 1) == c;
            if (c >= 'a' && c <= 'z' && "aiueoy".indexOf(c) < 0 && !again) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Of folded text, what stands before and in its first vowel; the text itself where it has none. */
    public static String firstSyllable(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (vowel(folded.charAt(i))) {
                return folded.substring(0, i + 1);
            }
        }
        return folded;
    }

    /** Of folded text, its last vowel with the consonants before it and what stands behind it. */
    public static String lastSyllable(String folded) {
        int at = folded.length() - 1;
        while (at >= 0 && !vowel(folded.charAt(at))) {
            at--;
        }
        while (at > 0 && !vowel(folded.charAt(at - 1))) {
            at--;
        }
        return folded.substring(Math.max(at, 0));
    }

    private static boolean vowel(char c) {
        return "aiueo".indexOf(c) >= 0;
    }

    /** A change of spelling, looked for only where the sign occurs. */
    private record Change(String sign, Pattern from, String to) {
        static Change of(String sign, String from, String to) {
            return new Change(sign, Pattern.compile(from), to);
        }
    }

    private static String replaced(String text, String sign, Pattern from, String to) {
        return text.contains(sign) ? from.matcher(text).replaceAll(to) : text;
    }

    /** Katakana in the folded spelling; what is no kana is left out. */
    static String ofKana(String katakana) {
        var out = new StringBuilder(katakana.length() * 2);
        boolean stop = false;
        for (int i = 0; i < katakana.length(); ) {
            String two = katakana.substring(i, Math.min(i + 2, katakana.length()));
            String one = katakana.substring(i, i + 1);
            String syllable = SYLLABLES.get(two);
            i += syllable == null ? 1 : 2;
            if (syllable == null) {
                syllable = SYLLABLES.getOrDefault(one, "");
            }
            if (one.equals("ッ")) {
                stop = true;
                continue;
            }
            if (stop && !syllable.isEmpty() && "aiueon".indexOf(syllable.charAt(0)) < 0) {
                out.append(syllable.charAt(0));
            }
            stop = false;
            out.append(syllable);
        }
        return out.toString();
    }

    private static Map<String, String> syllables() {
        var map = new HashMap<String, String>();
        rows(map, "アイウエオ", "");
        rows(map, "カキクケコ", "k");
        rows(map, "サシスセソ", "s");
        rows(map, "タチツテト", "t");
        rows(map, "ナニヌネノ", "n");
        rows(map, "ハヒフヘホ", "h");
        rows(map, "マミムメモ", "m");
        rows(map, "ラリルレロ", "r");
        rows(map, "ガギグゲゴ", "g");
        rows(map, "ザジズゼゾ", "z");
        rows(map, "ダヂヅデド", "d");
        rows(map, "バビブベボ", "b");
        rows(map, "パピプペポ", "p");
        pairs(
                map,
                "ヂ zi ヅ zu ヤ ya ユ yu ヨ yo ワ wa ヲ o ヰ i ヱ e ン n ヴ bu ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ヮ wa ヵ ka ヶ ke");
        for (String row : "キk シs チt ニn ヒh ミm リr ギg ジz ヂz ビb ピp".split(" ", -1)) {
            String kana = row.substring(0, 1);
            String consonant = row.substring(1);
            map.put(kana + "ャ", consonant + "ya");
            map.put(kana + "ュ", consonant + "yu");
            map.put(kana + "ョ", consonant + "yo");
        }
        pairs(map, "シェ sye チェ tye ジェ zye ヂェ zye ティ ti ディ di トゥ tu ドゥ du テュ tyu デュ dyu ツァ ta ツィ ti ツェ te ツォ to");
        pairs(map, "ファ ha フィ hi フェ he フォ ho フュ hyu ヴァ ba ヴィ bi ヴェ be ヴォ bo ヴュ byu ウィ wi ウェ we ウォ o イェ e");
        pairs(map, "クァ kwa クヮ kwa クィ kwi クェ kwe クォ ko グァ gwa グヮ gwa スィ si ズィ zi");
        return Map.copyOf(map);
    }

    private static void rows(Map<String, String> map, String row, String consonant) {
        for (int i = 0; i < 5; i++) {
            map.put(row.substring(i, i + 1), consonant + "aiueo".charAt(i));
        }
    }

    private static void pairs(Map<String, String> map, String list) {
        String[] words = list.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i], words[i + 1]);
        }
    }
}
