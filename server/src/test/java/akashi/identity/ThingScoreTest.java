package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThingScoreTest {
    @ParameterizedTest
    @CsvSource({
        "青森 330 さ 12-34, ｱｵﾓﾘ330サ1234, EXACT, 100",
        "青森 330 さ 12-34, 青森 330 さ 12-43, WIDE, 84",
        "青森 330 さ 12-34, 青森 330 さ 56-78, WIDE, 60",
        "青森 330 さ 12-34, 八戸 330 さ 12-34, WIDE, 80",
        "青 5 す 12-34, 青森 5 す 12-34, WIDE, 98",
        "嶋 5 す 12-34, 島根 5 す 12-34, WIDE, 98",
        "青森 330 さ 12-34, 八戸 500 さ 12-34, , 60"
    })
    void plates(String asked, String recorded, @Nullable String grade, int score) {
        var scored = ThingScore.of(Read.good(Plate.parse(asked)), Read.good(Plate.parse(recorded)));
        assertThat(scored.grade()).isEqualTo(grade == null ? null : Grade.valueOf(grade));
        assertThat(scored.score()).isEqualTo(score);
        assertThat(scored.lines()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "ZVW30-1234567, zvw30 1234567, EXACT, same",
        "ZVW3O-1, ZVW30-1, WIDE, look-alikes",
        "JB8S-5001, J885-5001, WIDE, worn-signs",
        "QNC21-100200, 0NC21-100200, WIDE, worn-signs",
        "ZVW30-1234567, ZVW30-1234576, WIDE, one-sign",
        "ZVW30-1234567, ZVW30-123456, WIDE, one-sign",
        "1234567, ZVW30-1234567, WIDE, part-of-number",
        "ZVW30-1234567, ABC12-7654321, , different",
        "123, 123456, , different"
    })
    void numbers(String asked, String recorded, @Nullable String grade, String what) {
        var scored = ThingScore.of(KeyKind.CHASSIS, Read.good(Serial.parse(asked)), Read.good(Serial.parse(recorded)));
        assertThat(scored.grade()).isEqualTo(grade == null ? null : Grade.valueOf(grade));
        assertThat(scored.lines().getFirst().messageKey()).isEqualTo("identity.match." + what);
        var turned = ThingScore.of(KeyKind.CHASSIS, Read.good(Serial.parse(recorded)), Read.good(Serial.parse(asked)));
        assertThat(turned.score()).isEqualTo(scored.score());
    }
}
