package akashi.improvement;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars with their numbers, to be drawn as SVG on the server with a table of the same numbers beside (UI.md): up to four
 * series, each named at its line.
 *
 * @param name stable name, also of its CSV
 * @param labels what each bar stands for
 */
record Chart(String name, boolean across, List<String> labels, List<Series> series) {
    static final int WIDTH = 640;
    private static final int TOP = 24;
    private static final int HEIGHT = 176;
    private static final int ROW = 28;
    private static final int LEFT = 200;
    private static final int RIGHT = 72;
    private static final int AXIS = 24;
    private static final int LINE_RIGHT = 96;
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
            return values.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A bar lying across: a label, a length, a number. */
    record Bar(int y, int length, String label, long value) {}

    /** A line over the days. */
    record Line(int place, String key, String points, int endX, int endY, long total) {}

    /** A label on the axis. */
    record Tick(int x, String label) {}

    boolean empty() {
        return series.stream().allMatch(one -> one.total() == 0);
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

    int height() {
        return across ? labels.size() * ROW + 8 : TOP + HEIGHT + AXIS;
    }

    int left() {
        return LEFT;
    }

    int base() {
        return TOP + HEIGHT;
    }

    int lineEnd() {
        return WIDTH - LINE_RIGHT;
    }

    List<Bar> bars() {
        var bars = new ArrayList<Bar>();
        var values = series.getFirst().values();
        long most = Math.max(1, greatest());
        for (var i = 0; i < labels.size(); i++) {
            int length = (int) (values.get(i) * (WIDTH - LEFT - RIGHT) / most);
            bars.add(new Bar(4 + i * ROW, Math.max(values.get(i) > 0 ? 2 : 0, length), labels.get(i), values.get(i)));
        }
        return bars;
    }

    /** Lines with their names at the end, moved apart where they would lie on one another. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        long most = Math.max(1, greatest());
        int count = Math.max(1, labels.size() - 1);
        var taken = new ArrayList<Integer>();
        for (var s = 0; s < series.size(); s++) {
            var values = series.get(s).values();
            var points = new StringBuilder();
            int y = base();
            for (var i = 0; i < values.size(); i++) {
                y = base() - (int) (values.get(i) * HEIGHT / most);
                points.append(i == 0 ? "" : " ")
                        .append(8 + i * (lineEnd() - 8) / count)
                        .append(',')
                        .append(y);
            }
            int name = y;
            while (near(taken, name)) {
                name -= 4;
            }
            taken.add(name);
            lines.add(new Line(
                    s + 1,
                    series.get(s).key(),
                    points.toString(),
                    lineEnd() + 8,
                    name + 5,
                    series.get(s).total()));
        }
        return lines;
    }

    private static boolean near(List<Integer> taken, int y) {
        return taken.stream().anyMatch(other -> Math.abs(other - y) < 18);
    }

    /** First, middle and last label. */
    List<Tick> ticks() {
        if (labels.isEmpty()) {
            return List.of();
        }
        int count = Math.max(1, labels.size() - 1);
        var ticks = new ArrayList<Tick>();
        for (int i : List.of(0, labels.size() / 2, labels.size() - 1)) {
            var tick = new Tick(8 + i * (lineEnd() - 8) / count, labels.get(i));
            if (!ticks.contains(tick)) {
                ticks.add(tick);
            }
        }
        return ticks;
    }
}
