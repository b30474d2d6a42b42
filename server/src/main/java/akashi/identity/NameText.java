package akashi.identity;

import org.jspecify.annotations.Nullable;

/** Reads and guards the parts of a name. */
final class NameText {
    private NameText() {}

    static void require(String written, @Nullable String kana, @Nullable String romaji) {
        if (written.isBlank()) {
            throw new IllegalArgumentException("a name must be written");
        }
    }

    static Parsed<PersonName> parse(String written, @Nullable String kana, @Nullable String romaji) {
        return Parsed.bad("identity.unread");
    }
}
