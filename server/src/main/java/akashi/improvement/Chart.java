package akashi.improvement;

import java.util.List;

/**
 * Bars with their numbers, to be drawn as SVG on the server with a table of the same numbers beside (UI.md): up to four
 * series, each named at its line.
 *
 * @param name stable name, also of its CSV
 * @param labels what each bar stands for
 */
record Chart(String name, boolean across, List<String> labels, List<Series> series) {
    /** Stands for a number that is not told, because it is small enough to be one person's. */
    static final long FEW = -1;

    private static final int MOST = 4;

    Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        if (series.size() > MOST) {
            throw new IllegalArgumentException("A chart has up to four series, not " + series.size());
        }
    }

    /** One row of numbers; {@code key} is its message key. */
    record Series(String key, List<Long> values) {
        Series {
            values = List.copyOf(values);
        }

        long total() {
            return values.stream().mapToLong(value -> Math.max(0, value)).sum();
        }
    }

    boolean empty() {
        return series.stream().allMatch(one -> one.values().stream().allMatch(value -> value == 0));
    }

    long greatest() {
        return series.stream()
                .flatMap(one -> one.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** The label of the greatest number of the first series. */
    String peak() {
        var values = series.getFirst().values();
        int at = 0;
        for (var i = 0; i < values.size(); i++) {
            if (values.get(i) > values.get(at)) {
                at = i;
            }
        }
        return labels.isEmpty() ? "" : labels.get(at);
    }

    /** As it is drawn where there is room. */
    Drawing wide() {
        return new Drawing(this, false);
    }

    /** As it is drawn on a narrow window, whole and in letters of the same size. */
    Drawing narrow() {
        return new Drawing(this, true);
    }
}
