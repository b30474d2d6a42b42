package akashi.record;

import org.jspecify.annotations.Nullable;

/** For what somebody reads (利用目的): purpose, case reference and reason as typed; empty texts where nothing was given. */
record Why(String purpose, String reference, String reason) {
    /** Work on the document itself, which rests on its source form instead of a purpose. */
    static final Why WORK = new Why("", "", "");

    static Why of(@Nullable String purpose, @Nullable String reference, @Nullable String reason) {
        return new Why(text(purpose), text(reference), text(reason));
    }

    boolean stated() {
        return !purpose.isEmpty();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
