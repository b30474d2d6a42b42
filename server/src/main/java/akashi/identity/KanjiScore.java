package akashi.identity;

import akashi.writing.Characters;
import akashi.writing.Kana;
import akashi.writing.NameRules;
import akashi.writing.Relation;
import akashi.writing.Rule;

/** Compares two writings character by character by their {@link Relation}. */
final class KanjiScore {
    private static final int SAME = 99;
    private static final int REGISTERED = 96;
    private static final int ITERATION = 97;
    private static final int KANA = 85;
    private static final int LOOK_ALIKE = 55;

    private static final Sim KEPT_SELECTOR = new Sim(LOOK_ALIKE, Grade.WIDE, Rule.ALL_SELECTORS);

    private KanjiScore() {}

    /** Both without selectors, compatibility forms and separators, and not equal. */
    static Sim of(String asked, String recorded) {
        String here = Kana.iterationsWritten(asked);
        String there = Kana.iterationsWritten(recorded);
        if (here.equals(there)) {
            return new Sim(ITERATION, Grade.VARIANT, Rule.ITERATION_MARKS);
        }
        Sim weakest = Sim.SAME;
        int j = 0;
        // behind the last character only a selector that tells characters apart may be left
        for (int i = 0; i < here.length(); ) {
            if (j >= there.length()) {
                return rest(here, i, weakest);
            }
            int a = here.codePointAt(i);
            int b = there.codePointAt(j);
            if (a != b && (NameRules.selector(a) || NameRules.selector(b))) {
                weakest = KEPT_SELECTOR.score() < weakest.score() ? KEPT_SELECTOR : weakest;
                i += NameRules.selector(a) ? Character.charCount(a) : 0;
                j += NameRules.selector(b) ? Character.charCount(b) : 0;
                continue;
            }
            if (a != b) {
                Sim sim = characters(a, b);
                if (!sim.agrees()) {
                    return Sim.DIFFERENT;
                }
                weakest = sim.score() < weakest.score() ? sim : weakest;
            }
            i += Character.charCount(a);
            j += Character.charCount(b);
        }
        return j == there.length() ? weakest : rest(there, j, weakest);
    }

    private static Sim rest(String text, int from, Sim weakest) {
        return NameRules.selector(text.codePointAt(from))
                ? (weakest.score() < KEPT_SELECTOR.score() ? weakest : KEPT_SELECTOR)
                : Sim.DIFFERENT;
    }

    private static Sim characters(int a, int b) {
        Relation relation = Characters.relation(a, b);
        if (relation != null) {
            return switch (relation) {
                case SAME -> new Sim(SAME, Grade.EXACT, Rule.SAME_CHARACTER);
                case REGISTERED -> new Sim(REGISTERED, Grade.VARIANT, Rule.REGISTERED_VARIANTS);
                case LOOK_ALIKE -> new Sim(LOOK_ALIKE, Grade.WIDE, Rule.LOOK_ALIKE_CHARACTERS);
            };
        }
        return kana(a) == kana(b) ? new Sim(KANA, Grade.WIDE, Rule.SMALL_KANA) : Sim.DIFFERENT;
    }

    /** ヶ, ケ and け alike; any other character itself. */
    private static int kana(int c) {
        return c >= 0x3041 && c <= 0x30FA
                ? Kana.large(Kana.katakana(Character.toString(c))).charAt(0)
                : c;
    }
}
