package akashi.organization;

import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.web.Notice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The date a page is asked for (時点), as typed: today where nothing is, and where it cannot be understood, with the
 * reason.
 */
record AsOf(LocalDate date, String typed, @Nullable Notice problem) {
    static AsOf read(String typed, LocalDate today) {
        if (typed.isBlank()) {
            return new AsOf(today, "", null);
        }
        return switch (PartialDate.parse(typed)) {
            case Parsed.Good<PartialDate>(PartialDate date)
            when date.complete() -> new AsOf(date.from(), date.from().toString(), null);
            case Parsed.Good<PartialDate> _ ->
                new AsOf(today, typed, new Notice("caution", "organization.as-of.incomplete", List.of()));
            case Parsed.Bad<PartialDate>(String message, List<Object> args) ->
                new AsOf(today, typed, new Notice("caution", message, args));
        };
    }

    /** What links carry on: the query, empty for today. */
    String query() {
        return typed.isEmpty() || problem != null ? "" : "?asOf=" + date;
    }
}
