package akashi.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a reason from something typed to get past the field (「.」「あああ」「test」). It finds emptiness, not untruth: whether
 * a reason is true is what review is for.
 */
final class Reasons {
    private static final int FEWEST_CHARACTERS = 3;

    /** Typed by fingers, not by thought; compared after folding. */
    private static final Set<String> EMPTY = Set.of(
            "test",
            "tests",
            "testing",
            "テスト",
            "てすと",
            "テストです",
            "てすとです",
            "dummy",
            "ダミー",
            "sample",
            "なし",
            "無し",
            "ナシ",
            "特になし",
            "とくになし",
            "特に無し",
            "none",
            "nothing",
            "null",
            "asdf",
            "asdfgh",
            "qwerty",
            "qwertyuiop",
            "zxcvbn",
            "hoge",
            "foo",
            "foobar",
            "ほげ",
            "理由",
            "りゆう",
            "目的",
            "必要",
            "必要なため",
            "必要だから",
            "業務",
            "業務のため",
            "仕事",
            "しごと",
            "照会",
            "照会のため",
            "同上",
            "上記",
            "その他",
            "そのた",
            "不明",
            "reason",
            "work",
            "because");

    /** Runs of neighbours on a keyboard or in an alphabet. */
    private static final String RUNS =
            "abcdefghijklmnopqrstuvwxyz 0123456789 あいうえおかきくけこさしすせそ アイウエオカキクケコサシスセソ qwertyuiop asdfghjkl zxcvbnm";

    private Reasons() {}

    /** Whether this says nothing: too short, one thing repeated, a run of neighbours, or a word that is no reason. */
    static boolean junk(String typed) {
        var folded = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return folded.codePointCount(0, folded.length()) < FEWEST_CHARACTERS
                || EMPTY.contains(folded)
                || RUNS.contains(folded)
                || repeats(folded);
    }

    /** Whether the text is one piece of up to half its length, over and over (the last time perhaps cut short). */
    private static boolean repeats(String text) {
        for (var length = 1; length <= text.length() / 2; length++) {
            if (text.regionMatches(length, text, 0, text.length() - length)) {
                return true;
            }
        }
        return false;
    }
}
