package akashi.writing;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.identity.Read;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
    private static final int LARGEST_CLASS = 40;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "高髙", "崎﨑", "辺邉", "辺邊", "邉邊", "島嶋", "島嶌", "嶋嶌", "斉齊", "斎齋", "浜濱", "沢澤", "桜櫻", "渡𣳥", "吉𠮷", "真眞", "広廣"
            })
    void registeredVariantsBothWays(String pair) {
        assertThat(relation(pair)).isEqualTo(Relation.REGISTERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"斉斎", "斎齊", "冲沖", "亰京", "夲本", "宫宮", "升舛", "伹但", "埼﨑"})
    void whatOnlyLooksAlike(String pair) {
        assertThat(relation(pair)).isEqualTo(Relation.LOOK_ALIKE);
    }

    @ParameterizedTest
    @CsvSource({"高,橋", "佐,左", "伊,井", "河,川", "與,興", "秦,奏", "ア,あ", "A,B"})
    void whatHasNothingToDoWithEachOther(String one, String other) {
        assertThat(relation(one + other)).isNull();
    }

    @Test
    void everyPairStandsOnceAndIsSymmetric() {
        Set<Long> seen = new HashSet<>();
        Characters.all().forEach(pair -> {
            int one = (int) (pair >> 23);
            int other = (int) (pair >> 2 & 0x1FFFFF);
            assertThat(seen.add(pair >> 2)).isTrue();
            assertThat(one).isLessThan(other);
            assertThat(Characters.relation(one, other)).isEqualTo(Characters.relation(other, one));
        });
        assertThat(seen).hasSizeGreaterThan(50_000);
    }

    @Test
    void officiallyDifferentCharactersAreNeverBetterThanLookAlikes() {
        int pairs = 0;
        for (String[] row : Read.rows("kanji/mj-betsuji.tsv")) {
            String one = bare(row[0].isEmpty() ? row[1] : row[0]);
            String other = bare(row[2]);
            if (one.equals(other)) {
                continue; // a glyph of the same character
            }
            pairs++;
            assertThat(relation(one + other)).as(one + other).isEqualTo(Relation.LOOK_ALIKE);
            assertThat(Characters.variantClasses(one)).isNotEqualTo(Characters.variantClasses(other));
        }
        assertThat(pairs).isGreaterThan(100);
    }

    @Test
    void aClassHoldsWhatBelongsTogetherAndStaysSmall() {
        assertThat(Characters.variantClasses("渡邉髙嶋﨑")).isEqualTo("渡辺高島崎");
        assertThat(Characters.variantClasses("斎藤")).isEqualTo("斎藤");
        assertThat(Characters.wideClasses("斎藤")).isEqualTo(Characters.wideClasses("斉藤"));
        assertThat(Characters.variantClasses("見本太郎ミホン")).isEqualTo("見本太郎ミホン");
        assertThat(Characters.largestClass()).isLessThanOrEqualTo(LARGEST_CLASS);
    }

    private static String bare(String text) {
        return NameRules.kanjiExact(text)
                .text()
                .codePoints()
                .limit(1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static @org.jspecify.annotations.Nullable Relation relation(String pair) {
        int[] signs = Objects.requireNonNull(pair).codePoints().toArray();
        var relation = Characters.relation(signs[0], signs[1]);
        assertThat(Characters.relation(signs[1], signs[0])).isEqualTo(relation);
        return relation;
    }
}
