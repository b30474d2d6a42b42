package akashi.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares two names part by part.
 *
 * @param given whether the given names agree though the family names do not, as after a marriage
 */
record NameScore(int score, @Nullable Grade grade, boolean given, List<Line> lines) {
    private static final String NAME = "identity.part.name";
    private static final String FAMILY = "identity.part.family";
    private static final String GIVEN = "identity.part.given";
    private static final String READING = "-reading";
    private static final int FAMILY_WEIGHT = 45;
    private static final int GIVEN_WEIGHT = 55;
    private static final int KANJI_WEIGHT = 60;
    private static final int READING_WEIGHT = 40;
    private static final int ORDER_PERCENT = 95;
    private static final int MISSING_PERCENT = 85;
    private static final int ONE_PART_PERCENT = 60;

    static NameScore of(NameForm asked, NameForm recorded) {
        int here = asked.parts().size();
        int there = recorded.parts().size();
        if (here == 1 && there == 1) {
            return part(NAME, true, asked.whole(), recorded.whole());
        }
        NameScore best = here == 2 && there == 2
                ? two(asked, recorded)
                : here == 1 || there == 1 ? onePart(asked, recorded) : several(asked, recorded);
        if (best.grade != null && best.score >= MISSING_PERCENT) {
            return best;
        }
        NameScore whole = part(NAME, false, asked.whole(), recorded.whole());
        return whole.grade != null && whole.score > best.score ? whole : best;
    }

    private static NameScore two(NameForm asked, NameForm recorded) {
        NamePart family = asked.parts().getFirst();
        NamePart given = asked.parts().getLast();
        NameScore straight = both(
                family, given, recorded.parts().getFirst(), recorded.parts().getLast());
        if (straight.grade != null) {
            return straight;
        }
        NameScore turned =
                both(family, given, recorded.parts().getLast(), recorded.parts().getFirst());
        if (turned.grade == null) {
            return straight;
        }
        List<Line> lines = new ArrayList<>(turned.lines);
        lines.add(new Line(NAME, Grade.WIDE, "identity.match.name-order", List.of(asked.shown(), recorded.shown())));
        return new NameScore(turned.score * ORDER_PERCENT / 100, Grade.WIDE, false, lines);
    }

    private static NameScore both(NamePart family, NamePart given, NamePart otherFamily, NamePart otherGiven) {
        NameScore first = part(FAMILY, true, family, otherFamily);
        NameScore second = part(GIVEN, false, given, otherGiven);
        List<Line> lines = new ArrayList<>(first.lines);
        lines.addAll(second.lines);
        int score = (first.score * FAMILY_WEIGHT + second.score * GIVEN_WEIGHT) / 100;
        Grade byFamily = first.grade;
        Grade byGiven = second.grade;
        return new NameScore(
                score,
                byFamily == null || byGiven == null ? null : byFamily.weaker(byGiven),
                byFamily == null && byGiven != null && byGiven != Grade.WIDE,
                lines);
    }

    /** One side is in one piece: the whole without spaces, or one part of the other only. */
    private static NameScore onePart(NameForm asked, NameForm recorded) {
        NameScore whole = part(NAME, false, asked.whole(), recorded.whole());
        if (whole.grade != null && whole.score >= MISSING_PERCENT) {
            return whole;
        }
        boolean askedIsOne = asked.parts().size() == 1;
        List<NamePart> parts = askedIsOne ? recorded.parts() : asked.parts();
        NameScore best = whole;
        for (int i = 0; i < parts.size(); i++) {
            String label = i == 0 ? FAMILY : GIVEN;
            NamePart here = askedIsOne ? asked.whole() : parts.get(i);
            NamePart there = askedIsOne ? parts.get(i) : recorded.whole();
            NameScore one = part(label, i == 0, here, there);
            if (one.grade != null && one.score * ONE_PART_PERCENT / 100 > best.score) {
                List<Line> lines = new ArrayList<>(one.lines);
                lines.add(missing(i == 0 ? GIVEN : FAMILY, parts.get(i == 0 ? parts.size() - 1 : 0)));
                best = new NameScore(one.score * ONE_PART_PERCENT / 100, Grade.WIDE, false, lines);
            }
        }
        return best;
    }

    /** Three parts or more on a side: whatever part fits best, in any order; those left over are middle names. */
    private static NameScore several(NameForm asked, NameForm recorded) {
        List<NamePart> here = asked.parts();
        List<NamePart> there = recorded.parts();
        int pairs = Math.min(here.size(), there.size());
        boolean[] usedHere = new boolean[here.size()];
        boolean[] usedThere = new boolean[there.size()];
        List<Line> lines = new ArrayList<>();
        int sum = 0;
        Grade grade = here.size() == there.size() ? Grade.EXACT : Grade.WIDE;
        boolean agree = true;
        for (int n = 0; n < pairs; n++) {
            Best best = best(here, there, usedHere, usedThere);
            usedHere[best.i] = true;
            usedThere[best.j] = true;
            lines.addAll(best.score.lines);
            sum += best.score.score;
            agree &= best.score.grade != null;
            grade = best.i != best.j && here.size() == there.size() ? Grade.WIDE : grade;
            grade = best.score.grade == null ? grade : grade.weaker(best.score.grade);
        }
        rest(here, usedHere, lines);
        rest(there, usedThere, lines);
        int percent = here.size() == there.size() ? 100 : MISSING_PERCENT;
        return new NameScore(sum / pairs * percent / 100, agree ? grade : null, false, lines);
    }

    private record Best(int i, int j, NameScore score) {}

    private static Best best(List<NamePart> here, List<NamePart> there, boolean[] usedHere, boolean[] usedThere) {
        @Nullable Best best = null;
        for (int i = 0; i < here.size(); i++) {
            for (int j = 0; j < there.size(); j++) {
                if (!usedHere[i] && !usedThere[j]) {
                    NameScore score = part(NAME, i == 0 || j == 0, here.get(i), there.get(j));
                    boolean nearer = best != null && Math.abs(i - j) < Math.abs(best.i - best.j);
                    if (best == null || score.score > best.score.score || (score.score == best.score.score && nearer)) {
                        best = new Best(i, j, score);
                    }
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("as many parts are compared as the shorter name has");
        }
        return best;
    }

    private static void rest(List<NamePart> parts, boolean[] used, List<Line> lines) {
        for (int i = 0; i < parts.size(); i++) {
            if (!used[i]) {
                lines.add(missing(NAME, parts.get(i)));
            }
        }
    }

    private static Line missing(String label, NamePart part) {
        return new Line(label, null, "identity.match.one-side", List.of(part.shown()));
    }

    /** One part of each: what is written and what is read, as far as both have it. */
    private static NameScore part(String label, boolean family, NamePart asked, NamePart recorded) {
        boolean byKanji = asked.hasKanji() && recorded.hasKanji();
        boolean byReading = asked.hasReading() && recorded.hasReading();
        Sim kanji = byKanji ? asked.kanji(recorded) : Sim.DIFFERENT;
        Sim reading = byReading ? asked.readings(recorded) : Sim.DIFFERENT;
        if (family && (!byKanji || kanji.agrees()) && !(kanji.agrees() && !byReading)) {
            Sim foreign = reading.score() < Scored.FULL ? asked.foreign(recorded) : Sim.DIFFERENT;
            byReading |= foreign.agrees();
            reading = reading.better(foreign);
        }
        if (byKanji && byReading) {
            return twice(label, asked, recorded, kanji, reading);
        }
        if (byKanji) {
            return single(kanji, kanji.line(label, asked.shown(), recorded.shown()));
        }
        if (byReading) {
            return single(reading, reading.line(label, asked.reading(), recorded.reading()));
        }
        var line = new Line(label, null, "identity.match.incomparable", List.of(asked.shown(), recorded.shown()));
        return new NameScore(0, null, false, List.of(line));
    }

    private static NameScore single(Sim sim, Line line) {
        return new NameScore(sim.score(), sim.grade(), false, List.of(line));
    }

    /**
     * Kanji and reading both speak: where one of them disagrees, the part is never better than wide. Other kanji and a
     * reading that is only nearly the same (太郎 タロウ, 次郎 ジロウ) are another name.
     */
    private static NameScore twice(String label, NamePart asked, NamePart recorded, Sim kanji, Sim heard) {
        Sim reading = kanji.agrees() || heard.score() >= NamePart.SAME_SOUND ? heard : Sim.DIFFERENT;
        int score = (kanji.score() * KANJI_WEIGHT + reading.score() * READING_WEIGHT) / 100;
        Grade byKanji = kanji.grade();
        Grade byReading = reading.grade();
        Grade grade = byKanji == null && byReading == null
                ? null
                : byKanji == null || byReading == null ? Grade.WIDE : byKanji.weaker(byReading);
        return new NameScore(
                score,
                grade,
                false,
                List.of(
                        kanji.line(label, asked.shown(), recorded.shown()),
                        reading.line(label + READING, asked.reading(), recorded.reading())));
    }
}
