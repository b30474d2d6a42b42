package akashi.organization;

/** How a post is held. */
public enum AppointmentKind {
    /** 本務; one at a time, a new one ends the one before. */
    PRINCIPAL("本務"),
    /** 兼務. */
    CONCURRENT("兼務"),
    /** 事務取扱: holds the post while it has no holder of its own; takes no seat. */
    ACTING("事務取扱");

    private final String written;

    AppointmentKind(String written) {
        this.written = written;
    }

    /** The word in Japanese, also what an import file says. */
    public String written() {
        return written;
    }
}
