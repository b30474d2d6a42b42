package akashi.account;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A copy in memory of what a table says, renewed when the table's generation number has moved. Reading it costs one
 * volatile read; a change made on this node is seen when {@link #refresh} returns, one made on another node at the next
 * {@link #poll}.
 */
public final class Snapshot<T> {
    private record Loaded<T>(long generation, T value) {}

    private final LongSupplier generation;
    private final Supplier<T> load;

    /** Written under {@code this}, read without. */
    private volatile @Nullable Loaded<T> loaded;

    /**
     * @param generation reads the table's generation number
     * @param load reads the table
     */
    public Snapshot(LongSupplier generation, Supplier<T> load) {
        this.generation = generation;
        this.load = load;
    }

    /** The copy; read from the table on first use. */
    public T get() {
        var now = loaded;
        return now == null ? first() : now.value();
    }

    /** Generation number of the copy. */
    public long generation() {
        var now = loaded;
        return now == null ? 0 : now.generation();
    }

    /** Reads the table anew. */
    public synchronized void refresh() {
        // The number is read first: rows that change in between are read again with the next poll, never missed.
        var number = generation.getAsLong();
        loaded = new Loaded<>(number, load.get());
    }

    /** Reads the table anew if its generation number has moved since. */
    public void poll() {
        var now = loaded;
        if (now != null && now.generation() != generation.getAsLong()) {
            refresh();
        }
    }

    private synchronized T first() {
        if (loaded == null) {
            refresh();
        }
        var now = loaded;
        if (now == null) {
            throw new IllegalStateException("A snapshot must be there after it was read");
        }
        return now.value();
    }
}
