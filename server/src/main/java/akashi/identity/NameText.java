package akashi.identity;

import akashi.writing.Kana;
import akashi.writing.NameRules;
import org.jspecify.annotations.Nullable;

/** Reads and guards the parts of a name. */
final class NameText {
    /** More marks than this on one letter are no name any more. */
    private static final int MOST_MARKS = 4;

    /** A name may grow when compatibility forms are written out, but not beyond this. */
    private static final int MOST_UNFOLDED = 2 * PersonName.MAX_CODE_POINTS;

    private NameText() {}

    static Parsed<PersonName> parse(String written, @Nullable String kana, @Nullable String romaji) {
        return switch (part(written)) {
            case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
            case Parsed.Good<String>(String name) when name.isEmpty() -> Parsed.bad("identity.name.missing");
            case Parsed.Good<String>(String name) -> withKana(name, kana, romaji);
        };
    }

    private static Parsed<PersonName> withKana(String name, @Nullable String kana, @Nullable String romaji) {
        return switch (part(kana == null ? "" : kana)) {
            case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
            case Parsed.Good<String>(String text)
            when !text.isEmpty() && !Kana.only(NameRules.width(text)) -> Parsed.bad("identity.name.kana", text);
            case Parsed.Good<String>(String text) -> withRomaji(name, text, romaji);
        };
    }

    private static Parsed<PersonName> withRomaji(String name, String kana, @Nullable String romaji) {
        return switch (part(romaji == null ? "" : romaji)) {
            case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
            case Parsed.Good<String>(String text)
            when !text.isEmpty() && !NameRules.latin(NameRules.width(text)) -> Parsed.bad("identity.name.romaji", text);
            case Parsed.Good<String>(String text) ->
                Parsed.good(new PersonName(name, kana.isEmpty() ? null : kana, text.isEmpty() ? null : text));
        };
    }

    /** Throws where text did not come through {@link #parse}: a fault of the program, not of the person typing. */
    static void require(String written, @Nullable String kana, @Nullable String romaji) {
        requirePart("written", written);
        if (kana != null) {
            requirePart("kana", kana);
        }
        if (romaji != null) {
            requirePart("romaji", romaji);
        }
    }

    private static void requirePart(String what, String text) {
        switch (part(text)) {
            case Parsed.Bad<String> bad ->
                throw new IllegalArgumentException("a name's " + what + " is no clean text: " + bad.messageKey());
            case Parsed.Good<String>(String clean)
            when clean.isEmpty() || !clean.equals(text) ->
                throw new IllegalArgumentException("a name's " + what + " is empty or was not cleaned");
            case Parsed.Good<String> _ -> {}
        }
    }

    private static Parsed<String> part(String raw) {
        return switch (InputText.read(raw, PersonName.MAX_CODE_POINTS)) {
            case Parsed.Bad<String> bad -> bad;
            case Parsed.Good<String>(String text) -> checked(text);
        };
    }

    private static Parsed<String> checked(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            marks = Character.getType(c) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            if (marks > MOST_MARKS || (marks > 0 && i == 0)) {
                return Parsed.bad("identity.name.marks", InputText.place(text, i));
            }
            if (!allowed(c)) {
                return Parsed.bad(
                        "identity.name.character", Character.toString(c), InputText.code(c), InputText.place(text, i));
            }
            i += Character.charCount(c);
        }
        if (NameRules.width(text).length() > MOST_UNFOLDED) {
            return Parsed.bad("identity.name.unfolds", Integer.toString(PersonName.MAX_CODE_POINTS));
        }
        if (!text.isEmpty()
                && NameRules.withoutSeparators(NameRules.width(text)).isBlank()) {
            return Parsed.bad("identity.name.noLetter", text);
        }
        return Parsed.good(text);
    }

    /**
     * Letters, marks, digits and separators; radicals too, which text taken from PDF files holds instead of the
     * characters.
     */
    private static boolean allowed(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || (c >= 0x2E80 && c <= 0x2FD5)
                || c == 0x309B
                || c == 0x309C
                || NameRules.separator(c);
    }
}
