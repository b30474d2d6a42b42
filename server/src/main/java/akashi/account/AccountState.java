package akashi.account;

/** How an account stands. */
public enum AccountState {
    NONE("tag"),
    CODE("tag tag-key"),
    OPEN("tag tag-done"),
    CLOSED("tag tag-caution");

    private final String tag;

    AccountState(String tag) {
        this.tag = tag;
    }

    /** How it is marked. */
    public String tag() {
        return tag;
    }
}
