package akashi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Whether the program's memory stays flat under a steady load: what is alive after a full collection, minute by minute.
 * What the process holds of the machine's memory is printed beside it; that follows the size of the heap, not need.
 */
final class Memory {
    /** The sessions, caches and compiled code of the first minutes come once and stay. */
    private static final int SETTLED = 5;

    private static final double FLAT = 1.10;
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)$");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private Memory() {}

    /**
     * Asks at a steady rate for so many minutes and prints a line for each.
     *
     * @return whether no minute after the first five had more than a tenth more alive than the fifth
     */
    static boolean flat(Server server, Officers officers, int perSecond, int minutes) throws Exception {
        System.out.printf("%d minutes at %d/s; alive after a full collection, resident%n", minutes, perSecond);
        List<Long> alive = new ArrayList<>();
        for (var minute = 1; minute <= minutes; minute++) {
            var round = officers.runAt(perSecond, 60);
            alive.add(alive(server.pid()));
            System.out.printf(
                    Locale.ROOT,
                    "minute %2d: %,7d inquiries, alive %,6d KB, resident %s%n",
                    minute,
                    round.timings().count(),
                    alive.getLast(),
                    resident(server.pid()).stream()
                            .mapToObj("%,d KB"::formatted)
                            .findFirst()
                            .orElse("unknown"));
        }
        if (minutes <= SETTLED) {
            System.out.println("memory: too short to tell");
            return true;
        }
        var settled = alive.get(SETTLED - 1);
        var most = alive.subList(SETTLED, minutes).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(settled);
        System.out.printf(
                Locale.ROOT, "memory most alive/alive after %d minutes %.2f%n", SETTLED, (double) most / settled);
        return most <= settled * FLAT;
    }

    private static long alive(long pid) throws IOException, InterruptedException {
        var histogram = jcmd(pid, "GC.class_histogram");
        var total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IOException("The histogram of the measured program has no total");
        }
        return Long.parseLong(total.group(1)) / 1024;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("The measured program did not answer " + command + ": " + output);
        }
        return output;
    }

    private static OptionalLong resident(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        var found = RESIDENT.matcher(Files.readString(status));
        return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }
}
