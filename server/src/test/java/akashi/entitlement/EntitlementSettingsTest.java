package akashi.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EntitlementSettingsTest {
    @Test
    void theYearlyDayIsASiteSettingAndItsSeasonIsAMonth() {
        var autumn = new EntitlementSettings("12-15");
        assertThat(autumn.season(LocalDate.of(2026, 12, 14))).isFalse();
        assertThat(autumn.season(LocalDate.of(2026, 12, 15))).isTrue();
        assertThat(autumn.season(LocalDate.of(2027, 1, 13))).isTrue();
        assertThat(autumn.season(LocalDate.of(2027, 1, 14))).isFalse();
        assertThat(autumn.countsFrom(LocalDate.of(2027, 1, 13))).isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(new EntitlementSettings("never").season(LocalDate.of(2026, 6, 1)))
                .isFalse();
    }

    @Test
    void aDayThatIsNoneIsNamed() {
        assertThatThrownBy(() -> new EntitlementSettings("June"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("akashi.entitlement.yearly");
    }
}
