package akashi.usage;

/**
 * A person who acts (操作者) or for whom somebody acts (依頼者), as they stood at that moment: everything is text, so that an
 * entry can be read without any other register.
 *
 * @param staffNumber 職員番号; for background work the name of the system actor
 * @param personId id of the person, stable over changes of number; equal to the number for system actors
 * @param post 職, as its code
 * @param unit 所属, as its code
 * @param terminal 端末番号, empty where none is involved
 * @param channel how the request came: {@code page}, {@code api}, {@code radio}, {@code phone}, {@code job}, …
 */
public record Actor(String staffNumber, String personId, String post, String unit, String terminal, String channel) {
    private static final int LONGEST = 128;

    public Actor {
        if (staffNumber.isBlank()) {
            throw new IllegalArgumentException("An actor needs a staff number");
        }
        Limits.text("staff number", staffNumber, LONGEST);
        Limits.text("person id", personId, LONGEST);
        Limits.text("post", post, LONGEST);
        Limits.text("unit", unit, LONGEST);
        Limits.text("terminal", terminal, LONGEST);
        Limits.text("channel", channel, LONGEST);
    }

    /** The named background job (名のある処理), which acts for nobody. */
    public static Actor system(String job) {
        return new Actor(job, job, "system", "", "", "job");
    }
}
