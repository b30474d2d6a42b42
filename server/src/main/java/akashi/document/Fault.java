package akashi.document;

import java.util.List;

/**
 * One thing wrong with what was entered, said so that it can be mended.
 *
 * @param input the input it is about, or an empty text where it is about the whole document
 * @param messageKey key of a sentence in the messages; {@code args} fill its places
 */
public record Fault(String input, String messageKey, List<Object> args) {
    public Fault {
        args = List.copyOf(args);
    }

    /** A fault whose sentence is filled with these. */
    public static Fault of(String input, String messageKey, Object... args) {
        return new Fault(input, messageKey, List.of(args));
    }
}
