package akashi.organization;

/**
 * What a unit is. A 所属 in the sense of the directives (the unit that has a head, an inquiry book and its own numbers)
 * is one that is {@link #command()}; others are parts of one, or group several.
 */
public enum UnitKind {
    /** 警察本部. */
    HEADQUARTERS("警察本部", false),
    /** 部. */
    DEPARTMENT("部", false),
    /** 室 grouping sections, such as 総務室. */
    OFFICE("室", false),
    /** 本部の課. */
    SECTION("課", true),
    /** 研究所など. */
    INSTITUTE("所", true),
    /** 隊. */
    SQUAD("隊", true),
    /** 警察学校. */
    SCHOOL("警察学校", true),
    /** 警察署. */
    STATION("警察署", true),
    /** 所属内の係・センター, such as 照会センター. */
    DESK("係・センター", false),
    /** 署の課. */
    STATION_SECTION("署の課", false),
    /** 交番. */
    BOX("交番", false),
    /** 駐在所. */
    RESIDENTIAL_BOX("駐在所", false);

    private final String written;
    private final boolean command;

    UnitKind(String written, boolean command) {
        this.written = written;
        this.command = command;
    }

    /** The word in Japanese, also what an import file says. */
    public String written() {
        return written;
    }

    /** Whether it is a 所属 with a head (所属長) of its own. */
    public boolean command() {
        return command;
    }
}
