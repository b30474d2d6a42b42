package akashi.identity;

import java.util.List;

/**
 * The outcome of reading what somebody typed: a value, or a message that says what is wrong, where, and how to mend it.
 *
 * @param <T> what was read
 */
public sealed interface Parsed<T> {
    /** Understood. */
    record Good<T>(T value) implements Parsed<T> {}

    /**
     * Not understood; {@code messageKey} is found in {@code messages/identity_*.properties}, {@code args} fill its
     * places.
     */
    record Bad<T>(String messageKey, List<Object> args) implements Parsed<T> {
        public Bad {
            args = List.copyOf(args);
        }
    }

    /** Understood. */
    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    /** Refused with a message. */
    static <T> Parsed<T> bad(String messageKey, Object... args) {
        return new Bad<>(messageKey, List.of(args));
    }
}
