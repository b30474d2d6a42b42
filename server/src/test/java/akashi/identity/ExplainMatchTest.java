package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import akashi.identity.ExplainMatch.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainMatchTest {
    @Test
    void saysWhichRuleJoinedWhichPart() {
        var lines = ExplainMatch.names(Read.name("髙橋 太郎", "タカハシ タロー"), Read.name("高橋　太郎", "たかはし たろう"));
        assertThat(lines)
                .containsExactly(
                        new Line(
                                "identity.part.family", Grade.VARIANT, "identity.match.old-forms", List.of("髙橋", "高橋")),
                        new Line("identity.part.given", Grade.EXACT, "identity.match.same", List.of("太郎", "太郎")),
                        new Line(
                                "identity.part.name_kana",
                                Grade.VARIANT,
                                "identity.match.long-vowels",
                                List.of("タカハシ タロー", "たかはし たろう")));
    }

    @Test
    void aPartWithoutLettersIsNoStumblingBlock() {
        assertThat(ExplainMatch.names(Read.name("見本 -"), Read.name("見本 -")))
                .extracting(Line::messageKey)
                .containsOnly("identity.match.same");
        assertThat(ExplainMatch.names(Read.name("見本 -"), Read.name("見本 太郎")))
                .extracting(Line::messageKey)
                .contains("identity.match.different");
    }

    @Test
    void saysWhatDiffers() {
        assertThat(ExplainMatch.names(Read.name("見本 太郎"), Read.name("見本 次郎")))
                .extracting(Line::messageKey)
                .containsExactly("identity.match.same", "identity.match.different");
        assertThat(ExplainMatch.names(Read.name("見本 太郎"), Read.name("見本 次郎"))
                        .getLast()
                        .grade())
                .isNull();
    }

    @Test
    void namesThatMeetOnlyInTheWideKeySaySo() {
        var romaji = Read.good(PersonName.parse("大野 太郎", null, "Ohno Taro"));
        var lines = ExplainMatch.names(Read.name("おおの たろう"), romaji);
        assertThat(lines.getLast())
                .isEqualTo(new Line(
                        "identity.part.reading",
                        Grade.WIDE,
                        "identity.match.romaji-long-vowels",
                        List.of("おおの たろう", "Ohno Taro")));
        assertThat(ExplainMatch.names(Read.name("KIM MINSOO"), Read.name("Minsoo Kim")))
                .containsExactly(new Line(
                        "identity.part.name",
                        Grade.WIDE,
                        "identity.match.name-order",
                        List.of("KIM MINSOO", "Minsoo Kim")));
    }

    @Test
    void explainsKeysWhereOnlyKeysAreAtHand() {
        var typed = Normaliser.keys(KeyKind.CHASSIS, Read.good(Serial.parse("ZVW3O-1")));
        var recorded = Normaliser.keys(KeyKind.CHASSIS, Read.good(Serial.parse("ZVW30-1")));
        assertThat(ExplainMatch.keys(typed, recorded))
                .extracting(Line::part, Line::grade, Line::messageKey)
                .containsExactly(tuple("identity.part.chassis", Grade.WIDE, "identity.match.look-alikes"));
        assertThat(ExplainMatch.keys(typed, Normaliser.keys(Read.name("見本")))).isEmpty();
        assertThat(ExplainMatch.keys(
                        Normaliser.keys(Read.name("髙橋", "タカハシ")), Normaliser.keys(Read.name("高橋", "たかはし"))))
                .extracting(Line::part)
                .containsExactly("identity.part.name_kana", "identity.part.name_kanji", "identity.part.name_romaji");
    }

    @Test
    void explainsBirthDates() {
        assertThat(birth("1988-04-12", "昭和63年4月12日")).isEqualTo("EXACT identity.match.birth.same");
        assertThat(birth("1988-04-12", "1988-04")).isEqualTo("VARIANT identity.match.birth.day-unknown");
        assertThat(birth("1988", "1988-04-12")).isEqualTo("VARIANT identity.match.birth.month-unknown");
        assertThat(birth("????-04-12", "1988-04-12")).isEqualTo("WIDE identity.match.birth.year-unknown");
        assertThat(birth("1988-04-12", "1988-12-04")).isEqualTo("WIDE identity.match.birth.swapped");
        assertThat(birth("1988-04-12", "1988-04-13")).isEqualTo("null identity.match.birth.different");
    }

    private static String birth(String typed, String recorded) {
        var line = ExplainMatch.birth(Read.good(PartialDate.parse(typed)), Read.good(PartialDate.parse(recorded)));
        return line.grade() + " " + line.messageKey();
    }
}
