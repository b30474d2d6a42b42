package akashi.comparison;

import akashi.identity.Grade;
import akashi.identity.KeyKind;
import akashi.identity.Normaliser;
import akashi.identity.Parsed;
import akashi.identity.Person;
import akashi.identity.PersonName;
import akashi.identity.PersonScore;
import akashi.identity.SearchKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What names and single words of them share, by the rules of {@code identity}. The one place from which this module
 * asks how close two names are.
 */
final class NameParts {
    private NameParts() {}

    /** How close two names are; null where there is no reason to take them for the same. */
    static @Nullable Grade grade(PersonName one, PersonName other) {
        return PersonScore.of(Person.of(one, null, null), Person.of(other, null, null))
                .grade();
    }

    /** The same for single words. */
    static @Nullable Grade grade(String one, String other) {
        return parsed(one)
                .flatMap(here -> parsed(other).flatMap(there -> Optional.ofNullable(grade(here, there))))
                .orElse(null);
    }

    /** Whether the readings of two words are one slip apart. */
    static boolean near(String one, String other) {
        return readings(one).anyMatch(a -> readings(other).anyMatch(b -> Nearness.near(a, b)));
    }

    /** The keys of a word alone. */
    static List<SearchKey> keys(String word) {
        return parsed(word).map(Normaliser::keys).orElse(List.of());
    }

    /** A word's readings in kana, as far as it is written in kana. */
    static Stream<String> readings(String word) {
        return keys(word).stream()
                .filter(key -> key.kind() == KeyKind.NAME_KANA && key.grade() != Grade.WIDE)
                .map(SearchKey::value);
    }

    private static Optional<PersonName> parsed(String word) {
        return switch (PersonName.parse(word, null, null)) {
            case Parsed.Good<PersonName>(PersonName name) -> Optional.of(name);
            case Parsed.Bad<PersonName> _ -> Optional.empty();
        };
    }
}
