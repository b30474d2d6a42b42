package akashi.inquiry;

import akashi.identity.Grade;
import akashi.identity.KeyKind;
import akashi.question.AskedKey;
import akashi.question.Inquiry;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tells a hit from a candidate (該当あり・要確認). A number that is given out once, met exactly, names one thing; a name never
 * does by itself. Pure.
 */
final class Judgment {
    /** Numbers given out once. A telephone changes hands and an article's serial is the maker's own. */
    private static final Set<KeyKind> NAMING = EnumSet.of(
            KeyKind.PLATE,
            KeyKind.CHASSIS,
            KeyKind.LICENCE,
            KeyKind.RESIDENCE_CARD,
            KeyKind.BICYCLE,
            KeyKind.SERIAL,
            KeyKind.PHONE);

    private Judgment() {}

    /** Whether these hits of one operation need a choice before anything further is done with them. */
    static boolean needsChoice(Inquiry inquiry, List<Hit> hits) {
        if (hits.stream().allMatch(Judgment::named)) {
            return false;
        }
        return hits.size() > 1 || !bornThen(inquiry) || hits.getFirst().grade() == Grade.WIDE;
    }

    /** Whether the record was met by a number, exactly. */
    private static boolean named(Hit hit) {
        return hit.met().stream().anyMatch(Judgment::named);
    }

    private static boolean named(Hit.Met match) {
        return NAMING.contains(match.kind()) && match.grade() == Grade.EXACT;
    }

    /** Whether a whole birth date was given, with which everybody found was compared. */
    private static boolean bornThen(Inquiry inquiry) {
        return inquiry.keys().stream()
                .anyMatch(key -> key instanceof AskedKey.OfPerson person
                        && person.birth() != null
                        && person.birth().complete());
    }
}
