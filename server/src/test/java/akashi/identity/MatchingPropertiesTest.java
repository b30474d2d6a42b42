package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any two names; each failure names the seed that repeats it. */
class MatchingPropertiesTest {
    private static final int TRIES = 4_000;
    private static final String SIGNS = "高髙橋崎﨑斎斉齋渡辺邉邊島嶋嶌太郎花子々〻ヶケヤナギダミエコーッ゛ざづヂをヴ"
            + "ohnoKIMjiéß'-・　 \uFA11\uDB40\uDD00\uDB40\uDD02亮紀\uD842\uDFB7\uD83D\uDE00Ж한";

    @Test
    void scoresAreSymmetricDeterministicAndWithinBounds() {
        for (int seed = 0; seed < TRIES; seed++) {
            var random = new Random(seed);
            var one = person(random);
            var other = random.nextInt(4) == 0 ? one : person(random);
            if (one.isPresent() && other.isPresent()) {
                var there = PersonScore.of(one.get(), other.get());
                var back = PersonScore.of(other.get(), one.get());
                assertThat(there.score()).as("seed %s", seed).isEqualTo(back.score());
                assertThat(there.grade()).as("seed %s", seed).isEqualTo(back.grade());
                assertThat(PersonScore.of(one.get(), other.get())).isEqualTo(there);
                var birth = one.get().birth();
                if (one.equals(other) && birth != null && birth.complete()) {
                    assertThat(there.score()).as("seed %s", seed).isEqualTo(Scored.FULL);
                    assertThat(there.grade()).as("seed %s", seed).isEqualTo(Grade.EXACT);
                }
            }
        }
    }

    @Test
    void keysAreNeverBlankDistinctAndTheSameForTheSame() {
        for (int seed = 0; seed < TRIES; seed++) {
            var name = name(new Random(seed));
            if (name.isPresent()) {
                var keys = Normaliser.keys(name.get());
                var seen = new ArrayList<String>();
                for (var key : keys) {
                    assertThat(key.value()).as("seed %s", seed).isNotBlank();
                    assertThat(key.value().length()).isLessThanOrEqualTo(SearchKey.MAX_LENGTH);
                    seen.add(key.kind() + key.value());
                }
                assertThat(seen).as("seed %s", seed).doesNotHaveDuplicates();
                assertThat(Normaliser.keys(name.get())).isEqualTo(keys);
            }
        }
    }

    @Test
    void whatTheScorerCallsExactOrVariantSharesAKey() {
        for (int seed = 0; seed < TRIES; seed++) {
            var random = new Random(seed);
            var one = name(random);
            var other = one.isEmpty() ? one : changed(one.get(), random);
            if (one.isPresent() && other.isPresent()) {
                var grade = PersonScore.of(Person.of(one.get(), null, null), Person.of(other.get(), null, null))
                        .grade();
                if (grade == Grade.EXACT || grade == Grade.VARIANT) {
                    assertThat(Read.meet(Normaliser.keys(one.get()), Normaliser.keys(other.get())))
                            .as("seed %s: %s %s", seed, one.get(), other.get())
                            .isNotNull();
                }
            }
        }
    }

    private static Optional<Person> person(Random random) {
        var names = new ArrayList<PersonName>();
        for (int n = random.nextInt(2); n >= 0; n--) {
            name(random).ifPresent(names::add);
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var birth = new PartialDate(
                random.nextInt(5) == 0 ? null : 1950 + random.nextInt(60),
                random.nextInt(5) == 0 ? null : 1 + random.nextInt(12),
                1 + random.nextInt(28));
        return Optional.of(new Person(names, birth, List.of("1", "2").get(random.nextInt(2))));
    }

    private static Optional<PersonName> name(Random random) {
        String reading = random.nextInt(3) == 0 ? "ヤナギダ ミエコ".substring(random.nextInt(6)) : null;
        return PersonName.parse(text(random), reading, null) instanceof Parsed.Good<PersonName>(PersonName name)
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Optional<PersonName> changed(PersonName name, Random random) {
        int at = random.nextInt(name.written().length());
        int sign = random.nextInt(SIGNS.length());
        String written = name.written().substring(0, at)
                + SIGNS.charAt(sign)
                + name.written().substring(at + 1);
        return PersonName.parse(written, name.kana(), null) instanceof Parsed.Good<PersonName>(PersonName other)
                ? Optional.of(other)
                : Optional.empty();
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int n = 1 + random.nextInt(8); n >= 0; n--) {
            text.append(
                    random.nextInt(12) == 0
                            ? (char) random.nextInt(0x10000)
                            : SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
