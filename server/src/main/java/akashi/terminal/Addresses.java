package akashi.terminal;

import java.net.InetAddress;

/** Network addresses in the one form in which the server hears them. */
final class Addresses {
    private Addresses() {}

    /** An IP address as the server writes it ({@code ::1} becomes {@code 0:0:0:0:0:0:0:1}); anything else as it is. */
    static String canonical(String address) {
        return literal(address) ? InetAddress.ofLiteral(address).getHostAddress() : address;
    }

    static boolean literal(String address) {
        try {
            var _ = InetAddress.ofLiteral(address);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
