package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DraftTest {
    @Test
    void privatePartMayBeErasedOnceTheWholeMonthIsOldEnough() {
        assertThat(Draft.month(LocalDate.of(2026, 11, 22), 5)).isEqualTo(LocalDate.of(2031, 12, 1));
        assertThat(Draft.month(LocalDate.of(2028, 2, 29), 5)).isEqualTo(LocalDate.of(2033, 3, 1));
    }
}
