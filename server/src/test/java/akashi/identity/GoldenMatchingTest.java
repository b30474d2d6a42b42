package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What went wrong in the world, as far as matching is at fault, and the golden persons: found by keys, and graded. */
class GoldenMatchingTest {
    @Test
    void numazuAForeignNameGivenOrallyIsFoundByItsOtherReading() {
        var licence = person(name("韓 民俊", "ハン ミンジュン", "HAN MINJUN"), "1995-03-02");
        var heard = person(name("カン ミンジュン", null, null), "1995-03-02");
        assertFound(heard, licence, Grade.WIDE, 80);
        assertThat(PersonScore.of(heard, licence).lines())
                .extracting(Line::messageKey)
                .contains("identity.match.foreign-reading");
        assertFound(person(name("Han Min-joon", null, null), null), licence, Grade.WIDE, 80);
        assertFound(person(name("ミンジュン ハン", null, null), null), licence, Grade.WIDE, 80);
    }

    @Test
    void tatebayashiAClothingMarkOfOnePartIsFoundThoughTheGivenNameWasMisread() {
        var missing = person(name("柳田 美恵子", "ヤナギダ ミエコ", null), "1950-05-05");
        assertFound(person(name("ヤナギダ", null, null), null), missing, Grade.WIDE, 60);
        assertFound(person(name("ミエコ", null, null), null), missing, Grade.WIDE, 60);
        assertFound(person(name("ヤナギダ エミコ", null, null), null), missing, Grade.WIDE, 70);
        assertThat(PersonScore.of(person(name("エミコ", null, null), null), missing)
                        .grade())
                .isEqualTo(Grade.WIDE);
    }

    @Test
    void sameNameAndBirthdayCannotBeToldApartByMatching() {
        var one = person(name("見本 太郎", "ミホン タロウ", null), "1980-01-01");
        var other = person(name("見本 太郎", "ミホン タロウ", null), "1980-01-01");
        assertFound(one, other, Grade.EXACT, 100);
    }

    @Test
    void sameNameAndAnotherBirthdayIsSaidToDiffer() {
        var one = person(name("見本 太郎", "ミホン タロウ", null), "1980-01-01");
        var other = person(name("見本 太郎", "ミホン タロウ", null), "1975-12-24");
        var scored = PersonScore.of(one, other);
        assertThat(scored.grade()).isEqualTo(Grade.WIDE);
        assertThat(scored.score()).isEqualTo(60);
        assertThat(scored.lines().getLast().messageKey()).isEqualTo("identity.match.birth.different");
    }

    @Test
    void marriedNameIsFoundByTheGivenNameAndTheBirthDate() {
        var before = person(name("山田 花子", "ヤマダ ハナコ", null), "1990-06-15");
        var after = person(name("鈴木 花子", "スズキ ハナコ", null), "1990-06-15");
        assertFound(before, after, Grade.WIDE, 70);
        var withFormerName = new Person(
                List.of(name("鈴木 花子", "スズキ ハナコ", null), name("山田 花子", "ヤマダ ハナコ", null)), date("1990-06-15"), null);
        var scored = PersonScore.of(before, withFormerName);
        assertThat(scored.grade()).isEqualTo(Grade.EXACT);
        assertThat(scored.lines()).extracting(Line::part).contains("identity.part.other-name");
    }

    @Test
    void aliasOnlyIsFoundByTheAlias() {
        var wanted = new Person(List.of(name("不詳", null, null), name("鉄", "テツ", null)), null, null);
        assertThat(PersonScore.of(person(name("テツ", null, null), null), wanted).grade())
                .isEqualTo(Grade.EXACT);
    }

    @Test
    void koreanNameWithTwoReadingsAndAnAlias() {
        var wanted = new Person(
                List.of(name("金 民俊", "キム ミンジュン", null), name("金山 俊", "カネヤマ シュン", null)), date("1995-03-02"), "1");
        assertThat(PersonScore.of(person(name("キン ミンジュン", null, null), "1995-03-02"), wanted)
                        .score())
                .isGreaterThanOrEqualTo(85);
        assertThat(PersonScore.of(person(name("KIM MINJUN", null, null), "1995-03-02"), wanted)
                        .score())
                .isGreaterThanOrEqualTo(85);
        assertThat(PersonScore.of(person(name("金山 俊", null, null), "1995-03-02"), wanted)
                        .grade())
                .isEqualTo(Grade.EXACT);
    }

    @Test
    void eraBorderTheLastDayOfShowaIsNotTheFirstOfHeisei() {
        var last = person(name("見本 太郎", null, null), "S64-01-07");
        var first = person(name("見本 太郎", null, null), "H01-01-08");
        assertThat(PersonScore.of(last, person(name("見本 太郎", null, null), "1989-01-07"))
                        .grade())
                .isEqualTo(Grade.EXACT);
        assertThat(PersonScore.of(last, first).grade()).isEqualTo(Grade.WIDE);
        assertThat(PersonScore.of(last, first).lines().getLast().grade()).isNotEqualTo(Grade.EXACT);
    }

    @Test
    void dayUnknownAgreesWithEveryDayOfItsMonth() {
        var unknown = person(name("見本 太郎", null, null), "昭和45年6月日不詳");
        var known = PersonScore.of(person(name("見本 太郎", null, null), "1970-06-30"), unknown);
        assertThat(known.grade()).isEqualTo(Grade.VARIANT);
        assertThat(PersonScore.of(person(name("見本 太郎", null, null), "1970-07-01"), unknown)
                        .grade())
                .isEqualTo(Grade.WIDE);
    }

    @Test
    void takahashiWithTheLadderFormIsARegisteredVariant() {
        assertFound(
                person(name("髙橋 一郎", null, null), null), person(name("高橋 一郎", null, null), null), Grade.VARIANT, 97);
    }

    @Test
    void sakiyamaWithTheStandingFormIsARegisteredVariant() {
        assertFound(
                person(name("﨑山 一郎", null, null), null), person(name("崎山 一郎", null, null), null), Grade.VARIANT, 97);
    }

    /** Both share a key, and the scorer grades them so. */
    private static void assertFound(Person asked, Person recorded, Grade grade, int atLeast) {
        var keys = Read.meet(
                Normaliser.keys(asked.names().getFirst()),
                Normaliser.keys(recorded.names().getFirst()));
        assertThat(keys).isNotNull();
        var scored = PersonScore.of(asked, recorded);
        assertThat(scored.grade()).isEqualTo(grade);
        assertThat(scored.score()).isGreaterThanOrEqualTo(atLeast);
    }

    private static Person person(PersonName name, @Nullable String birth) {
        return Person.of(name, birth == null ? null : date(birth), null);
    }

    private static PersonName name(String written, @Nullable String kana, @Nullable String romaji) {
        return Read.good(PersonName.parse(written, kana, romaji));
    }

    private static PartialDate date(String text) {
        return Read.good(PartialDate.parse(text));
    }
}
