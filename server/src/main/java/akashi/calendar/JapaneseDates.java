package akashi.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How dates and times are written on pages and papers. Instants inside, Asia/Tokyo outside. */
public final class JapaneseDates {
    /** The time zone everything outside is written in. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private JapaneseDates() {}

    /** 令和8年11月22日（2026-11-22）; the first year of an era is 元年; before 明治 the western date alone. */
    public static String format(LocalDate day) {
        return era(day).map(written -> written + "（" + day + "）").orElseGet(day::toString);
    }

    /** The date for a reader of this language: {@link #format(LocalDate)} in Japanese, 2026-11-22 otherwise. */
    public static String format(LocalDate day, Locale language) {
        return language.getLanguage().equals("ja") ? format(day) : day.toString();
    }

    /** 令和8年11月22日, as papers are dated; nothing before 明治. */
    public static Optional<String> era(LocalDate day) {
        return Era.of(day)
                .map(era -> year(era, day.getYear()) + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
    }

    /** The date in Japan at this instant. */
    public static LocalDate dateOf(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    /** The beginning of the day in Japan, 00:00. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The clock time in Japan, 21:04:33. */
    public static String time(Instant at) {
        return TIME.format(at.atZone(ZONE));
    }

    /** Date and time: 令和8年11月22日（2026-11-22） 21:04:33. */
    public static String format(Instant at) {
        return format(dateOf(at)) + " " + time(at);
    }

    /** Date and time for a reader of this language. */
    public static String format(Instant at, Locale language) {
        return format(dateOf(at), language) + " " + time(at);
    }

    static String year(Era era, int westernYear) {
        int year = era.yearOf(westernYear);
        return era.written() + (year == 1 ? "元" : Integer.toString(year));
    }
}
