package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "017-723-4211, 0177234211, 017-723-4211",
        "０１７（７２３）４２１１, 0177234211, 017-723-4211",
        "(0172) 32-0111, 0172320111, 0172-32-0111",
        "09012345678, 09012345678, 090-1234-5678",
        "090ー1234ー5678, 09012345678, 090-1234-5678",
        "+81 90-1234-5678, 09012345678, 090-1234-5678",
        "+81(0)17-723-4211, 0177234211, 017-723-4211",
        "010-81-90-1234-5678, 09012345678, 090-1234-5678",
        "0120-000-000, 0120000000, 0120-000-000",
        "0800-123-4567, 08001234567, 0800-123-4567",
        "03-3581-0141, 0335810141, 03-3581-0141",
        "0985-26-1234, 0985261234, 0985261234",
        "+82 10 1234 5678, +821012345678, +821012345678"
    })
    void readsTelephoneNumbers(String typed, String canonical, String shown) {
        var phone = Read.good(Phone.parse(typed));
        assertThat(phone.canonical()).isEqualTo(canonical);
        assertThat(phone.display()).isEqualTo(shown);
        assertThat(Read.good(Phone.parse(shown))).isEqualTo(phone);
    }

    @ParameterizedTest
    @CsvSource({
        "110, identity.phone.areaCode",
        "723-4211, identity.phone.areaCode",
        "090-1234-567, identity.phone.length",
        "017-723-42111, identity.phone.length",
        "０１７ー７２３ー不明, identity.phone.character",
        "<b>, identity.phone.character",
        "'', identity.phone.missing"
    })
    void refusesTelephoneNumbers(String typed, String reason) {
        assertThat(Read.bad(Phone.parse(typed))).isEqualTo(reason);
    }

    @Test
    void readsLicenceNumbers() {
        assertThat(Read.good(LicenceNumber.parse("２０１２ 3456 7890")).canonical()).isEqualTo("201234567890");
        assertThat(Read.good(LicenceNumber.parse("第201234567890号")).display()).isEqualTo("201234567890");
        assertThat(Read.bad(LicenceNumber.parse("20123456789"))).isEqualTo("identity.licence.length");
        assertThat(Read.bad(LicenceNumber.parse("19123456789O"))).isEqualTo("identity.licence.character");
        assertThat(Read.bad(LicenceNumber.parse("191234567890"))).isEqualTo("identity.licence.commission");
        assertThat(Read.bad(LicenceNumber.parse(" "))).isEqualTo("identity.licence.missing");
        assertThatIllegalArgumentException().isThrownBy(() -> new LicenceNumber("1"));
    }

    @Test
    void theUnconfirmedCheckDigitIsOnlyAHint() {
        assertThat(Read.good(LicenceNumber.parse("309012345620")).checkDigitFits())
                .isTrue();
        assertThat(Read.good(LicenceNumber.parse("309012345630")).checkDigitFits())
                .isFalse();
    }

    @Test
    void readsResidenceCardNumbers() {
        assertThat(Read.good(ResidenceCardNumber.parse("ａｂ 1234-5678 cd")).canonical())
                .isEqualTo("AB12345678CD");
        assertThat(Read.bad(ResidenceCardNumber.parse("AB1234567CD"))).isEqualTo("identity.card.length");
        assertThat(Read.bad(ResidenceCardNumber.parse("A112345678CD"))).isEqualTo("identity.card.form");
        assertThat(Read.bad(ResidenceCardNumber.parse(""))).isEqualTo("identity.card.missing");
        assertThatIllegalArgumentException().isThrownBy(() -> new ResidenceCardNumber("AB"));
    }

    @Test
    void serialsKeepWhatWasWritten() {
        var chassis = Read.good(Serial.parse(" ｚｖｗ３０－１２３４５６７ "));
        assertThat(chassis.written()).isEqualTo("ｚｖｗ３０－１２３４５６７");
        assertThat(chassis.canonical()).isEqualTo("ZVW301234567");
        assertThat(Read.good(Serial.parse("青森県 あ-12345")).canonical()).isEqualTo("青森県ア12345");
        assertThat(Read.good(Serial.parse("No. 12/34_5")).canonical()).isEqualTo("NO12345");
        assertThat(Read.bad(Serial.parse(""))).isEqualTo("identity.serial.missing");
        assertThat(Read.bad(Serial.parse("---"))).isEqualTo("identity.serial.noLetter");
        assertThat(Read.bad(Serial.parse("12<34>"))).isEqualTo("identity.serial.character");
        assertThat(Read.bad(Serial.parse("1".repeat(55)))).isEqualTo("identity.serial.length");
        assertThat(Read.bad(Serial.parse("1".repeat(65_000)))).isEqualTo("identity.text.tooLong");
        assertThatIllegalArgumentException().isThrownBy(() -> new Serial("-", "-"));
    }

    @Test
    void zeroAndOMeetOnlyInTheWideKey() {
        var typed = Normaliser.keys(KeyKind.CHASSIS, Read.good(Serial.parse("ZVWI0-O1")));
        var recorded = Normaliser.keys(KeyKind.CHASSIS, Read.good(Serial.parse("ZVW10-01")));
        assertThat(Read.meet(typed, recorded)).isEqualTo(Grade.WIDE);
        assertThat(typed).extracting(SearchKey::value).containsExactly("ZVWI0O1", "ZVW1001");
        assertThat(typed.getLast().rules()).containsExactly("look-alikes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normaliser.keys(KeyKind.PLATE, Read.good(Serial.parse("1")))
                        .size());
    }
}
