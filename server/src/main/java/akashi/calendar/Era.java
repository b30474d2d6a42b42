package akashi.calendar;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * An era (元号) from 明治 on. A day belongs to exactly one era: the day an era begins is a day of the new era (1989-01-07
 * is 昭和64年, 1989-01-08 平成元年).
 *
 * <p>明治 reaches back to 1868-01-25, the Gregorian day of 明治元年1月1日; dates before 1873 were counted by the lunisolar
 * calendar, here all dates are Gregorian.
 */
public enum Era {
    MEIJI("明治", 'M', LocalDate.of(1868, 1, 25)),
    TAISHO("大正", 'T', LocalDate.of(1912, 7, 30)),
    SHOWA("昭和", 'S', LocalDate.of(1926, 12, 25)),
    HEISEI("平成", 'H', LocalDate.of(1989, 1, 8)),
    REIWA("令和", 'R', LocalDate.of(2019, 5, 1));

    private final String written;
    private final char letter;
    private final LocalDate start;

    Era(String written, char letter, LocalDate start) {
        this.written = written;
        this.letter = letter;
        this.start = start;
    }

    /** The era a day belongs to, or nothing before 明治. */
    public static Optional<Era> of(LocalDate day) {
        Era found = null;
        for (Era era : values()) {
            if (!day.isBefore(era.start)) {
                found = era;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The era with this name (令和) or letter (R, r, and their full-width forms). */
    public static Optional<Era> named(String text) {
        String key = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        for (Era era : values()) {
            if (key.equals(era.written) || (key.length() == 1 && Character.toUpperCase(key.charAt(0)) == era.letter)) {
                return Optional.of(era);
            }
        }
        return Optional.empty();
    }

    /** Its name in Japanese, 令和. */
    public String written() {
        return written;
    }

    /** The letter used on forms: M, T, S, H, R. */
    public char letter() {
        return letter;
    }

    /** Its first day. */
    public LocalDate start() {
        return start;
    }

    /** Its last day, or nothing while it lasts. */
    public Optional<LocalDate> end() {
        return Arrays.stream(values())
                .filter(era -> era.start.isAfter(start))
                .findFirst()
                .map(next -> next.start.minusDays(1));
    }

    /** Whether the day lies within this era. */
    public boolean contains(LocalDate day) {
        return of(day).filter(this::equals).isPresent();
    }

    /** The year of this era a western year is, 1 for 元年; the caller knows that the day lies within the era. */
    public int yearOf(int westernYear) {
        return westernYear - start.getYear() + 1;
    }

    /** The western year of a year of this era: 令和8 → 2026. */
    public int westernYear(int yearOfEra) {
        return start.getYear() + yearOfEra - 1;
    }
}
