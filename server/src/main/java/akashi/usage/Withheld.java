package akashi.usage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something read that nobody may see yet (未開示). It has no getter, its text says nothing, and it refuses to be
 * serialised. {@link UsageLog#release} opens it once the entry about it is durable; nothing else can. Functions given
 * to {@link #map} and {@link #and} run only then, so they cannot carry the value out early.
 */
public final class Withheld<T> {
    private final Supplier<? extends T> value;
    private final Disclosure disclosure;

    private Withheld(Supplier<? extends T> value, Disclosure disclosure) {
        this.value = value;
        this.disclosure = disclosure;
    }

    /** Withholds a value, with what its entry must say about it. */
    public static <T> Withheld<T> of(T value, Disclosure disclosure) {
        return new Withheld<>(() -> value, disclosure);
    }

    /** The same, seen through a function that runs when it is opened. */
    public <R> Withheld<R> map(Function<? super T, ? extends R> function) {
        return new Withheld<>(() -> function.apply(value.get()), disclosure);
    }

    /** Two withheld values as one; the entry will name what both disclose. */
    public <U, R> Withheld<R> and(Withheld<U> other, BiFunction<? super T, ? super U, ? extends R> function) {
        return new Withheld<>(() -> function.apply(value.get(), other.value.get()), disclosure.and(other.disclosure));
    }

    Disclosure disclosure() {
        return disclosure;
    }

    T open() {
        return value.get();
    }

    @JsonValue
    private Object refuse() {
        throw new IllegalStateException("A withheld value cannot be serialised; release it first");
    }

    /** Always the same, whatever is withheld. */
    @Override
    public String toString() {
        return "Withheld";
    }
}
