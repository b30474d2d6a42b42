package akashi.matching;

import akashi.identity.Grade;
import akashi.identity.KeyKind;
import akashi.identity.Normaliser;
import akashi.identity.Parsed;
import akashi.identity.PersonName;
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

    /** How close two writings are; null where they share nothing. */
    static @Nullable Grade grade(PersonName one, PersonName other) {
        return meet(Normaliser.keys(one), Normaliser.keys(other));
    }

    /** The same for single words. */
    static @Nullable Grade grade(String one, String other) {
        return meet(keys(one), keys(other));
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

    private static @Nullable Grade meet(List<SearchKey> one, List<SearchKey> other) {
        Grade best = null;
        for (var here : one) {
            for (var there : other) {
                if (here.kind() == there.kind() && here.value().equals(there.value())) {
                    Grade grade = here.grade().weaker(there.grade());
                    best = best == null || grade.compareTo(best) < 0 ? grade : best;
                }
            }
        }
        return best;
    }
}
