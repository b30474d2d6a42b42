package akashi.improvement;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a period for one operation.
 *
 * @param asked inquiries answered; a question of several operations counts in each
 * @param valid hits that the registering unit confirmed
 * @param minutes what one inquiry took by hand, as last stated for the period; null where nothing is stated
 * @param forecast inquiries the proposal had forecast for the period; null where nothing is stated
 * @param unused what the definition offers and nobody used
 * @param unreadable entries of the logs, of whatever operation, that could not be counted
 */
record Figures(
        long asked,
        long refused,
        long hits,
        long contents,
        long askedBack,
        long valid,
        long results,
        FigureSql.@Nullable Figure minutes,
        FigureSql.@Nullable Figure forecast,
        @Nullable Long saved,
        @Nullable Long expected,
        List<Chart> charts,
        List<Unused> unused,
        long unreadable) {
    Figures {
        charts = List.copyOf(charts);
        unused = List.copyOf(unused);
    }

    /** Something offered and not used; {@code sort} is ACT, PURPOSE or KIND. */
    record Unused(String sort, String name) {}

    /** The sorts of which something is unused, in order. */
    List<String> unusedSorts() {
        return unused.stream().map(Unused::sort).distinct().toList();
    }

    String unusedOf(String sort) {
        return unused.stream()
                .filter(one -> one.sort().equals(sort))
                .map(Unused::name)
                .collect(Collectors.joining(" · "));
    }

    Chart chart(String name) {
        return charts.stream()
                .filter(chart -> chart.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Hundredths of the forecast that came true; null where there is none. */
    @Nullable Long reached() {
        return expected == null || expected == 0 ? null : Long.valueOf(asked * 100 / expected);
    }
}
