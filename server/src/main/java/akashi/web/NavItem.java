package akashi.web;

/**
 * One entry of the navigation.
 *
 * @param path where it leads
 * @param label message key
 * @param order place in the row, ascending; registers from 60 on
 * @param badge number waiting there; 0 shows none
 */
public record NavItem(String path, String label, int order, int badge) {
    private static final int REGISTERS = 60;

    public NavItem(String path, String label, int order) {
        this(path, label, order, 0);
    }

    /** Whether it is a register, looked up now and then, rather than daily work. */
    boolean register() {
        return order >= REGISTERS;
    }
}
