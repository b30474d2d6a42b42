package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonScoreTest {
    @Test
    void saysPartByPartWhichRuleJoinedThem() {
        var scored = PersonScore.of(
                Person.of(Read.name("髙橋 太郎", "タカハシ タロー"), date("1988-04"), "1"),
                Person.of(Read.name("高橋　太郎", "たかはし たろう"), date("1988-04-12"), "1"));
        assertThat(scored.grade()).isEqualTo(Grade.VARIANT);
        assertThat(scored.score()).isBetween(90, 99);
        assertThat(scored.lines())
                .containsExactly(
                        line("family", Grade.VARIANT, "registered-variants", "髙橋", "高橋"),
                        line("family-reading", Grade.EXACT, "kana-kind", "タカハシ", "たかはし"),
                        line("given", Grade.EXACT, "same", "太郎", "太郎"),
                        line("given-reading", Grade.VARIANT, "long-vowels", "タロー", "たろう"),
                        line(
                                "birth",
                                Grade.VARIANT,
                                "birth.day-unknown",
                                "昭和63年4月日不詳（1988-04-??）",
                                "昭和63年4月12日（1988-04-12）"),
                        new Line("identity.part.sex", Grade.EXACT, "identity.match.sex.same", List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "高橋 太郎, 高橋 太郎, EXACT, 100",
        "高橋 太郎, 高橋太郎, EXACT, 100",
        "髙橋 太郎, 高橋 太郎, VARIANT, 98",
        "佐々木, 佐佐木, VARIANT, 97",
        "斎藤 一郎, 斉藤 一郎, WIDE, 79",
        "見本 太郎, 見本 次郎, , 45",
        "見本 太郎, 例示 次郎, , 0",
        "見本, ミホン, , 0",
        "ヤマサキ ハナコ, ヤマザキ ハナコ, WIDE, 94",
        "ヤナギダ ミエコ, ヤナギダ エミコ, WIDE, 83",
        "オオノ タロウ, Ohno Taro, WIDE, 90",
        "KIM MINSOO, Minsoo Kim, WIDE, 95",
        "見本 太郎, 太郎 見本, WIDE, 95",
        "見本 -, 見本 太郎, WIDE, 60",
        "John Michael Smith, SMITH JOHN, WIDE, 85",
        "José Ramirez, JOSE RAMIREZ, VARIANT, 98",
        "Olaf Scholze, Olaf Scholz, WIDE, 83"
    })
    void scoresNames(String one, String other, @Nullable String grade, int score) {
        var scored = score(one, other);
        assertThat(scored.score()).isEqualTo(score);
        assertThat(scored.grade()).isEqualTo(grade == null ? null : Grade.valueOf(grade));
        assertThat(score(other, one).score()).isEqualTo(score);
        assertThat(score(other, one).grade()).isEqualTo(scored.grade());
    }

    @Test
    void whereKanjiAndReadingDisagreeItIsNeverMoreThanWide() {
        var sameKanji = score(Read.name("神戸 太郎", "コウベ タロウ"), Read.name("神戸 太郎", "カンベ タロウ"));
        assertThat(sameKanji.grade()).isEqualTo(Grade.WIDE);
        var homophone = score(Read.name("阿部 太郎", "アベ タロウ"), Read.name("安倍 太郎", "アベ タロウ"));
        assertThat(homophone.grade()).isEqualTo(Grade.WIDE);
        var brothers = score(Read.name("見本 太郎", "ミホン タロウ"), Read.name("見本 次郎", "ミホン ジロウ"));
        assertThat(brothers.grade()).isNull();
        assertThat(homophone.lines().getFirst()).isEqualTo(line("family", null, "different", "阿部", "安倍"));
    }

    @Test
    void theBestOfSeveralNamesCountsAndIsNamed() {
        var recorded = new Person(List.of(Read.name("金 民俊", "キム ミンジュン"), Read.name("金山 俊", "カネヤマ シュン")), null, null);
        var scored = PersonScore.of(Person.of(Read.name("カネヤマ シュン"), null, null), recorded);
        assertThat(scored.grade()).isEqualTo(Grade.EXACT);
        assertThat(scored.lines().getLast())
                .isEqualTo(line("other-name", Grade.EXACT, "other-name", "カネヤマ シュン", "金山 俊"));
    }

    @ParameterizedTest
    @CsvSource({
        "1988-04-12, 昭和63年4月12日, EXACT, same",
        "1988-04-12, 1988-04, VARIANT, day-unknown",
        "1988, 1988-04-12, VARIANT, month-unknown",
        "????-04-12, 1988-04-12, WIDE, year-unknown",
        "1988-04-12, 1988-12-04, WIDE, swapped",
        "S5-01-07, H5-01-07, WIDE, other-era",
        "1988-04-12, 1988-04-13, WIDE, one-digit",
        "1988-04-12, 1975-11-30, , different",
        "S64-01-07, H01-01-08, WIDE, one-digit"
    })
    void comparesBirthDates(String asked, String recorded, @Nullable String grade, String what) {
        var scored = PersonScore.of(
                Person.of(Read.name("見本 太郎"), date(asked), null), Person.of(Read.name("見本 太郎"), date(recorded), null));
        assertThat(scored.lines().getLast().messageKey()).isEqualTo("identity.match.birth." + what);
        assertThat(scored.lines().getLast().grade()).isEqualTo(grade == null ? null : Grade.valueOf(grade));
        assertThat(scored.grade()).isEqualTo(grade == null ? Grade.WIDE : Grade.valueOf(grade));
    }

    @Test
    void anotherSexAndAMissingBirthDateCostPoints() {
        var asked = Person.of(Read.name("見本 太郎"), date("1988-04-12"), "1");
        var otherSex = PersonScore.of(asked, Person.of(Read.name("見本 太郎"), date("1988-04-12"), "2"));
        assertThat(otherSex.score()).isEqualTo(85);
        assertThat(otherSex.grade()).isEqualTo(Grade.WIDE);
        var noBirth = PersonScore.of(asked, Person.of(Read.name("見本 太郎"), null, null));
        assertThat(noBirth.score()).isEqualTo(85);
        assertThat(noBirth.grade()).isEqualTo(Grade.EXACT);
        assertThat(noBirth.lines().getLast().messageKey()).isEqualTo("identity.match.one-side");
    }

    static Line line(String part, @Nullable Grade grade, String match, String asked, String recorded) {
        return new Line("identity.part." + part, grade, "identity.match." + match, List.of(asked, recorded));
    }

    private static Scored score(String one, String other) {
        return score(Read.name(one), Read.name(other));
    }

    private static Scored score(PersonName one, PersonName other) {
        return PersonScore.of(Person.of(one, null, null), Person.of(other, null, null));
    }

    private static PartialDate date(String text) {
        return Read.good(PartialDate.parse(text));
    }
}
