package akashi.improvement;

import java.util.ArrayList;
import java.util.List;

/** Where everything of a chart lies, in units of the SVG, which are pixels of the letters. */
record Drawing(Chart chart, boolean narrow) {
    private static final int TOP = 24;
    private static final int HEIGHT = 176;
    private static final int AXIS = 24;
    private static final int RIGHT = 72;

    /** A bar lying across: a label, a length, a number. */
    record Bar(int y, int length, String label, long value) {}

    /** A line over the days. */
    record Line(int place, String key, String points, int endX, int endY, long total) {}

    /** A label on the axis. */
    record Tick(int x, String label) {}

    int width() {
        return narrow ? 328 : 640;
    }

    int height() {
        return chart.across() ? chart.labels().size() * row() + 8 : TOP + HEIGHT + AXIS;
    }

    /** Narrow, a label stands above its bar instead of before it. */
    private int row() {
        return narrow ? 48 : 28;
    }

    int left() {
        return narrow ? 0 : 200;
    }

    int base() {
        return TOP + HEIGHT;
    }

    int lineEnd() {
        return width() - (narrow ? 84 : 96);
    }

    /** How much of a label there is room for. */
    private int letters() {
        return narrow ? 22 : 13;
    }

    List<Bar> bars() {
        var bars = new ArrayList<Bar>();
        var values = chart.series().getFirst().values();
        long most = Math.max(1, chart.greatest());
        for (var i = 0; i < chart.labels().size(); i++) {
            long value = values.get(i);
            int length = (int) (Math.max(0, value) * (width() - left() - RIGHT) / most);
            bars.add(new Bar(
                    4 + i * row(),
                    Math.max(value == 0 ? 0 : 2, length),
                    label(chart.labels().get(i)),
                    value));
        }
        return bars;
    }

    private String label(String label) {
        return label.length() > letters() + 1 ? label.substring(0, letters()) + "…" : label;
    }

    /** Lines with their names at the end, moved apart where they would lie on one another. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        long most = Math.max(1, chart.greatest());
        int count = Math.max(1, chart.labels().size() - 1);
        var taken = new ArrayList<Integer>();
        for (var s = 0; s < chart.series().size(); s++) {
            var series = chart.series().get(s);
            var points = new StringBuilder();
            int y = base();
            for (var i = 0; i < series.values().size(); i++) {
                y = base() - (int) (Math.max(0, series.values().get(i)) * HEIGHT / most);
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
            lines.add(new Line(s + 1, series.key(), points.toString(), lineEnd() + 8, name + 5, series.total()));
        }
        return lines;
    }

    private static boolean near(List<Integer> taken, int y) {
        return taken.stream().anyMatch(other -> Math.abs(other - y) < 18);
    }

    /** First, middle and last label; narrow, the first and the last. */
    List<Tick> ticks() {
        var labels = chart.labels();
        if (labels.isEmpty()) {
            return List.of();
        }
        int count = Math.max(1, labels.size() - 1);
        var ticks = new ArrayList<Tick>();
        for (int i : narrow ? List.of(0, labels.size() - 1) : List.of(0, labels.size() / 2, labels.size() - 1)) {
            var tick = new Tick(8 + i * (lineEnd() - 8) / count, labels.get(i));
            if (!ticks.contains(tick)) {
                ticks.add(tick);
            }
        }
        return ticks;
    }

    String anchor(Tick tick) {
        return tick.x() < 40 ? "start" : tick.x() > lineEnd() - 40 ? "end" : "middle";
    }
}
