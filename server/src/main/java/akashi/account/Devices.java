package akashi.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells which terminal a request comes from; implemented by the module that keeps the terminals' register. */
public interface Devices {
    /**
     * The device of this request, or empty where no registered and currently valid one is behind it. Reads memory only.
     */
    Optional<Device> at(HttpServletRequest request);
}
