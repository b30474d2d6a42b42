package akashi.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Periods in months by civil law (民法140条–143条). A period ends on the day before the corresponding day (応当日) of its last
 * month, or on the last day of that month where there is no corresponding day. Holidays do not move these ends; where a
 * rule lets them, the caller adds {@link WorkingDays#onOrAfter(LocalDate)}.
 */
public final class CivilMonths {
    private CivilMonths() {}

    /** The last day of a period of so many months whose first counted day (起算日) is {@code firstDay}. */
    public static LocalDate lastDay(LocalDate firstDay, int months) {
        if (months < 1) {
            throw new IllegalArgumentException("a period lasts at least one month, not " + months);
        }
        YearMonth month = YearMonth.from(firstDay).plusMonths(months);
        return month.isValidDay(firstDay.getDayOfMonth())
                ? month.atDay(firstDay.getDayOfMonth()).minusDays(1)
                : month.atEndOfMonth();
    }

    /**
     * The last day of a period that starts with something that happened during {@code day}, which is not counted
     * (初日不算入).
     */
    public static LocalDate lastDayAfter(LocalDate day, int months) {
        return lastDay(day.plusDays(1), months);
    }
}
