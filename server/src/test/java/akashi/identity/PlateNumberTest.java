package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number on a plate is read however it was jotted down. */
class PlateNumberTest {
    @ParameterizedTest
    @CsvSource({
        "12-34, 1234, 12-34",
        "１２３４, 1234, 12-34",
        "・・12, 12, ・・12",
        "0012, 12, ・・12",
        "・3-45, 345, ・3-45",
        "7, 7, ・・・7"
    })
    void everyWayOfWritingItIsRead(String typed, String serial, String display) {
        assertThat(PlateNumber.parse(typed)).isEqualTo(Parsed.good(new PlateNumber(serial)));
        assertThat(new PlateNumber(serial).display()).isEqualTo(display);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1-234", "0000", "さ1234", "・・"})
    void anythingElseIsRefused(String typed) {
        assertThat(PlateNumber.parse(typed)).isInstanceOf(Parsed.Bad.class);
    }

    @Test
    void itsKeyIsNeverMoreThanACandidate() {
        assertThat(Normaliser.keys(new PlateNumber("1234"))).singleElement().satisfies(key -> {
            assertThat(key.kind()).isEqualTo(KeyKind.PLATE_NUMBER);
            assertThat(key.grade()).isEqualTo(Grade.WIDE);
        });
    }
}
