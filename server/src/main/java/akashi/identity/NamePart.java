package akashi.identity;

import akashi.writing.Kana;
import akashi.writing.NameRules;
import akashi.writing.Readings;
import akashi.writing.Romaji;
import akashi.writing.Rule;
import akashi.writing.Trace;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One part of a name (family name, given name, or a name not told apart), made comparable once and compared often. */
final class NamePart {
    /** From here on two readings are the same but for their writing; below it something was heard otherwise. */
    static final int SAME_SOUND = 75;

    private static final int VARIANT = 96;
    private static final int WIDE = 88;
    private static final int LATIN = 90;
    private static final int SLIP = 70;
    private static final int SLIP_IN_SHORT = 45;
    private static final int SKELETON = 50;
    private static final int READING = 75;
    private static final int SHORTEST_LATIN_SLIP = 4;
    private static final int SHORTEST_SKELETON = 3;

    private final @Nullable String kanji;
    private final @Nullable String kana;
    private final @Nullable String latin;

    private final @Nullable Trace kanjiExact;
    private final @Nullable Trace kanaExact;
    private final @Nullable Trace latinExact;
    private @Nullable Trace kanaVariant;
    private @Nullable Trace kanaWide;
    private @Nullable String folded;

    private NamePart(@Nullable String kanji, @Nullable String kana, @Nullable String latin) {
        this.kanji = kanji;
        this.kana = kana;
        this.latin = latin;
        this.kanjiExact = kanji == null ? null : NameRules.kanjiExact(kanji);
        this.kanaExact = kana == null ? null : NameRules.kanaExact(kana);
        this.latinExact = latin == null ? null : NameRules.romajiExact(latin);
    }

    /** What is written may itself be kana or Latin letters. */
    static NamePart of(String written, @Nullable String kana, @Nullable String latin) {
        String text = NameRules.width(written);
        if (Kana.only(text)) {
            return new NamePart(null, kana == null ? written : kana, latin);
        }
        return NameRules.latin(text)
                ? new NamePart(null, kana, latin == null ? written : latin)
                : new NamePart(written, kana, latin);
    }

    /** As it is shown. */
    String shown() {
        return kanji != null ? kanji : reading();
    }

    /** Its reading as it is shown, or what is written where none is known. */
    String reading() {
        return kana != null ? kana : latin != null ? latin : Objects.requireNonNull(kanji);
    }

    boolean hasKanji() {
        return kanji != null;
    }

    boolean hasReading() {
        return kana != null || latin != null;
    }

    /** Compares what is written in kanji; both must have some. */
    Sim kanji(NamePart other) {
        Trace here = Objects.requireNonNull(kanjiExact);
        Trace there = Objects.requireNonNull(other.kanjiExact);
        if (here.text().equals(there.text())) {
            return Objects.equals(kanji, other.kanji)
                    ? Sim.SAME
                    : new Sim(Scored.FULL, Grade.EXACT, last(here, there, null));
        }
        return KanjiScore.of(here.text(), there.text());
    }

    /** Compares the readings, in kana or Latin letters; both must have one. */
    Sim readings(NamePart other) {
        Sim best = Sim.DIFFERENT;
        if (kana != null && other.kana != null) {
            best = kana(other);
        }
        if (best.score() < LATIN && (latin != null || other.latin != null)) {
            best = best.better(latin(other));
        }
        return best;
    }

    /** Whether both are readings of one Korean or Chinese family name. */
    Sim foreign(NamePart other) {
        return Readings.meet(signs(), other.signs())
                ? new Sim(READING, Grade.WIDE, Rule.FOREIGN_READING)
                : Sim.DIFFERENT;
    }

    private Readings.Signs signs() {
        return new Readings.Signs(kanjiExact == null ? null : kanjiExact.text(), hasReading() ? folded() : null);
    }

    private Sim kana(NamePart other) {
        Trace here = Objects.requireNonNull(kanaExact);
        Trace there = Objects.requireNonNull(other.kanaExact);
        if (here.text().equals(there.text())) {
            return Objects.equals(kana, other.kana)
                    ? Sim.SAME
                    : new Sim(Scored.FULL, Grade.EXACT, last(here, there, null));
        }
        Trace hereVariant = kanaVariant();
        Trace thereVariant = other.kanaVariant();
        if (hereVariant.text().equals(thereVariant.text())) {
            return new Sim(VARIANT, Grade.VARIANT, last(hereVariant, thereVariant, null));
        }
        Trace hereWide = kanaWide();
        Trace thereWide = other.kanaWide();
        String a = hereWide.text();
        String b = thereWide.text();
        if (a.equals(b)) {
            return new Sim(WIDE, Grade.WIDE, last(hereWide, thereWide, null));
        }
        if (Edits.one(a, b)) {
            return new Sim(Math.min(a.length(), b.length()) > 2 ? SLIP : SLIP_IN_SHORT, Grade.WIDE, Rule.ONE_MORA);
        }
        return skeleton(other);
    }

    private Sim latin(NamePart other) {
        if (latinExact != null && other.latinExact != null) {
            if (latinExact.text().equals(other.latinExact.text())) {
                return Objects.equals(latin, other.latin)
                        ? Sim.SAME
                        : new Sim(Scored.FULL, Grade.EXACT, last(latinExact, other.latinExact, null));
            }
            if (Romaji.withoutAccents(latinExact.text()).equals(Romaji.withoutAccents(other.latinExact.text()))) {
                return new Sim(VARIANT, Grade.VARIANT, Rule.ACCENTS);
            }
        }
        String a = folded();
        String b = other.folded();
        if (a.isEmpty() || b.isEmpty()) {
            return Sim.DIFFERENT;
        }
        if (a.equals(b)) {
            boolean across = latin == null || other.latin == null;
            return new Sim(LATIN, Grade.WIDE, across ? Rule.KANA_TO_ROMAJI : Rule.ROMAJI_SPELLING);
        }
        if (Math.min(a.length(), b.length()) >= SHORTEST_LATIN_SLIP && Edits.one(a, b)) {
            return new Sim(SLIP, Grade.WIDE, Rule.ONE_MORA);
        }
        return skeleton(other);
    }

    private Sim skeleton(NamePart other) {
        String a = Romaji.skeleton(folded());
        return a.length() >= SHORTEST_SKELETON && a.equals(Romaji.skeleton(other.folded()))
                ? new Sim(SKELETON, Grade.WIDE, Rule.SKELETON)
                : Sim.DIFFERENT;
    }

    private Trace kanaVariant() {
        Trace made = kanaVariant;
        if (made == null) {
            made = NameRules.kanaVariant(Objects.requireNonNull(kanaExact));
            kanaVariant = made;
        }
        return made;
    }

    private Trace kanaWide() {
        Trace made = kanaWide;
        if (made == null) {
            made = NameRules.kanaWide(kanaVariant());
            kanaWide = made;
        }
        return made;
    }

    /** The reading in Latin letters of one spelling, without long vowels; empty where there is none. */
    String folded() {
        String made = folded;
        if (made == null) {
            List<Trace> parts =
                    kana != null ? NameRules.kanaParts(kana) : latin != null ? NameRules.romajiParts(latin) : List.of();
            made = NameRules.joined(parts, false).text();
            folded = made;
        }
        return made;
    }

    /** The rule latest in their order that changed one of the two. */
    private static @Nullable Rule last(Trace here, Trace there, @Nullable Rule none) {
        return Stream.concat(here.rules().stream(), there.rules().stream())
                .max(Comparator.naturalOrder())
                .orElse(none);
    }
}
