package akashi.operation;

import akashi.organization.PostClass;

/** Operations in force that fit a test, whichever they are. */
public final class TestOperations {
    private TestOperations() {}

    /** One whose content the class may not see and detectives may. */
    public static OperationVersion closedTo(PostClass postClass, Operations operations) {
        return operations.inForce().stream()
                .filter(version ->
                        version.definition().eligible(Act.CONTENT, postClass).isEmpty())
                .filter(version -> version.definition()
                        .eligible(Act.CONTENT, PostClass.DETECTIVE)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }
}
