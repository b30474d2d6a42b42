package akashi.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The terminal (端末) behind a request, from whichever module keeps the register. Sources are looked up once, with the
 * first request: it is asked several times for each.
 */
@Component
public class RequestDevices {
    private final SingletonSupplier<List<Devices>> sources;

    RequestDevices(ObjectProvider<Devices> sources) {
        this.sources = SingletonSupplier.of(sources.stream()::toList);
    }

    /** Empty where no registered and currently valid terminal is behind the request. Reads memory only. */
    public Optional<Device> of(HttpServletRequest request) {
        for (var source : sources.obtain()) {
            var device = source.at(request);
            if (device.isPresent()) {
                return device;
            }
        }
        return Optional.empty();
    }
}
