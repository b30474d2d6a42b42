package akashi.bench;

/** A steady rate, shared evenly by several threads. */
final class Pace {
    private final long gap;
    private final long offset;
    private long due;

    Pace(int perSecond, int thread, int threads) {
        gap = 1_000_000_000L * threads / perSecond;
        offset = gap * thread / threads;
    }

    /**
     * Waits until the thread's next turn is due, not at all where it is late already; gives the nanosecond at which it
     * was due, from which its time is to be counted.
     */
    long next() throws InterruptedException {
        due = due == 0 ? System.nanoTime() + offset : due + gap;
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        }
        return due;
    }
}
