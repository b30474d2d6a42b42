package akashi.duty;

import java.util.Locale;

/**
 * A role in a line of command (任命される役割).
 *
 * @param required whether somebody must hold it wherever it reaches
 * @param source rule that makes it
 */
record Role(String code, Line line, String nameJa, String nameEn, Reach reach, boolean required, String source) {
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

    String name(Locale language) {
        return language.getLanguage().equals("ja") ? nameJa : nameEn;
    }

    /** As pairs that exclude each other name it. */
    String tag() {
        return "ROLE:" + code;
    }
}
