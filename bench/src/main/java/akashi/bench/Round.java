package akashi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One timed round of several threads doing the same until the time is over. */
final class Round {
    private final int seconds;
    private final Timings timings;
    private final double elapsed;

    private Round(int seconds, Timings timings, double elapsed) {
        this.seconds = seconds;
        this.timings = timings;
        this.elapsed = elapsed;
    }

    /** What each thread does, from the moment all are ready. */
    interface Work {
        void run(int thread, Turn turn) throws Exception;
    }

    /** A thread's part in a round: whether to go on, and its own timings. */
    static final class Turn {
        private final CountDownLatch ready;
        private final CountDownLatch go;
        private final long nanos;
        private final Timings timings = new Timings();
        private long deadline;

        private Turn(CountDownLatch ready, CountDownLatch go, long nanos) {
            this.ready = ready;
            this.go = go;
            this.nanos = nanos;
        }

        /** The first call waits until every thread is ready; later ones say whether time is left. */
        boolean running() throws InterruptedException {
            if (deadline == 0) {
                ready.countDown();
                go.await();
                deadline = System.nanoTime() + nanos;
            }
            return System.nanoTime() < deadline;
        }

        Timings timings() {
            return timings;
        }
    }

    /** Runs the work on that many threads at once; the first fault of any ends the measurement. */
    static Round of(int threads, int seconds, Work work) throws InterruptedException {
        var ready = new CountDownLatch(threads);
        var go = new CountDownLatch(1);
        var fault = new AtomicReference<@Nullable Exception>();
        List<Turn> turns = new ArrayList<>();
        List<Thread> running = new ArrayList<>();
        for (var i = 0; i < threads; i++) {
            var turn = new Turn(ready, go, seconds * 1_000_000_000L);
            var number = i;
            turns.add(turn);
            running.add(Thread.ofPlatform().start(() -> {
                try {
                    work.run(number, turn);
                } catch (Exception e) {
                    fault.compareAndSet(null, e);
                    ready.countDown();
                }
            }));
        }
        ready.await();
        var begun = System.nanoTime();
        go.countDown();
        for (var thread : running) {
            thread.join();
        }
        var elapsed = (System.nanoTime() - begun) / 1e9;
        var first = fault.get();
        if (first != null) {
            throw new IllegalStateException("A measured thread failed: " + first.getMessage(), first);
        }
        var all = new Timings();
        turns.forEach(turn -> all.addAll(turn.timings()));
        return new Round(seconds, all, elapsed);
    }

    double perSecond() {
        return timings.count() / elapsed;
    }

    Timings timings() {
        return timings;
    }

    /** A line of the table: rate and latencies. */
    String row(String name) {
        return "%-44s %8d %9.0f %8.2f %8.2f %8.2f %6d s"
                .formatted(
                        name,
                        timings.count(),
                        perSecond(),
                        timings.millis(0.50),
                        timings.millis(0.95),
                        timings.millis(0.99),
                        seconds);
    }

    static String head() {
        return "%-44s %8s %9s %8s %8s %8s %8s".formatted("", "count", "per s", "p50 ms", "p95 ms", "p99 ms", "round");
    }
}
