package akashi.reading;

import akashi.document.DocumentCheck;
import org.jspecify.annotations.Nullable;

/** For what somebody reads (利用目的): purpose, case reference and reason as typed; empty texts where nothing was given. */
public record Why(String purpose, String reference, String reason) {
    private static final int LONGEST = 100;

    /** Work on the document itself, which rests on its source form instead of a purpose. */
    public static final Why WORK = new Why("", "", "");

    /** As somebody typed it; what is missing is an empty text. */
    public static Why of(@Nullable String purpose, @Nullable String reference, @Nullable String reason) {
        return new Why(code(text(purpose)), code(text(reference)), text(reason));
    }

    boolean stated() {
        return !purpose.isEmpty();
    }

    /** Cut where no purpose and no case reference goes on, so that the refusal can be recorded. */
    private static String code(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    /** What cannot be written in a document stands as U+FFFD: it fits nothing, and it can be recorded. */
    private static String text(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.codePoints()
                        .map(c -> DocumentCheck.writable(c) ? c : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip();
    }
}
