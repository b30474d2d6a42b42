package akashi.web;

/**
 * One entry of the navigation.
 *
 * @param path where it leads
 * @param label message key
 * @param order place in the row, ascending
 * @param badge number waiting there; 0 shows none
 */
public record NavItem(String path, String label, int order, int badge) {
    public NavItem(String path, String label, int order) {
        this(path, label, order, 0);
    }
}
