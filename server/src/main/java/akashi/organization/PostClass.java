package akashi.organization;

/** What a post is for, in the terms eligibility is written in (利用資格の区分). */
public enum PostClass {
    /** 警察官 in general: patrol car, traffic, guard. */
    OFFICER("警察官"),
    /** 交番・駐在所勤務員. */
    BOX_OFFICER("交番・駐在所勤務員"),
    /** 捜査員. */
    DETECTIVE("捜査員"),
    /** 照会センター員. */
    INQUIRY_CENTRE("照会センター員"),
    /** 署の幹部 (係長・課長): reviews the unit's inquiries. */
    STATION_SUPERVISOR("署の幹部"),
    /** 本部の課長 (運用主管課長 of the operations the section owns). */
    SECTION_HEAD("本部の課長"),
    /** 所属長 of a station, squad or school. */
    UNIT_HEAD("所属長"),
    /** システム総括責任者 (総務室長). */
    SYSTEM_GENERAL_MANAGER("システム総括責任者"),
    /** 情報管理課員. */
    INFORMATION_MANAGEMENT("情報管理課員"),
    /** 監査員. */
    AUDITOR("監査員"),
    /** 一般職員. */
    CIVILIAN("一般職員"),
    /** 非常勤: 交番相談員. */
    PART_TIME_ADVISER("交番相談員");

    private final String written;

    PostClass(String written) {
        this.written = written;
    }

    /** The word in Japanese, also what an import file says. */
    public String written() {
        return written;
    }
}
