package akashi.procedure;

/** What somebody does with a proposal, and whose it is to do. */
enum Move {
    /** Writes the proposal, or changes it: whatever was approved falls. */
    EDIT(Role.SECTION, true),
    CONSULT(Role.SECTION, false),
    REQUEST(Role.SECTION, false),
    REVIEW(Role.SYSTEM_MANAGER, false),
    DELIBERATE(Role.SYSTEM_MANAGER, false),
    DECIDE(Role.GENERAL_MANAGER, false),
    TEST(Role.SECTION, false),
    RULE(Role.SECTION, false),
    TRAIN(Role.SECTION, false),
    ANNOUNCE(Role.SYSTEM_MANAGER, false),
    /** The date has come. */
    FORCE(Role.PROGRAM, false),
    /** Back to the managing section with what is to be mended (差戻し). */
    SEND_BACK(Role.SYSTEM_MANAGER, true),
    REFUSE(Role.GENERAL_MANAGER, true),
    WITHDRAW(Role.SECTION, true),
    /** The version before takes force again, at once. */
    BACK_OUT(Role.GENERAL_MANAGER, true);

    /** By which post a move is made. */
    enum Role {
        /** Head of the managing section (運用主管課長). */
        SECTION,
        /** System manager (システム管理責任者): the information management section. */
        SYSTEM_MANAGER,
        /** System general manager (システム総括責任者). */
        GENERAL_MANAGER,
        /** Nobody: it comes with its date. */
        PROGRAM
    }

    private final Role role;
    private final boolean aside;

    Move(Role role, boolean aside) {
        this.role = role;
        this.aside = aside;
    }

    Role role() {
        return role;
    }

    /** Whether it leads off the course instead of along it. */
    boolean aside() {
        return aside;
    }

    /** Whether who makes it says yes to what somebody else asked for. */
    boolean approves() {
        return this == REVIEW || this == DELIBERATE || this == DECIDE;
    }

    /** Whether a document number (文書番号) is given with it; the implementation rule has its own. */
    boolean papered() {
        return !aside && this != FORCE && this != TEST && this != RULE;
    }

    /** Whether its reason must be written. */
    boolean reasoned() {
        return this == SEND_BACK || this == REFUSE || this == BACK_OUT || this == TEST;
    }
}
