package akashi.duty;

import java.util.Locale;

/**
 * A role in a line of command (任命される役割).
 *
 * @param required whether somebody must hold it wherever it reaches
 * @param source rule that makes it
 */
record Role(String code, Line line, Words name, Reach reach, boolean required, Words source) {
    /** The three lines of command, which are not one tree. */
    enum Line {
        SYSTEM,
        SECURITY,
        PRIVACY
    }

    /** For what there is one. */
    enum Reach {
        WHOLE,
        UNIT,
        /** Follows from the definition, which names the managing section. */
        OPERATION
    }

    /** The same in both languages. */
    record Words(String ja, String en) {
        String in(Locale language) {
            return language.getLanguage().equals("ja") ? ja : en;
        }
    }

    String name(Locale language) {
        return name.in(language);
    }

    String source(Locale language) {
        return source.in(language);
    }

    /** As pairs that exclude each other name it. */
    String tag() {
        return "ROLE:" + code;
    }
}
