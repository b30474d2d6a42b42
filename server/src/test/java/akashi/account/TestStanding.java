package akashi.account;

/** For tests that change accounts behind the program's back. */
public final class TestStanding {
    private TestStanding() {}

    /** Reads the accounts anew at once. */
    public static void refresh(Standing standing) {
        standing.refresh();
    }
}
