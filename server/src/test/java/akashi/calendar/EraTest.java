package akashi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EraTest {
    @Test
    void lastDayOfAnEraIsTheDayBeforeTheNextBegins() {
        assertThat(Era.of(LocalDate.of(1989, 1, 7))).contains(Era.SHOWA);
        assertThat(Era.of(LocalDate.of(1989, 1, 8))).contains(Era.HEISEI);
        assertThat(Era.of(LocalDate.of(2019, 4, 30))).contains(Era.HEISEI);
        assertThat(Era.of(LocalDate.of(2019, 5, 1))).contains(Era.REIWA);
        assertThat(Era.of(LocalDate.of(1926, 12, 24))).contains(Era.TAISHO);
        assertThat(Era.of(LocalDate.of(1912, 7, 29))).contains(Era.MEIJI);
        assertThat(Era.SHOWA.end()).contains(LocalDate.of(1989, 1, 7));
        assertThat(Era.REIWA.end()).isEmpty();
        assertThat(Era.of(LocalDate.of(1868, 1, 24))).isEmpty();
    }

    @Test
    void erasAreFoundByNameAndByLetterInAnyWidth() {
        assertThat(Era.named("令和")).contains(Era.REIWA);
        assertThat(Era.named("h")).contains(Era.HEISEI);
        assertThat(Era.named("Ｓ")).contains(Era.SHOWA);
        assertThat(Era.named("慶応")).isEmpty();
    }

    @Test
    void yearsConvertBothWays() {
        assertThat(Era.REIWA.westernYear(8)).isEqualTo(2026);
        assertThat(Era.SHOWA.yearOf(1989)).isEqualTo(64);
        assertThat(Era.HEISEI.contains(LocalDate.of(1989, 1, 7))).isFalse();
    }

    @Test
    void datesAreWrittenInBothCalendarsAndTheFirstYearIsGannen() {
        assertThat(JapaneseDates.format(LocalDate.of(2026, 11, 22))).isEqualTo("令和8年11月22日（2026-11-22）");
        assertThat(JapaneseDates.format(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日（2019-05-01）");
        assertThat(JapaneseDates.format(LocalDate.of(1989, 1, 7))).isEqualTo("昭和64年1月7日（1989-01-07）");
        assertThat(JapaneseDates.format(LocalDate.of(1860, 1, 1))).isEqualTo("1860-01-01");
        assertThat(JapaneseDates.format(LocalDate.of(2026, 11, 22), Locale.ENGLISH))
                .isEqualTo("2026-11-22");
    }

    @Test
    void instantsAreWrittenInJapaneseTime() {
        Instant lateInUtc = Instant.parse("2026-11-21T15:04:33Z");
        assertThat(JapaneseDates.format(lateInUtc)).isEqualTo("令和8年11月22日（2026-11-22） 00:04:33");
        assertThat(JapaneseDates.format(lateInUtc, Locale.ENGLISH)).isEqualTo("2026-11-22 00:04:33");
        assertThat(JapaneseDates.startOf(LocalDate.of(2026, 11, 22))).isEqualTo("2026-11-21T15:00:00Z");
    }

    @Test
    void fiscalYearsBeginInApril() {
        assertThat(FiscalYear.of(LocalDate.of(2026, 3, 31))).isEqualTo(new FiscalYear(2025));
        assertThat(FiscalYear.of(LocalDate.of(2026, 4, 1))).isEqualTo(new FiscalYear(2026));
        assertThat(new FiscalYear(2026).last()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(new FiscalYear(2026).written()).isEqualTo("令和8年度");
        assertThat(new FiscalYear(2019).written()).isEqualTo("平成31年度");
        assertThat(new FiscalYear(2026).contains(LocalDate.of(2027, 4, 1))).isFalse();
        assertThat(new FiscalYear(2026)).isGreaterThan(new FiscalYear(2025));
    }
}
