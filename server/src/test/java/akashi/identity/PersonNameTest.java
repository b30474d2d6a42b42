package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "髙橋 太郎",
                "勅使河原 長尾景虎之助衛門",
                "葛\uDB40\uDD00城 花子",
                "𠮷野家",
                "佐々木 〆男",
                "スミス・ジョン＝ポール",
                "O'Brien, Mary-Ann Jr.",
                "Nguyễn Văn Nam",
                "ｻﾄｳ ﾊﾅｺ",
                "金 ミンス",
                "タイソン2世",
                "二〇加屋"
            })
    void keepsNamesAsWritten(String written) {
        assertThat(Read.name(written).written()).isEqualTo(written);
    }

    @Test
    void readsTheThreeParts() {
        var name = Read.good(PersonName.parse(" 見本　太郎 ", "ミホン　ﾀﾛｳ", "MIHON, Tarō"));
        assertThat(name).isEqualTo(new PersonName("見本　太郎", "ミホン　ﾀﾛｳ", "MIHON, Tarō"));
        assertThat(Read.good(PersonName.parse("見本太郎", " ", ""))).isEqualTo(new PersonName("見本太郎", null, null));
    }

    @Test
    void refusesWhatIsNoName() {
        assertThat(refusal("")).isEqualTo("identity.name.missing");
        assertThat(refusal("\u200B")).isEqualTo("identity.name.missing");
        assertThat(refusal("・・・")).isEqualTo("identity.name.noLetter");
        assertThat(refusal("<script>alert(1)</script>")).isEqualTo("identity.name.character");
        assertThat(refusal("太郎'; DROP TABLE person;--")).isEqualTo("identity.name.character");
        assertThat(refusal("見本😀")).isEqualTo("identity.name.character");
        assertThat(refusal("見本👨\u200D👩\u200D👧")).isEqualTo("identity.name.character");
        assertThat(refusal("見本（太郎）")).isEqualTo("identity.name.character");
        assertThat(refusal("見\u0000本")).isEqualTo("identity.text.control");
        assertThat(refusal("見\u001B[31m本")).isEqualTo("identity.text.control");
        assertThat(refusal("見本\u202E郎太")).isEqualTo("identity.text.direction");
        assertThat(refusal("見本\u2066太郎")).isEqualTo("identity.text.direction");
        assertThat(refusal("見本\uD800")).isEqualTo("identity.text.surrogate");
        assertThat(refusal("見本\uDC00太郎")).isEqualTo("identity.text.surrogate");
        assertThat(refusal("見本\u0378")).isEqualTo("identity.text.unassigned");
        assertThat(refusal("見本\uFFFF")).isEqualTo("identity.text.unassigned");
        assertThat(refusal("見本\uE000")).isEqualTo("identity.text.privateUse");
        assertThat(refusal("e" + "\u0301".repeat(9))).isEqualTo("identity.name.marks");
        assertThat(refusal("\u0301見本")).isEqualTo("identity.name.marks");
        assertThat(refusal("\uFDFA".repeat(90))).isEqualTo("identity.name.unfolds");
        assertThat(refusal("見".repeat(101))).isEqualTo("identity.text.tooLong");
    }

    @Test
    void saysWhereTheFaultIs() {
        assertThat(Read.args(PersonName.parse("𠮷田<", null, null))).containsExactly("<", "U+003C", "3");
        assertThat(Read.args(PersonName.parse("𠮷\u202E田", null, null))).containsExactly("U+202E", "2");
        assertThat(Read.args(PersonName.parse("見".repeat(101), null, null))).containsExactly("100", "101");
    }

    @Test
    void readingAndRomajiHoldTheirOwnLettersOnly() {
        assertThat(Read.bad(PersonName.parse("見本", "見本", null))).isEqualTo("identity.name.kana");
        assertThat(Read.bad(PersonName.parse("見本", "mihon", null))).isEqualTo("identity.name.kana");
        assertThat(Read.bad(PersonName.parse("見本", null, "ミホン"))).isEqualTo("identity.name.romaji");
        assertThat(Read.bad(PersonName.parse("見本", null, "Мihon"))).isEqualTo("identity.name.romaji");
        assertThat(Read.bad(PersonName.parse("見本", "ミホン\u202E", null))).isEqualTo("identity.text.direction");
    }

    @Test
    void invisibleMarksAndLineEndsAreMended() {
        assertThat(Read.name("\uFEFF見本\u200E\u200B\t太郎\u00AD\r\n").written()).isEqualTo("見本 太郎");
    }

    @Test
    void aNameCannotBeBuiltFromUncleanText() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("", null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("見本\u200B", null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("見本", "\u0000", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("見本", null, "<b>"));
    }

    @Test
    void hugeInputIsRefusedAtOnce() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String part : new String[] {"見", "\u0301", "\uFDFA", "オ", "o", "😀", "\uD800", "\u200B", " "}) {
                String huge = part.repeat(65 * 1024);
                assertThat(refusal(huge)).isEqualTo("identity.text.tooLong");
                assertThat(Read.bad(PersonName.parse("見本", huge, null))).isEqualTo("identity.text.tooLong");
                assertThat(Read.bad(PartialDate.parse(huge))).isEqualTo("identity.text.tooLong");
                assertThat(Read.bad(Plate.parse(huge))).isEqualTo("identity.text.tooLong");
                assertThat(Read.bad(Plate.parse("青森", huge, "さ", "1"))).isEqualTo("identity.text.tooLong");
                assertThat(Read.bad(Phone.parse(huge))).isEqualTo("identity.text.tooLong");
                assertThat(Read.bad(LicenceNumber.parse(huge))).isEqualTo("identity.text.tooLong");
                assertThat(Read.bad(ResidenceCardNumber.parse(huge))).isEqualTo("identity.text.tooLong");
                assertThat(Read.bad(Serial.parse(huge))).isEqualTo("identity.text.tooLong");
            }
        });
    }

    @Test
    void noTextWhateverBreaksAParserOrANormaliser() {
        var random = new Random(7);
        var before = Read.name("見本 -");
        String seeds =
                "見本髙々〻ヽヾｶﾞヴァッーオウohnmt・ 、'-0①㍿ﷺ\u3099\u309B\uDB40\uDD02亮\uD83D\uDE00\u202E\u0000\uD800\u0345İß年月日不詳?昭和S.63/青森さ-";
        for (int i = 0; i < 15_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(
                        random.nextInt(4) == 0
                                ? (char) random.nextInt(0x10000)
                                : seeds.charAt(random.nextInt(seeds.length())));
            }
            String typed = text.toString();
            if (PersonName.parse(typed, null, null) instanceof Parsed.Good<PersonName>(PersonName name)) {
                assertThat(Normaliser.keys(name)).as(typed).isNotEmpty();
                assertThat(PersonScore.of(Person.of(name, null, null), Person.of(before, null, null))
                                .lines())
                        .as(typed)
                        .isNotEmpty();
                before = name;
            }
            assertThat(PersonName.parse("見本", typed, typed)).isNotNull();
            assertThat(PartialDate.parse(typed)).isNotNull();
            assertThat(Plate.parse(typed)).isNotNull();
            assertThat(Plate.parse("青森", typed, typed, typed)).isNotNull();
            assertThat(Phone.parse(typed)).isNotNull();
            assertThat(LicenceNumber.parse(typed)).isNotNull();
            assertThat(ResidenceCardNumber.parse(typed)).isNotNull();
            assertThat(Serial.parse(typed)).isNotNull();
        }
    }

    private static String refusal(String written) {
        return Read.bad(PersonName.parse(written, null, null));
    }
}
