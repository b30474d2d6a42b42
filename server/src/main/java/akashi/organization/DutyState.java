package akashi.organization;

/** Whether somebody is at work (勤務状態). Only who is on duty may use anything; a change stops the same day. */
public enum DutyState {
    ON_DUTY("勤務"),
    /** 育児休業. */
    CHILDCARE_LEAVE("育児休業"),
    /** 休職. */
    LEAVE("休職"),
    /** 停職. */
    SUSPENSION("停職"),
    /** 出向. */
    SECONDMENT("出向"),
    /** 退職. */
    RETIRED("退職"),
    /** 免職. */
    DISMISSED("免職");

    private final String written;

    DutyState(String written) {
        this.written = written;
    }

    /** The word in Japanese, also what an import file says. */
    public String written() {
        return written;
    }

    /** Whether the person may act at all. */
    public boolean mayAct() {
        return this == ON_DUTY;
    }

    /** Whether the person has left the service; appointments end with it. */
    public boolean leaves() {
        return this == RETIRED || this == DISMISSED;
    }
}
