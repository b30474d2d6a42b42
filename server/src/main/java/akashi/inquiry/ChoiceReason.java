package akashi.inquiry;

import java.text.Normalizer;

/** Whether somebody who chose among candidates said why. */
final class ChoiceReason {
    static final int LONGEST = 400;
    private static final int SHORTEST = 3;

    private ChoiceReason() {}

    /** Whether these words say nothing: too few letters, or one of them over and over. */
    static boolean empty(String words) {
        var letters = Normalizer.normalize(words, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
        return letters.length < SHORTEST
                || words.length() > LONGEST
                || java.util.Arrays.stream(letters).distinct().count() < 2;
    }
}
