package akashi.writing;

/** Rules for kana. Every method expects katakana in composed form unless it says otherwise. */
public final class Kana {
    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";
    private static final String VOICED = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ";
    private static final String PLAIN = "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホウ";
    private static final String[] ROWS = {
        "アカサタナハマヤラワガザダバパァャヮ", "イキシチニヒミリギジヂビピィヰ", "ウクスツヌフムユルグズヅブプヴゥュ", "エケセテネヘメレゲゼデベペェヱ", "オコソトノホモヨロヲゴゾドボポォョ"
    };

    private Kana() {}

    /** Hiragana, also ゝ and ゞ, as katakana. */
    public static String katakana(String text) {
        return map(text, c -> (c >= 'ぁ' && c <= 'ゖ') || c == 'ゝ' || c == 'ゞ' ? (char) (c + 0x60) : c);
    }

    /** Katakana as hiragana. */
    public static String hiragana(String text) {
        return map(text, c -> (c >= 'ァ' && c <= 'ヶ') ? (char) (c - 0x60) : c);
    }

    /** ヽ, ヾ and 々 (after whatever stands before it) written out. */
    public static String iterationsWritten(String text) {
        if (text.indexOf('々') < 0 && text.indexOf('ヽ') < 0 && text.indexOf('ヾ') < 0 && text.indexOf('〻') < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        int before = -1;
        for (int c : text.codePoints().toArray()) {
            int now = before < 0 || (before > 0xFFFF && c != '々')
                    ? c
                    : switch (c) {
                        case '々', '〻' -> before;
                        case 'ヽ' -> swap((char) before, VOICED, PLAIN);
                        case 'ヾ' -> swap((char) before, PLAIN, VOICED);
                        default -> c;
                    };
            out.appendCodePoint(now);
            before = now;
        }
        return out.toString();
    }

    /** Small kana as large ones: ャ as ヤ, ッ as ツ, ヶ as ケ. */
    public static String large(String text) {
        return map(text, c -> swap(c, SMALL, LARGE));
    }

    static String plain(String text) {
        return map(text, c -> swap(c, VOICED, PLAIN));
    }

    static String zuJi(String text) {
        return text.replace('ヅ', 'ズ').replace('ヂ', 'ジ');
    }

    static String wo(String text) {
        return text.replace('ヲ', 'オ').replace('ヰ', 'イ').replace('ヱ', 'エ');
    }

    /** ヴ and its family, with small or large vowels, as the バ row. */
    static String vu(String text) {
        if (text.indexOf('ヴ') < 0) {
            return text;
        }
        return text.replace("ヴァ", "バ")
                .replace("ヴア", "バ")
                .replace("ヴィ", "ビ")
                .replace("ヴイ", "ビ")
                .replace("ヴェ", "ベ")
                .replace("ヴエ", "ベ")
                .replace("ヴォ", "ボ")
                .replace("ヴオ", "ボ")
                .replace('ヴ', 'ブ');
    }

    /** A long vowel becomes one ー, however it is written. */
    static String longVowels(String text) {
        var out = new StringBuilder(text.length());
        int row = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (row >= 0 && lengthens(row, c)) {
                if (out.charAt(out.length() - 1) != 'ー') {
                    out.append('ー');
                }
            } else {
                out.append(c);
                row = row(c);
            }
        }
        return out.toString();
    }

    /** Whether the text consists of kana, marks that go with them, and separators only, and holds a kana. */
    public static boolean only(String text) {
        boolean some = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (kana(c)) {
                some = true;
            } else if (c != 'ー' && !NameRules.separator(c)) {
                return false;
            }
        }
        return some;
    }

    private static boolean kana(char c) {
        return (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ヺ') || c == 'ゝ' || c == 'ゞ' || c == 'ヽ' || c == 'ヾ';
    }

    private static boolean lengthens(int row, char c) {
        return switch (c) {
            case 'ー' -> true;
            case 'ア' -> row == 0;
            case 'イ' -> row == 1 || row == 3;
            case 'ウ' -> row == 2 || row == 4;
            case 'エ' -> row == 3;
            case 'オ' -> row == 4;
            default -> false;
        };
    }

    private static int row(char c) {
        for (int i = 0; i < ROWS.length; i++) {
            if (ROWS[i].indexOf(c) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static char swap(char c, String from, String to) {
        int at = from.indexOf(c);
        return at < 0 ? c : to.charAt(at);
    }

    private interface CharChange {
        char of(char c);
    }

    private static String map(String text, CharChange change) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char now = change.of(c);
            if (now != c && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (out != null) {
                out.append(now);
            }
        }
        return out == null ? text : out.toString();
    }
}
