package akashi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CivilMonthsTest {
    @Test
    void periodEndsOnTheDayBeforeTheCorrespondingDay() {
        assertThat(CivilMonths.lastDay(LocalDate.of(2026, 1, 15), 3)).isEqualTo(LocalDate.of(2026, 4, 14));
        assertThat(CivilMonths.lastDay(LocalDate.of(2026, 4, 1), 12)).isEqualTo(LocalDate.of(2027, 3, 31));
    }

    @Test
    void withoutCorrespondingDayThePeriodEndsWithItsMonth() {
        assertThat(CivilMonths.lastDay(LocalDate.of(2026, 1, 31), 1)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(CivilMonths.lastDay(LocalDate.of(2028, 1, 31), 1)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(CivilMonths.lastDay(LocalDate.of(2024, 2, 29), 12)).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(CivilMonths.lastDay(LocalDate.of(2026, 1, 29), 1)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(CivilMonths.lastDay(LocalDate.of(2026, 1, 28), 1)).isEqualTo(LocalDate.of(2026, 2, 27));
    }

    @Test
    void dayOfTheEventIsNotCounted() {
        assertThat(CivilMonths.lastDayAfter(LocalDate.of(2026, 1, 31), 1)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(CivilMonths.lastDayAfter(LocalDate.of(2026, 2, 28), 1)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(CivilMonths.lastDayAfter(LocalDate.of(2026, 8, 30), 6)).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void periodOfNoMonthIsRefused() {
        assertThatThrownBy(() -> CivilMonths.lastDay(LocalDate.of(2026, 1, 1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
