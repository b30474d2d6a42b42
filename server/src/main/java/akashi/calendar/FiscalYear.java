package akashi.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/** A fiscal year (年度): 1 April to 31 March, named after the year it begins in. */
public record FiscalYear(int year) implements Comparable<FiscalYear> {
    private static final MonthDay BEGINS = MonthDay.of(4, 1);

    /** The fiscal year a day belongs to. */
    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(MonthDay.from(day).isBefore(BEGINS) ? day.getYear() - 1 : day.getYear());
    }

    /** 1 April. */
    public LocalDate first() {
        return BEGINS.atYear(year);
    }

    /** 31 March of the next calendar year. */
    public LocalDate last() {
        return next().first().minusDays(1);
    }

    /** The fiscal year after this one. */
    public FiscalYear next() {
        return new FiscalYear(year + 1);
    }

    /** Whether the day lies within. */
    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    /** 令和8年度; named by the era of its first day (1 April), so 2019 is 平成31年度, as papers of that year say. */
    public String written() {
        return Era.of(first()).map(era -> JapaneseDates.year(era, year)).orElseGet(() -> Integer.toString(year)) + "年度";
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }
}
