package akashi.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * National holidays (国民の祝日) of 2000–2050 by rule, with 振替休日 (第3条第2項) and 国民の休日 (第3条第3項).
 *
 * <p>The equinoxes follow the usual approximation for 1980–2099 (暦計算研究会); the binding date is announced in the official
 * gazette each February for the year after. Special acts: accession days in 2019, Olympic moves in 2020 and 2021.
 */
final class Holidays {
    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2050;

    private static final Map<Integer, Map<LocalDate, String>> BY_YEAR = new ConcurrentHashMap<>();

    private Holidays() {}

    /** Every day off by the holiday law in this year, with its name. */
    static Map<LocalDate, String> of(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("holidays are known for " + FIRST_YEAR + "–" + LAST_YEAR + ", not for " + year);
        }
        return BY_YEAR.computeIfAbsent(year, Holidays::compute);
    }

    private static Map<LocalDate, String> compute(int year) {
        var named = new TreeMap<LocalDate, String>();
        fixed(named, year);
        movable(named, year);
        special(named, year);
        var all = new TreeMap<>(named);
        for (LocalDate day : named.keySet()) {
            if (day.getDayOfWeek() == SUNDAY) {
                all.putIfAbsent(substitute(day, named, year), "振替休日");
            }
            LocalDate between = day.plusDays(1);
            if (named.containsKey(day.plusDays(2))
                    && !named.containsKey(between)
                    && (year >= 2007 || between.getDayOfWeek() != SUNDAY)) {
                all.putIfAbsent(between, "国民の休日");
            }
        }
        return Map.copyOf(all);
    }

    /** Since 2007 the nearest following day that is no holiday itself; before, the Monday. */
    private static LocalDate substitute(LocalDate sunday, Map<LocalDate, String> named, int year) {
        LocalDate day = sunday.plusDays(1);
        while (year >= 2007 && named.containsKey(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static void fixed(Map<LocalDate, String> days, int year) {
        days.put(LocalDate.of(year, 1, 1), "元日");
        days.put(LocalDate.of(year, 2, 11), "建国記念の日");
        days.put(LocalDate.of(year, 4, 29), year < 2007 ? "みどりの日" : "昭和の日");
        days.put(LocalDate.of(year, 5, 3), "憲法記念日");
        if (year >= 2007) {
            days.put(LocalDate.of(year, 5, 4), "みどりの日");
        }
        days.put(LocalDate.of(year, 5, 5), "こどもの日");
        days.put(LocalDate.of(year, 11, 3), "文化の日");
        days.put(LocalDate.of(year, 11, 23), "勤労感謝の日");
        if (year <= 2018) {
            days.put(LocalDate.of(year, 12, 23), "天皇誕生日");
        }
        if (year >= 2020) {
            days.put(LocalDate.of(year, 2, 23), "天皇誕生日");
        }
    }

    private static void movable(Map<LocalDate, String> days, int year) {
        days.put(monday(year, 1, 2), "成人の日");
        days.put(LocalDate.of(year, 3, equinox(20.8431, year)), "春分の日");
        days.put(LocalDate.of(year, 9, equinox(23.2488, year)), "秋分の日");
        days.put(year < 2003 ? LocalDate.of(year, 9, 15) : monday(year, 9, 3), "敬老の日");
        days.put(marineDay(year), "海の日");
        days.put(sportsDay(year), year < 2020 ? "体育の日" : "スポーツの日");
        if (year >= 2016) {
            days.put(mountainDay(year), "山の日");
        }
    }

    private static LocalDate marineDay(int year) {
        return switch (year) {
            case 2000, 2001, 2002 -> LocalDate.of(year, 7, 20);
            case 2020 -> LocalDate.of(2020, 7, 23);
            case 2021 -> LocalDate.of(2021, 7, 22);
            default -> monday(year, 7, 3);
        };
    }

    private static LocalDate sportsDay(int year) {
        return switch (year) {
            case 2020 -> LocalDate.of(2020, 7, 24);
            case 2021 -> LocalDate.of(2021, 7, 23);
            default -> monday(year, 10, 2);
        };
    }

    private static LocalDate mountainDay(int year) {
        return switch (year) {
            case 2020 -> LocalDate.of(2020, 8, 10);
            case 2021 -> LocalDate.of(2021, 8, 8);
            default -> LocalDate.of(year, 8, 11);
        };
    }

    private static void special(Map<LocalDate, String> days, int year) {
        if (year == 2019) {
            days.put(LocalDate.of(2019, 5, 1), "即位の日");
            days.put(LocalDate.of(2019, 10, 22), "即位礼正殿の儀");
        }
    }

    private static LocalDate monday(int year, int month, int which) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, MONDAY));
    }

    private static int equinox(double base, int year) {
        int since = year - 1980;
        return (int) (base + 0.242194 * since) - since / 4;
    }
}
