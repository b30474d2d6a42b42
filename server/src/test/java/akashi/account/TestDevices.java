package akashi.account;

import akashi.organization.UnitId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Terminals for tests of modules below the register: one named by a header, else PC-014; "NONE" is no terminal. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDevices {
    public static final String HEADER = "X-Test-Terminal";

    /** A station's terminal with this number. */
    public static Device device(String number, DeviceClass kind) {
        return new Device(number, kind, new UnitId(new UUID(0, 1)), "1階");
    }

    @Bean
    Devices devices() {
        return request -> {
            var named = request.getHeader(HEADER);
            return "NONE".equals(named)
                    ? Optional.empty()
                    : Optional.of(device(named == null ? "PC-014" : named, DeviceClass.STATION));
        };
    }
}
