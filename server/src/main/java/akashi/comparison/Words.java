package akashi.comparison;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a free text in which names may stand, as runs of one script: in 上着に「ヤナギダ」 the name is ヤナギダ, whatever
 * stands around it.
 */
final class Words {
    private static final int MOST = 80;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;

    private Words() {}

    static List<String> of(String text) {
        var words = new ArrayList<String>();
        var run = new StringBuilder();
        UnicodeScript script = UnicodeScript.UNKNOWN;
        for (int i = 0; i < text.length() && words.size() < MOST; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            UnicodeScript here = script(c, script);
            if (here != script) {
                take(run, words);
                script = here;
            }
            if (here != UnicodeScript.COMMON) {
                run.appendCodePoint(c);
            }
        }
        take(run, words);
        return words.stream().distinct().toList();
    }

    private static UnicodeScript script(int c, UnicodeScript before) {
        if (c == 'ー' || c == 'ｰ') {
            return before;
        }
        return switch (UnicodeScript.of(c)) {
            case HAN -> UnicodeScript.HAN;
            case KATAKANA -> UnicodeScript.KATAKANA;
            case HIRAGANA -> UnicodeScript.HIRAGANA;
            case LATIN -> UnicodeScript.LATIN;
            case INHERITED -> before;
            default -> UnicodeScript.COMMON;
        };
    }

    private static void take(StringBuilder run, List<String> words) {
        int length = run.codePointCount(0, run.length());
        if (length >= SHORTEST && length <= LONGEST) {
            words.add(run.toString());
        }
        run.setLength(0);
    }
}
