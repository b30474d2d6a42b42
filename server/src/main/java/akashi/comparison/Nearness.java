package akashi.comparison;

import java.util.LinkedHashSet;
import java.util.Set;

/** Whether two readings are one slip apart: a sign changed, left out, added, or two neighbours exchanged. */
final class Nearness {
    private static final int SHORTEST = 3;

    private Nearness() {}

    /** One slip at most, in words long enough that it says something. */
    static boolean near(String one, String other) {
        if (Math.min(one.length(), other.length()) < SHORTEST || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        if (one.length() < other.length()) {
            return near(other, one);
        }
        int i = 0;
        while (i < other.length() && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        if (one.length() > other.length()) {
            return one.substring(i + 1).equals(other.substring(i));
        }
        return i == one.length()
                || one.substring(i + 1).equals(other.substring(i + 1))
                || (i + 1 < one.length()
                        && one.charAt(i) == other.charAt(i + 1)
                        && one.charAt(i + 1) == other.charAt(i)
                        && one.substring(i + 2).equals(other.substring(i + 2)));
    }

    /** The word with one sign left out, each way: two words that are near share one of these or are one of these. */
    static Set<String> shortened(String word) {
        var all = new LinkedHashSet<String>();
        if (word.length() >= SHORTEST) {
            all.add(word);
            for (int i = 0; i < word.length(); i++) {
                all.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        return all;
    }
}
