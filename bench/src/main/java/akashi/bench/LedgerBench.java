package akashi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ledger: library, sequencer on the demo's database, export, offline check against hashing the same bytes once, and
 * the start of the packaged program on a long log. Its database is kept below {@code var/bench/ledger} for the next
 * run.
 */
final class LedgerBench {
    private static final List<String> PARTS = List.of("append", "durable", "verify", "restart");
    private static final Pattern RATE = Pattern.compile("durable .*: ([0-9]+) /s.*");

    private final Settings settings;
    private final Path top = Path.of(System.getProperty("akashi.home", ".")).toAbsolutePath();
    private final Path home = top.resolve("var/bench/ledger");
    private final Child child = new Child(top, home);

    private LedgerBench(Settings settings) {
        this.settings = settings;
    }

    /**
     * What is measured.
     *
     * @param entries length of the log for all but the durable part
     * @param writers writers at the same time
     * @param durable entries of each durable round
     * @param only the parts to run
     */
    private record Settings(long entries, int writers, int durable, Set<String> only) {
        static Settings of(List<String> words) {
            long entries = 10_000_000;
            var writers = 64;
            var durable = 200_000;
            var only = Set.copyOf(PARTS);
            for (var word = words.iterator(); word.hasNext(); ) {
                switch (word.next()) {
                    case "--entries" -> entries = Long.parseLong(word.next());
                    case "--writers" -> writers = Integer.parseInt(word.next());
                    case "--durable" -> durable = Integer.parseInt(word.next());
                    case "--only" -> only = Set.of(word.next().split(",", -1));
                    default -> only = Set.of();
                }
            }
            if (only.isEmpty() || !Set.copyOf(PARTS).containsAll(only)) {
                System.err.println(
                        "bench ledger: known are --entries N, --writers N, --durable N and --only with any of "
                                + String.join(",", PARTS));
                System.exit(2);
            }
            return new Settings(entries, writers, durable, only);
        }
    }

    /** Measures and prints; the figures of parts that were left out are missing from the last lines. */
    static int run(List<String> words) throws IOException, InterruptedException {
        var bench = new LedgerBench(Settings.of(words));
        return bench.run();
    }

    private int run() throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT, "%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        if (settings.only().contains("append")) {
            var library = new LibraryPart();
            library.append(settings.entries());
            library.proofs();
        }
        if (settings.only().equals(Set.of("append"))) {
            return 0;
        }
        prepare();
        String durable = settings.only().contains("durable") ? durable() : "";
        boolean filled = settings.only().contains("verify") || settings.only().contains("restart");
        if (filled) {
            require(child.onServer("akashi.usage.LedgerDrive", "fill", Long.toString(settings.entries())));
        }
        String ratio = settings.only().contains("verify") ? verify() : "";
        if (settings.only().contains("restart")) {
            restart();
        }
        System.out.println();
        Stream.of(durable, ratio).filter(line -> !line.isEmpty()).forEach(System.out::println);
        return 0;
    }

    /**
     * A demo of its own, with schema, samples and key; started once with each build, so that its schema is of today.
     */
    private void prepare() throws IOException, InterruptedException {
        var stamp = home.resolve("prepared");
        var built = Files.getLastModifiedTime(top.resolve("server/target/server-0.1.0-app.jar"))
                .toString();
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(built)) {
            System.out.println("preparing the database below var/bench/ledger …");
            try {
                Server.start(home, 0, InquiryBench.freePort(), false).close();
            } catch (IllegalStateException e) {
                System.out.println("the database of an earlier version cannot be used; making a new one …");
                remove(home.resolve("var"));
                Server.start(home, 0, InquiryBench.freePort(), false).close();
            }
            Files.writeString(stamp, built);
        }
    }

    private String durable() throws IOException, InterruptedException {
        var ended = child.onServer(
                "akashi.usage.LedgerDrive",
                "durable",
                Integer.toString(settings.writers()),
                Integer.toString(settings.durable()));
        require(ended);
        long best = ended.lines().stream()
                .map(RATE::matcher)
                .filter(java.util.regex.Matcher::matches)
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sorted()
                .skip(1)
                .findFirst()
                .orElseThrow();
        return "ledger durable/s " + best;
    }

    /** Both sides read the same files in processes of their own, three times in turn; the medians are compared. */
    private String verify() throws IOException, InterruptedException {
        var export = home.resolve("export");
        remove(export);
        require(child.onServer("akashi.usage.LedgerDrive", "export", export.toString()));
        var verifier = top.resolve("verifier/target/verifier-0.1.0.jar");
        var key = home.resolve("var/demo/ledger.pub").toString();
        int processors = Runtime.getRuntime().availableProcessors();
        double[][] seconds = new double[3][3];
        for (int round = 0; round < 3; round++) {
            seconds[0][round] = hash(export, processors);
            var checked = child.jar(verifier, "verify", "--all", export.toString(), "--key", key, "--lang", "en");
            require(checked);
            seconds[1][round] = checked.seconds();
            seconds[2][round] = hash(export, 1);
        }
        double once = median(seconds[0]);
        double check = median(seconds[1]);
        System.out.printf(
                Locale.ROOT,
                "verify --all %.1f s, %,.0f entries/s; hashing the same bytes once %.1f s with %d threads, %.1f s with one%n",
                check,
                settings.entries() / check,
                once,
                processors,
                median(seconds[2]));
        return String.format(Locale.ROOT, "verify/hash %.2f", check / once);
    }

    private double hash(Path export, int threads) throws IOException, InterruptedException {
        var ended = child.onBench("akashi.bench.HashOnce", export.toString(), Integer.toString(threads));
        require(ended);
        return ended.seconds();
    }

    private void restart() throws IOException, InterruptedException {
        for (int round = 0; round < 2; round++) {
            long started = System.nanoTime();
            try (var server = Server.start(home, 0, InquiryBench.freePort(), false)) {
                System.out.printf(
                        Locale.ROOT,
                        "restart of the whole program, database included, with %,d entries: ready after %.1f s (port %d)%n",
                        settings.entries(),
                        (System.nanoTime() - started) / 1e9,
                        server.port());
            }
        }
    }

    private static void require(Child.Ended ended) {
        if (ended.status() != 0) {
            throw new IllegalStateException("A part ended with " + ended.status() + ":\n"
                    + String.join(
                            "\n",
                            ended.lines().subList(0, Math.min(30, ended.lines().size()))));
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
