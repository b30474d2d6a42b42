package akashi.entitlement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code akashi.entitlement.*}.
 *
 * @param yearly month and day from which the yearly recertification begins by itself where nobody has begun it, such as
 *     {@code 06-01}; {@code never} where somebody always begins it
 */
@ConfigurationProperties("akashi.entitlement")
record EntitlementSettings(@DefaultValue("06-01") String yearly) {
    static final String NEVER = "never";
    private static final int WINDOW_DAYS = 30;

    EntitlementSettings {
        if (!yearly.equals(NEVER)) {
            try {
                var _ = MonthDay.parse("--" + yearly);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "akashi.entitlement.yearly must be a month and a day such as 06-01, or never", e);
            }
        }
    }

    /**
     * Whether the yearly ones begin by themselves on that day: from the day set on for a month, so that a program that
     * stood still misses none.
     */
    boolean season(LocalDate today) {
        if (yearly.equals(NEVER)) {
            return false;
        }
        var begins = begins(today);
        return !today.isBefore(begins) && today.isBefore(begins.plusDays(WINDOW_DAYS));
    }

    /** The last day set that is not after that day. */
    private LocalDate begins(LocalDate today) {
        var day = MonthDay.parse("--" + yearly);
        var thisYear = day.atYear(today.getYear());
        return thisYear.isAfter(today) ? day.atYear(today.getYear() - 1) : thisYear;
    }

    /** From when on a recertification of a unit stands for the yearly one. */
    LocalDate countsFrom(LocalDate today) {
        return begins(today).minusDays(WINDOW_DAYS);
    }
}
