package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {
    @ParameterizedTest
    @CsvSource({
        "高橋 太郎, 高橋太郎, EXACT",
        "高橋　太郎, 高橋・太郎, EXACT",
        "葛\uDB40\uDD00城, 葛城, EXACT",
        "髙橋, 高橋, VARIANT",
        "山﨑, 山崎, VARIANT",
        "渡邉, 渡辺, VARIANT",
        "渡邊, 渡邉, VARIANT",
        "齋藤, 斎藤, VARIANT",
        "齊藤, 斉藤, VARIANT",
        "齊藤, 齋藤, WIDE",
        "斉藤, 斎藤, WIDE",
        "濱田, 浜田, VARIANT",
        "澤田, 沢田, VARIANT",
        "嶋田, 島田, VARIANT",
        "冨田, 富田, VARIANT",
        "𠮷田, 吉田, VARIANT",
        "佐々木, 佐佐木, VARIANT",
        "関ヶ原, 關ケ原, WIDE",
        "山田 さくら, 山田サクラ, WIDE",
        "舛田, 升田, WIDE",
        "夲田, 本田, WIDE",
        "宫田, 宮田, WIDE",
        "嶋田, 嶌田, VARIANT",
        "龝野, 穐野, VARIANT",
        "阿部, 安倍, "
    })
    void kanjiMeetAtTheirGrade(String one, String other, String grade) {
        assertThat(Read.meet(Normaliser.keys(Read.name(one)), Normaliser.keys(Read.name(other))))
                .isEqualTo(grade == null ? null : Grade.valueOf(grade));
    }

    @ParameterizedTest
    @CsvSource({
        "さとう, サトウ, EXACT",
        "ｻﾄｳ ｶﾞｸ, さとう がく, EXACT",
        "カ\u3099ク, ガク, EXACT",
        "カ゛ク, ガク, EXACT",
        "オオノ, オウノ, VARIANT",
        "オオノ, オーノ, VARIANT",
        "サトー, サトウ, VARIANT",
        "ケイコ, ケーコ, VARIANT",
        "イシヅカ, イシズカ, VARIANT",
        "ヂンナイ, ジンナイ, VARIANT",
        "カヲリ, カオリ, VARIANT",
        "ヴィクトル, ビクトル, VARIANT",
        "ヴイクトル, ビクトル, VARIANT",
        "キヨウコ, キョウコ, VARIANT",
        "ハツトリ, ハットリ, VARIANT",
        "スヾキ, スズキ, VARIANT",
        "タヽミ, タタミ, VARIANT",
        "ヤマサキ, ヤマザキ, WIDE",
        "オオノ, オノ, WIDE",
        "エミコ, ミエコ, "
    })
    void kanaMeetAtTheirGrade(String one, String other, String grade) {
        assertThat(Read.meet(Normaliser.keys(Read.name(one)), Normaliser.keys(Read.name(other))))
                .isEqualTo(grade == null ? null : Grade.valueOf(grade));
    }

    @ParameterizedTest
    @CsvSource({
        "OHNO, Ohno, EXACT",
        "Ōno, ONO, VARIANT",
        "José, JOSE, VARIANT",
        "Ohno, Ono, WIDE",
        "Oono, Ono, WIDE",
        "オオノ, Ohno, WIDE",
        "オオノ, Ono, WIDE",
        "おおの, ŌNO, WIDE",
        "しんじ つちや, SHINJI TSUCHIYA, WIDE",
        "しんじ つちや, Sinzi Tutiya, WIDE",
        "ほんま しゅういち, HOMMA SHUICHI, WIDE",
        "じゅんいちろう, Jun'ichirō, WIDE",
        "はっとり, Hattori, WIDE",
        "まっちゃ, Matcha, WIDE",
        "いのうえ, Inoue, WIDE",
        "KIM MINSOO, Minsoo Kim, WIDE",
        "'KIM, Min-Soo', Minsoo KIM, WIDE",
        "グエン・ヴァン・ナム, ナム グエン ヴァン, WIDE",
        "グエン ヴァン ナム, グエン バン ナム, VARIANT",
        "タロウ オオノ, Ohno Taro, WIDE"
    })
    void romajiMeetAtTheirGrade(String one, String other, String grade) {
        assertThat(Read.meet(Normaliser.keys(Read.name(one)), Normaliser.keys(Read.name(other))))
                .isEqualTo(Grade.valueOf(grade));
    }

    @Test
    void theRulesThatRanAreNamed() {
        var keys = Normaliser.keys(Read.name("髙橋 佐々"));
        assertThat(keys)
                .contains(
                        new SearchKey(KeyKind.NAME_KANJI, "髙橋佐々", Grade.EXACT, List.of("separators")),
                        new SearchKey(
                                KeyKind.NAME_KANJI,
                                "高橋佐佐",
                                Grade.VARIANT,
                                List.of("separators", "iteration-marks", "registered-variants")));
    }

    @ParameterizedTest
    @CsvSource({
        "ヤナギダ ミエコ, ヤナギダ エミコ", // exchanged
        "ヤナギダ ミエコ, ヤナギダ ミネコ", // misheard within
        "ヤナギダ ミエコ, ヤナギダ ニエコ", // at the beginning
        "ヤナギダ ミエコ, ヤナギダ ミエト", // at the end
        "ヤナギダ ミエコ, ヤナギダ ミコ", // missing
        "ヤナギダ ミエコ, ヤナギダ ミエエコ", // doubled
        "ヤナギダ ミエコ, ナナギダ ミエコ",
        "ヤナギダ ミエコ, ヤナキダ ミエコ",
        "ヤナギダ ミエコ, ヤナギタニ ミエコ",
        "ヤナギダ ミエコ, ヤギダ ミエコ",
        "カン ミンジュン, ハン ミンジュン", // 韓 by its Japanese and its Korean reading
        "キン ミンス, KIM MINSU",
        "リ ミン, Lee Min",
        "John Michael Smith, Smith John",
        "Mohammed Hassan Ali, Muhamad Ali",
        "グエン ヴァン ナム, グエン ナム"
    })
    void theWideKeysFindWhatWasMisheardOrLeftOut(String one, String other) {
        assertThat(Read.meet(Normaliser.keys(Read.name(one)), Normaliser.keys(Read.name(other))))
                .isEqualTo(Grade.WIDE);
    }

    @Test
    void aFragmentMeetsTheFullNameAndNamesakesCanBeToldFromIt() {
        var mark = Normaliser.keys(Read.name("ヤナギダ"));
        var full = Normaliser.keys(Read.name("柳田 美恵子", "ヤナギダ ミエコ"));
        assertThat(Read.meet(mark, full)).isEqualTo(Grade.WIDE);
        assertThat(mark)
                .filteredOn(key -> key.kind() == KeyKind.NAME_PART)
                .extracting(SearchKey::grade)
                .containsOnly(Grade.VARIANT);
        assertThat(full)
                .filteredOn(key -> key.kind() == KeyKind.NAME_PART)
                .extracting(SearchKey::grade)
                .containsOnly(Grade.WIDE);
    }

    @Test
    void aNameHasFewKeys() {
        var keys = Normaliser.keys(Read.name("髙橋 一郎", "タカハシ イチロウ"));
        assertThat(keys).hasSizeLessThanOrEqualTo(16);
        assertThat(keys)
                .filteredOn(key -> key.kind() != KeyKind.NAME_PART && key.kind() != KeyKind.NAME_NEAR)
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void aReadingBringsItsOwnKeys() {
        assertThat(Normaliser.keys(Read.name("大野", "おおの")))
                .extracting(SearchKey::kind, SearchKey::value, SearchKey::grade)
                .containsExactlyInAnyOrder(
                        tuple(KeyKind.NAME_KANJI, "大野", Grade.EXACT),
                        tuple(KeyKind.NAME_KANA, "オオノ", Grade.EXACT),
                        tuple(KeyKind.NAME_KANA, "オーノ", Grade.VARIANT),
                        tuple(KeyKind.NAME_KANA, "オノ", Grade.WIDE),
                        tuple(KeyKind.NAME_PART, "大野", Grade.VARIANT),
                        tuple(KeyKind.NAME_PART, "オノ", Grade.VARIANT),
                        tuple(KeyKind.NAME_ROMAJI, "ono", Grade.WIDE));
    }

    @Test
    void theOtherKindsHaveOneKey() {
        assertThat(Normaliser.keys(Read.good(Plate.parse("青森 330 さ 12-34"))))
                .containsExactly(new SearchKey(KeyKind.PLATE, "青森330さ1234", List.of()));
        assertThat(Normaliser.keys(Read.good(Phone.parse("+81 90-1234-5678"))))
                .containsExactly(new SearchKey(KeyKind.PHONE, "09012345678", List.of()));
        assertThat(Normaliser.keys(Read.good(LicenceNumber.parse("2012-3456-7890"))))
                .containsExactly(new SearchKey(KeyKind.LICENCE, "201234567890", List.of()));
        assertThat(Normaliser.keys(Read.good(ResidenceCardNumber.parse("ab12345678cd"))))
                .containsExactly(new SearchKey(KeyKind.RESIDENCE_CARD, "AB12345678CD", List.of()));
    }

    @Test
    void normalisingANormalFormChangesNothing() {
        for (String written : List.of("髙橋 佐々木", "おおの ゔぃくとる", "Ohno Shinji", "ｶﾞｯｷｭｳ", "關ヶ原")) {
            var whole = EnumSet.of(KeyKind.NAME_KANJI, KeyKind.NAME_KANA, KeyKind.NAME_ROMAJI);
            for (var key : Normaliser.keys(Read.name(written)).stream()
                    .filter(key -> whole.contains(key.kind()))
                    .toList()) {
                assertThat(Normaliser.keys(Read.name(key.value())))
                        .as(key.toString())
                        .anyMatch(again ->
                                again.kind() == key.kind() && again.value().equals(key.value()));
            }
        }
    }

    @Test
    void theLongestNameStaysCheapAndShort() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (String part : List.of("髙", "ジョ ", "ッ", "オ", "sh ", "ō", "々", "ch", "o")) {
                var name = Read.name(("髙".equals(part) || "々".equals(part) ? "見" : "")
                        + part.repeat(98 / part.length()).strip());
                for (int i = 0; i < 200; i++) {
                    assertThat(Normaliser.keys(name)).isNotEmpty();
                }
            }
        });
    }

    @Test
    void noOfficiallyDifferentCharacterIsTakenForAnother() {
        int pairs = 0;
        for (String[] row : Read.rows("kanji/mj-betsuji.tsv")) {
            for (String form : new String[] {row[0], row[1]}) {
                if (!form.isEmpty()) {
                    var grade = Read.meet(Normaliser.keys(Read.name(form)), Normaliser.keys(Read.name(row[2])));
                    assertThat(grade).as(form + " " + row[2]).isIn(null, Grade.WIDE);
                    pairs++;
                }
            }
        }
        assertThat(pairs).isGreaterThan(150);
    }

    @Test
    void everyPairOfTheJoyoTableIsOneCharacter() {
        for (String[] row : Read.rows("kanji/joyo-kangxi.tsv")) {
            assertThat(Read.meet(Normaliser.keys(Read.name(row[0])), Normaliser.keys(Read.name(row[1]))))
                    .as(row[0] + row[1])
                    .isIn(Grade.EXACT, Grade.VARIANT);
        }
    }
}
