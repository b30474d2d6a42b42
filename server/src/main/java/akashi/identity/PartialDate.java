package akashi.identity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date of which year, month or day may be unknown (不詳). A date that cannot exist cannot be built.
 *
 * @param year western year {@value #FIRST_YEAR}–{@value #LAST_YEAR}, null where unknown
 */
public record PartialDate(
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day) implements Comparable<PartialDate> {
    /** Earliest year that is read. */
    public static final int FIRST_YEAR = 1800;

    /** Latest year that is read; whether a future date makes sense is for the caller to say. */
    public static final int LAST_YEAR = 2199;

    public PartialDate {
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new IllegalArgumentException("year " + year + " is not between " + FIRST_YEAR + " and " + LAST_YEAR);
        }
        if (!possible(year, month, day)) {
            throw new IllegalArgumentException("no such date: " + year + "-" + month + "-" + day);
        }
    }

    /**
     * Reads era and western dates ({@code 昭和63年4月12日}, {@code S63.4.12}, {@code 1988-04-12}, {@code 19880412}), parts
     * may be 不明, 不詳 or ??. Impossible dates are refused with their own reason, future dates are not refused.
     */
    public static Parsed<PartialDate> parse(String text) {
        return DateText.parse(text);
    }

    /** The date of that day, nothing unknown. */
    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Earliest day it can be; with the year unknown counted from {@value #FIRST_YEAR}. */
    public LocalDate from() {
        for (int y = year == null ? FIRST_YEAR : year; ; y++) {
            for (int m = month == null ? 1 : month; m <= (month == null ? 12 : month); m++) {
                if (day == null || day <= YearMonth.of(y, m).lengthOfMonth()) {
                    return LocalDate.of(y, m, day == null ? 1 : day);
                }
            }
        }
    }

    /** Latest day it can be; with the year unknown counted to {@value #LAST_YEAR}. */
    public LocalDate to() {
        for (int y = year == null ? LAST_YEAR : year; ; y--) {
            for (int m = month == null ? 12 : month; m >= (month == null ? 1 : month); m--) {
                int length = YearMonth.of(y, m).lengthOfMonth();
                if (day == null || day <= length) {
                    return LocalDate.of(y, m, day == null ? length : day);
                }
            }
        }
    }

    /** Whether all three parts are known. */
    public boolean complete() {
        return year != null && month != null && day != null;
    }

    /** Whether nothing at all is known. */
    public boolean unknown() {
        return year == null && month == null && day == null;
    }

    /**
     * Whether both can be the same day: no known part contradicts the other, and what they know together is a day that
     * exists.
     */
    public boolean overlaps(PartialDate other) {
        return agree(year, other.year)
                && agree(month, other.month)
                && agree(day, other.day)
                && possible(known(year, other.year), known(month, other.month), known(day, other.day));
    }

    /** The date with month and day exchanged, as some foreign papers write them; nothing if that is no other date. */
    public Optional<PartialDate> swapped() {
        return month == null || day == null || day > 12 || Objects.equals(month, day)
                ? Optional.empty()
                : Optional.of(new PartialDate(year, day, month));
    }

    /** The storable form, {@code 1988-04-??}; {@link #parse} reads it back. */
    public String canonical() {
        return part(year, 4) + "-" + part(month, 2) + "-" + part(day, 2);
    }

    /** Both calendars, as on a page in Japanese: {@code 昭和63年4月日不詳（1988-04-??）}. */
    public String display() {
        return DateText.display(this);
    }

    /** For a reader of this language: {@link #display()} in Japanese, {@link #canonical()} otherwise. */
    public String display(Locale language) {
        return language.getLanguage().equals("ja") ? display() : canonical();
    }

    /** By earliest, then by latest possible day. */
    @Override
    public int compareTo(PartialDate other) {
        int byFrom = from().compareTo(other.from());
        return byFrom != 0 ? byFrom : to().compareTo(other.to());
    }

    /** Whether some day has these parts; 29 February counts while the year is unknown. */
    static boolean possible(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
        if (month != null && (month < 1 || month > 12)) {
            return false;
        }
        if (day == null) {
            return true;
        }
        return day >= 1
                && day
                        <= (month == null
                                ? 31
                                : YearMonth.of(year == null ? 2000 : year, month)
                                        .lengthOfMonth());
    }

    private static boolean agree(@Nullable Integer one, @Nullable Integer other) {
        return one == null || other == null || one.equals(other);
    }

    private static @Nullable Integer known(@Nullable Integer one, @Nullable Integer other) {
        return one != null ? one : other;
    }

    private static String part(@Nullable Integer value, int width) {
        String digits = value == null ? "" : value.toString();
        return (value == null ? "?" : "0").repeat(Math.max(0, width - digits.length())) + digits;
    }
}
