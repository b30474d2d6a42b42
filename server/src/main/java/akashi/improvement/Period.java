package akashi.improvement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The days looked at, both ends included; up to a year. */
record Period(LocalDate from, LocalDate to) {
    private static final int LONGEST = 366;
    private static final int USUAL = 28;

    /** As asked for; whatever is no date or the wrong way round is the last four weeks, and a longer one is cut. */
    static Period read(String from, String to, LocalDate today) {
        try {
            var last = to.isBlank() ? today : LocalDate.parse(to.strip());
            var first = from.isBlank() ? last.minusDays(USUAL - 1) : LocalDate.parse(from.strip());
            if (!first.isAfter(last) && first.getYear() > 1900 && last.getYear() < 2200) {
                return new Period(
                        first.isBefore(last.minusDays(LONGEST - 1)) ? last.minusDays(LONGEST - 1) : first, last);
            }
        } catch (DateTimeException _) {
            // the usual period, below
        }
        return new Period(today.minusDays(USUAL - 1), today);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    List<LocalDate> each() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    /** A figure a month, for the days looked at: each day is its part of its own month. */
    double ofMonthly(int monthly) {
        return each().stream()
                .mapToDouble(day -> (double) monthly / YearMonth.from(day).lengthOfMonth())
                .sum();
    }
}
