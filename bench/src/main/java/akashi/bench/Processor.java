package akashi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processor time used so far by the measured program, by its database and by the load generator itself. Other than a
 * rate it hardly changes when something else runs on the machine, so it tells where the time of an inquiry goes.
 *
 * @param program seconds of the Java program, its compiler and collector included
 * @param database seconds of PostgreSQL's processes
 * @param generator seconds of this process
 */
record Processor(double program, double database, double generator) {
    private static final double TICKS = 100;
    private static final int UTIME = 11;
    private static final int CHILDREN = 14;

    /** What was used until now; empty where the operating system does not tell (Linux does). */
    static Optional<Processor> read(Server server) {
        if (!Files.isReadable(Path.of("/proc/self/stat"))) {
            return Optional.empty();
        }
        var postmaster = Long.parseLong(server.databasePid());
        var processes = ProcessHandle.of(postmaster).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .toList();
        // The postmaster also counts the children that ended.
        var ended = ticks(postmaster, UTIME + 2, CHILDREN);
        return Optional.of(new Processor(
                own(List.of(server.pid())),
                own(processes) + ended,
                own(List.of(ProcessHandle.current().pid()))));
    }

    /** A line of the table: what each used between two readings, by one of so many inquiries. */
    String row(Processor earlier, long inquiries) {
        return String.format(
                Locale.ROOT,
                "processor time by inquiry: program %.0f µs, database %.0f µs, load generator %.0f µs",
                (program - earlier.program) * 1e6 / inquiries,
                (database - earlier.database) * 1e6 / inquiries,
                (generator - earlier.generator) * 1e6 / inquiries);
    }

    private static double own(List<Long> pids) {
        return pids.stream().mapToDouble(pid -> ticks(pid, UTIME, UTIME + 1)).sum();
    }

    /** The sum of these fields of a process's line, counted after its name; 0 when it has ended. */
    private static double ticks(long pid, int first, int last) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(fields, first, last + 1)
                            .mapToLong(Long::parseLong)
                            .sum()
                    / TICKS;
        } catch (IOException ended) {
            return 0;
        }
    }
}
