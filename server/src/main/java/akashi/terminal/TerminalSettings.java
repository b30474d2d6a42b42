package akashi.terminal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code akashi.terminal.*}.
 *
 * @param source what tells which terminal a request comes from
 * @param header name of the header, with source {@code header}
 * @param proxies addresses from which that header is believed; from anywhere else it is as if it were not there
 */
@ConfigurationProperties("akashi.terminal")
record TerminalSettings(
        @DefaultValue("address") Source source,
        @DefaultValue("X-Akashi-Terminal") String header,
        @DefaultValue List<String> proxies) {
    /** What ties a request to a terminal. */
    enum Source {
        /** The person chooses one of the sample terminals. For the demo only; {@code serve} refuses it. */
        CHOSEN,
        /** The network address the request comes from is a terminal's registered address. */
        ADDRESS,
        /** The site's own proxy, which knows the device, names its registered address in a header. */
        HEADER
    }

    TerminalSettings {
        proxies = List.copyOf(proxies);
        if (source == Source.HEADER && proxies.isEmpty()) {
            throw new IllegalArgumentException(
                    "akashi.terminal.proxies must name the proxies whose header akashi.terminal.source=header believes");
        }
    }
}
