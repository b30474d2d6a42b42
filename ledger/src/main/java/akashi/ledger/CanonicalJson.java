package akashi.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON with exactly one way to write a value (JCS, RFC 8785), read strictly (I-JSON, RFC 7493).
 *
 * <p>Values are {@code Map<String, Object>} (in the order read), {@code List<Object>}, {@code String}, {@code Double},
 * {@code Boolean} and {@link Null#NULL}; for writing, {@code Integer} and {@code Long} within ±(2^53 − 1) too.
 */
public final class CanonicalJson {
    /** Deeper nesting is refused, in reading and writing. */
    public static final int MAX_DEPTH = 64;

    /** Largest whole number that every JSON reader keeps. */
    public static final long MAX_SAFE = (1L << 53) - 1;

    private CanonicalJson() {}

    /** JSON's {@code null}, so that a map can tell it from a missing member. */
    public enum Null {
        /** The only one. */
        NULL;

        @Override
        public String toString() {
            return "null";
        }
    }

    /**
     * Reads one document. Refused: duplicate names, lone surrogates, numbers beyond a double, nesting deeper than
     * {@link #MAX_DEPTH}, a byte order mark, anything after the value, and whatever else RFC 8259 does not allow.
     *
     * @throws MalformedException naming the fault and the position of the character
     */
    public static Object parse(byte[] json) {
        return parse(Text.utf8(json, "the JSON text"));
    }

    /** Reads one document, as {@link #parse(byte[])}. */
    public static Object parse(String json) {
        return new JsonReader(json).document();
    }

    /**
     * The canonical form in UTF-8.
     *
     * @throws IllegalArgumentException for a value that JSON cannot hold: another type, NaN, infinity, a whole number
     *     beyond {@link #MAX_SAFE}, a lone surrogate, nesting deeper than {@link #MAX_DEPTH}
     */
    public static byte[] canonical(Object value) {
        return Text.bytes(text(value));
    }

    /** The canonical form as a string, as {@link #canonical(Object)}. */
    public static String text(Object value) {
        StringBuilder out = new StringBuilder(256);
        write(value, out, 0);
        return out.toString();
    }

    /**
     * The canonical form of any JSON document.
     *
     * @throws MalformedException as {@link #parse(byte[])}
     */
    public static byte[] canonicalise(byte[] json) {
        return canonical(parse(json));
    }

    private static void write(Object value, StringBuilder out, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("JSON is nested deeper than " + MAX_DEPTH);
        }
        switch (value) {
            case String text -> writeString(text, out);
            case Boolean truth -> out.append(truth.booleanValue());
            case Double number -> out.append(JsonNumber.text(number));
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(safe(number));
            case Null none -> out.append(none);
            case Map<?, ?> members -> writeObject(members, out, depth);
            case Collection<?> elements -> writeArray(elements, out, depth);
            default ->
                throw new IllegalArgumentException(
                        "JSON holds no " + value.getClass().getName());
        }
    }

    private static long safe(long number) {
        if (number > MAX_SAFE || number < -MAX_SAFE) {
            throw new IllegalArgumentException("A JSON number beyond 2^53 - 1 is not kept by every reader");
        }
        return number;
    }

    private static void writeObject(Map<?, ?> members, StringBuilder out, int depth) {
        // String's natural order is by UTF-16 code unit, which is what RFC 8785, 3.2.3, asks for.
        TreeMap<String, Object> sorted = new TreeMap<>();
        members.forEach((name, member) -> {
            if (!(name instanceof String text) || member == null) {
                throw new IllegalArgumentException("A JSON member has a string for a name, and a value");
            }
            sorted.put(text, member);
        });
        char separator = '{';
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            out.append(separator);
            writeString(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out, depth + 1);
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private static void writeArray(Collection<?> elements, StringBuilder out, int depth) {
        char separator = '[';
        for (Object element : elements) {
            if (element == null) {
                throw new IllegalArgumentException("A JSON array holds no Java null");
            }
            out.append(separator);
            write(element, out, depth + 1);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException("A JSON string has no lone surrogate");
                }
                out.append(c).append(text.charAt(++i));
            } else {
                writeUnit(c, out);
            }
        }
        out.append('"');
    }

    private static void writeUnit(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append((char) ('0' + c / 16)).append("0123456789abcdef".charAt(c % 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
