package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every parser must keep to, whatever it is given. */
final class Fuzzed {
    private Fuzzed() {}

    /** The value that was read, or null where the parser refused; any other exception is a fault. */
    static <I, T> @Nullable T read(Function<I, T> parser, I input) {
        try {
            return parser.apply(input);
        } catch (MalformedException e) {
            assertThat(e).hasMessageMatching("(?s).{5,200}");
            return null;
        }
    }

    /** What is read can be written, and what was written reads as the same. */
    static <I, T> void roundTrip(Function<I, T> parser, Function<T, I> writer, I input) {
        T value = read(parser, input);
        if (value != null) {
            assertThat(parser.apply(writer.apply(value))).isEqualTo(value);
        }
    }

    /** As {@link #roundTrip}, where there is but one way to write a value. */
    static <T> void onlyWay(Function<String, T> parser, Function<T, String> writer, byte[] input) {
        String text = text(input);
        T value = read(parser, text);
        if (value != null) {
            assertThat(writer.apply(value)).isEqualTo(text);
        }
    }

    static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
