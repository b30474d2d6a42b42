package akashi.operation;

import java.util.regex.Pattern;

/**
 * The short name by which an operation is called everywhere, for example {@code stolen-vehicle}; also the name of its
 * file.
 */
public record OperationCode(String value) implements Comparable<OperationCode> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public OperationCode {
        if (value.length() > 40 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an operation code: " + value);
        }
    }

    /** Whether a text from outside may be made an operation code. */
    public static boolean fits(String text) {
        return text.length() <= 40 && FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(OperationCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
