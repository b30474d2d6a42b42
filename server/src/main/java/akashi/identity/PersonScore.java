package akashi.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores and explains how well recorded persons answer a question about a person. Candidates come from shared keys
 * ({@link Normaliser}); the grade comes from here, because keys gather more than belongs together.
 *
 * <p>Every name asked is compared with every name recorded, and the best pair counts; where it is not the name itself,
 * a line says so. The name gives 60 parts of 100 and the birth date 40, where both are known; a birth date that was
 * asked and is not recorded takes 15 in 100 off, a different sex 15 points. The grade is the weakest of what agrees. It
 * is null where the name does not agree, except that an equal given name with the same birth date (another family name
 * since a marriage) is {@link Grade#WIDE}. A different birth date or sex leaves no more than {@link Grade#WIDE}.
 *
 * <p>The same question and record always give the same answer; exchanging the two changes neither score nor grade where
 * both have a birth date. A few microseconds a candidate; make one object for a question and use it for all its
 * candidates. It holds no state that changes its answers, but is for one thread.
 */
public final class PersonScore {
    private static final int NAME_WEIGHT = 60;
    private static final int BIRTH_WEIGHT = 40;
    private static final int NO_BIRTH_PERCENT = 85;
    private static final int OTHER_SEX = 15;

    private final Person asked;
    private final List<NameForm> names;

    /** For scoring several candidates of one question. */
    public PersonScore(Person asked) {
        this.asked = asked;
        this.names = forms(asked);
    }

    /** Scores one candidate. */
    public static Scored of(Person asked, Person recorded) {
        return new PersonScore(asked).against(recorded);
    }

    /** Scores one candidate of the question this was made for. */
    public Scored against(Person recorded) {
        List<NameForm> others = forms(recorded);
        int here = 0;
        int there = 0;
        NameScore best = NameScore.of(names.getFirst(), others.getFirst());
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                if (i + j > 0 && best.score() < Scored.FULL) {
                    NameScore other = NameScore.of(names.get(i), others.get(j));
                    if (other.score() > best.score()) {
                        best = other;
                        here = i;
                        there = j;
                    }
                }
            }
        }
        List<Line> lines = new ArrayList<>(best.lines().size() + 3);
        lines.addAll(best.lines());
        if (here + there > 0) {
            lines.add(new Line(
                    "identity.part.other-name",
                    best.grade(),
                    "identity.match.other-name",
                    List.of(names.get(here).shown(), others.get(there).shown())));
        }
        return total(best, recorded, lines);
    }

    private Scored total(NameScore name, Person recorded, List<Line> lines) {
        int score = name.score();
        Grade grade = name.grade();
        PartialDate born = known(asked.birth());
        PartialDate theirBorn = known(recorded.birth());
        if (born != null && theirBorn != null) {
            BirthScore birth = BirthScore.of(born, theirBorn);
            lines.add(birth.line(born, theirBorn));
            score = score == 0 ? 0 : (score * NAME_WEIGHT + birth.score() * BIRTH_WEIGHT) / 100;
            grade = withBirth(name, birth);
        } else if (born != null) {
            lines.add(new Line("identity.part.birth", null, "identity.match.one-side", List.of(born.display())));
            score = score * NO_BIRTH_PERCENT / 100;
        }
        String sex = asked.sex();
        if (sex != null && recorded.sex() != null) {
            boolean same = sex.equals(recorded.sex());
            lines.add(new Line(
                    "identity.part.sex",
                    same ? Grade.EXACT : null,
                    same ? "identity.match.sex.same" : "identity.match.sex.different",
                    List.of()));
            score = same ? score : Math.max(0, score - OTHER_SEX);
            grade = same || grade == null ? grade : Grade.WIDE;
        }
        return new Scored(score, grade, lines);
    }

    private static @Nullable Grade withBirth(NameScore name, BirthScore birth) {
        if (name.grade() == null) {
            return name.given() && birth.grade() == Grade.EXACT ? Grade.WIDE : null;
        }
        return birth.grade() == null ? Grade.WIDE : name.grade().weaker(birth.grade());
    }

    private static @Nullable PartialDate known(@Nullable PartialDate date) {
        return date == null || date.unknown() ? null : date;
    }

    private static List<NameForm> forms(Person person) {
        return person.names().stream().map(NameForm::of).toList();
    }
}
