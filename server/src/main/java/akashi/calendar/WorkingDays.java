package akashi.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Days the offices are open (開庁日): not Saturdays, Sundays, national holidays, nor 29 December to 3 January (閉庁日). Known
 * for 2000–2050; asking for another year is refused with a {@link java.time.DateTimeException}, never guessed.
 */
public final class WorkingDays {
    private WorkingDays() {}

    /** Whether the offices are open on this day. */
    public static boolean isOpen(LocalDate day) {
        return holiday(day).isEmpty() && !isWeekend(day) && !isYearEnd(day);
    }

    /** The name of the holiday this day is by the holiday law (振替休日 and 国民の休日 included). */
    public static Optional<String> holiday(LocalDate day) {
        return Optional.ofNullable(Holidays.of(day.getYear()).get(day));
    }

    /** The day itself when open, otherwise the next open one: where the last day of a period falls (民法142条). */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate open = day;
        while (!isOpen(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    /** The day itself when open, otherwise the last open one before it. */
    public static LocalDate onOrBefore(LocalDate day) {
        LocalDate open = day;
        while (!isOpen(open)) {
            open = open.minusDays(1);
        }
        return open;
    }

    /**
     * The {@code count}-th open day after this day (which is not counted); {@code count} ≥ 0, and 0 is the day itself.
     */
    public static LocalDate after(LocalDate day, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("cannot count " + count + " working days forward");
        }
        LocalDate reached = day;
        for (int counted = 0; counted < count; counted++) {
            reached = onOrAfter(reached.plusDays(1));
        }
        return reached;
    }

    /** How many open days lie after {@code from} up to and including {@code to}; 0 when {@code to} is not later. */
    public static int between(LocalDate from, LocalDate to) {
        return (int) from.datesUntil(to.isBefore(from) ? from : to)
                .map(day -> day.plusDays(1))
                .filter(WorkingDays::isOpen)
                .count();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isYearEnd(LocalDate day) {
        return switch (day.getMonth()) {
            case DECEMBER -> day.getDayOfMonth() >= 29;
            case JANUARY -> day.getDayOfMonth() <= 3;
            case FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER -> false;
        };
    }
}
