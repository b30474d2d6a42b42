package akashi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private static List<String> of(int year) {
        return new TreeMap<>(Holidays.of(year))
                .keySet().stream()
                        .map(day -> MonthDay.from(day).toString().substring(2))
                        .toList();
    }

    /** As published by the Cabinet Office (内閣府「国民の祝日について」). */
    @Test
    void holidaysAreThoseOfTheGazette() {
        assertThat(of(2019))
                .containsExactly(
                        "01-01", "01-14", "02-11", "03-21", "04-29", "04-30", "05-01", "05-02", "05-03", "05-04",
                        "05-05", "05-06", "07-15", "08-11", "08-12", "09-16", "09-23", "10-14", "10-22", "11-03",
                        "11-04", "11-23");
        assertThat(of(2020))
                .containsExactly(
                        "01-01", "01-13", "02-11", "02-23", "02-24", "03-20", "04-29", "05-03", "05-04", "05-05",
                        "05-06", "07-23", "07-24", "08-10", "09-21", "09-22", "11-03", "11-23");
        assertThat(of(2021))
                .containsExactly(
                        "01-01", "01-11", "02-11", "02-23", "03-20", "04-29", "05-03", "05-04", "05-05", "07-22",
                        "07-23", "08-08", "08-09", "09-20", "09-23", "11-03", "11-23");
        assertThat(of(2026))
                .containsExactly(
                        "01-01", "01-12", "02-11", "02-23", "03-20", "04-29", "05-03", "05-04", "05-05", "05-06",
                        "07-20", "08-11", "09-21", "09-22", "09-23", "10-12", "11-03", "11-23");
        assertThat(of(2000))
                .containsExactly(
                        "01-01", "01-10", "02-11", "03-20", "04-29", "05-03", "05-04", "05-05", "07-20", "09-15",
                        "09-23", "10-09", "11-03", "11-23", "12-23");
    }

    @Test
    void dayBetweenTwoHolidaysIsOne() {
        assertThat(WorkingDays.holiday(LocalDate.of(2026, 9, 22))).contains("国民の休日");
        assertThat(WorkingDays.holiday(LocalDate.of(2009, 9, 22))).contains("国民の休日");
        assertThat(WorkingDays.holiday(LocalDate.of(2003, 5, 4))).isEmpty();
        assertThat(WorkingDays.holiday(LocalDate.of(2004, 5, 4))).contains("国民の休日");
    }

    @Test
    void sundayHolidaysMoveToTheNextFreeDay() {
        assertThat(WorkingDays.holiday(LocalDate.of(2026, 5, 6))).contains("振替休日");
        assertThat(WorkingDays.holiday(LocalDate.of(2008, 5, 6))).contains("振替休日");
    }

    @Test
    void officesCloseAtTheTurnOfTheYear() {
        assertThat(WorkingDays.isOpen(LocalDate.of(2026, 12, 28))).isTrue();
        assertThat(WorkingDays.isOpen(LocalDate.of(2026, 12, 29))).isFalse();
        assertThat(WorkingDays.onOrAfter(LocalDate.of(2026, 12, 29))).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(WorkingDays.onOrBefore(LocalDate.of(2027, 1, 3))).isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @Test
    void workingDaysAreCountedOverHolidays() {
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertThat(WorkingDays.after(friday, 0)).isEqualTo(friday);
        assertThat(WorkingDays.after(friday, 1)).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(WorkingDays.between(friday, LocalDate.of(2026, 11, 24))).isEqualTo(1);
        assertThat(WorkingDays.between(friday, LocalDate.of(2026, 11, 1))).isZero();
        assertThatThrownBy(() -> WorkingDays.after(friday, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void yearsOutsideTheRulesAreRefused() {
        assertThatThrownBy(() -> WorkingDays.isOpen(LocalDate.of(2051, 1, 4))).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> WorkingDays.isOpen(LocalDate.of(1999, 12, 28))).isInstanceOf(DateTimeException.class);
        assertThat(Holidays.of(2050)).hasSizeBetween(16, 20);
    }
}
