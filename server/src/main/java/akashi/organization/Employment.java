package akashi.organization;

/** How somebody is employed (職員区分). */
public enum Employment {
    /** 警察官. */
    SWORN("警察官"),
    /** 一般職員. */
    CIVILIAN("一般職員"),
    /** 非常勤職員（会計年度任用職員）. */
    PART_TIME("非常勤職員");

    private final String written;

    Employment(String written) {
        this.written = written;
    }

    /** The word in Japanese, also what an import file says. */
    public String written() {
        return written;
    }
}
