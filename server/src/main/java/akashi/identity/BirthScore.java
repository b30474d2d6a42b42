package akashi.identity;

import akashi.calendar.Era;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares two dates of birth, of which parts may be unknown. */
record BirthScore(int score, @Nullable Grade grade, String what) {
    private static final BirthScore SAME = new BirthScore(100, Grade.EXACT, "same");
    private static final BirthScore DAY_UNKNOWN = new BirthScore(90, Grade.VARIANT, "day-unknown");
    private static final BirthScore MONTH_UNKNOWN = new BirthScore(80, Grade.VARIANT, "month-unknown");
    private static final BirthScore YEAR_UNKNOWN = new BirthScore(70, Grade.WIDE, "year-unknown");
    private static final BirthScore SWAPPED = new BirthScore(70, Grade.WIDE, "swapped");
    private static final BirthScore OTHER_ERA = new BirthScore(60, Grade.WIDE, "other-era");
    private static final BirthScore ONE_DIGIT = new BirthScore(50, Grade.WIDE, "one-digit");
    private static final BirthScore DIFFERENT = new BirthScore(0, null, "different");

    static BirthScore of(PartialDate asked, PartialDate recorded) {
        if (asked.complete() && asked.equals(recorded)) {
            return SAME;
        }
        if (asked.overlaps(recorded)) {
            if (asked.year() == null || recorded.year() == null) {
                return YEAR_UNKNOWN;
            }
            return asked.month() == null || recorded.month() == null ? MONTH_UNKNOWN : DAY_UNKNOWN;
        }
        if (recorded.swapped().filter(asked::overlaps).isPresent()) {
            return SWAPPED;
        }
        if (!asked.complete() || !recorded.complete()) {
            return DIFFERENT;
        }
        if (otherEra(asked, recorded)) {
            return OTHER_ERA;
        }
        return oneDigit(asked.canonical(), recorded.canonical()) ? ONE_DIGIT : DIFFERENT;
    }

    /** The same year number, month and day in another era, as 昭和5年 taken for 平成5年. */
    private static boolean otherEra(PartialDate asked, PartialDate recorded) {
        if (!Objects.equals(asked.month(), recorded.month()) || !Objects.equals(asked.day(), recorded.day())) {
            return false;
        }
        int here = yearOfEra(asked.from());
        return here > 0 && here == yearOfEra(recorded.from());
    }

    private static int yearOfEra(LocalDate day) {
        return Era.of(day).map(era -> era.yearOf(day.getYear())).orElse(0);
    }

    private static boolean oneDigit(String here, String there) {
        int differ = 0;
        for (int i = 0; i < here.length(); i++) {
            differ += here.charAt(i) == there.charAt(i) ? 0 : 1;
        }
        return differ == 1 || Edits.one(here, there);
    }

    Line line(PartialDate asked, PartialDate recorded) {
        return new Line(
                "identity.part.birth",
                grade,
                "identity.match.birth." + what,
                List.of(asked.display(), recorded.display()));
    }
}
