package akashi.account;

/**
 * Whether there is a way in before anybody has an account ({@code enrolment} implements it); the sign-in page leads
 * there.
 */
public interface FirstSteps {
    /** Whether somebody can open the first account now. Costs nothing once there is one. */
    boolean waiting();
}
