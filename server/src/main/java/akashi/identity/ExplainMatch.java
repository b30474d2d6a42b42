package akashi.identity;

import java.util.List;

/** Says in words, part by part, why a record answers a question; nothing here decides anything. */
public final class ExplainMatch {
    private ExplainMatch() {}

    /**
     * One line of the explanation.
     *
     * @param part message key of the part, {@code identity.part.family}
     * @param messageKey message key of the sentence, {@code identity.match.oldForm}
     * @param args what was typed, what is recorded, and what the sentence needs further
     */
    public record Line(String part, Grade grade, String messageKey, List<Object> args) {
        public Line {
            args = List.copyOf(args);
        }
    }

    /** The lines for the keys that meet, best grade first; empty where none meet. */
    public static List<Line> keys(List<SearchKey> typed, List<SearchKey> recorded) {
        if (typed.isEmpty()) {
            return List.of();
        }
        throw new IllegalStateException("matches are not explained yet: " + recorded.size());
    }

    /** The lines for two names whose originals are at hand: family name, given names, reading, romaji. */
    public static List<Line> names(PersonName typed, PersonName recorded) {
        if (typed.equals(recorded)) {
            return List.of();
        }
        throw new IllegalStateException("matches are not explained yet");
    }

    /** The line for two birth dates. */
    public static Line birth(PartialDate typed, PartialDate recorded) {
        if (typed.equals(recorded)) {
            return new Line("identity.part.birth", Grade.EXACT, "identity.match.same", List.of());
        }
        throw new IllegalStateException("matches are not explained yet");
    }
}
