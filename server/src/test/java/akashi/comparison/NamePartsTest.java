package akashi.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.identity.Grade;
import akashi.identity.Parsed;
import akashi.identity.PersonName;
import org.junit.jupiter.api.Test;

class NamePartsTest {
    @Test
    void namesakesOfOneFamilyAreNotCloseByTheirFamilyName() {
        assertThat(NameParts.grade(name("見本 太郎", "ミホン タロウ"), name("見本 次郎", "ミホン ジロウ")))
                .isNull();
        assertThat(NameParts.grade(name("見本 太郎", "ミホン タロウ"), name("見本 太郎", "ミホン タロー")))
                .isEqualTo(Grade.VARIANT);
    }

    @Test
    void aVoicedWordIsOnlyWidelyTheSame() {
        assertThat(NameParts.grade("ヤマサキ", "ヤマザキ")).isEqualTo(Grade.WIDE);
    }

    private static PersonName name(String written, String kana) {
        return switch (PersonName.parse(written, kana, null)) {
            case Parsed.Good<PersonName>(PersonName name) -> name;
            case Parsed.Bad<PersonName> bad -> throw new AssertionError(bad.toString());
        };
    }
}
