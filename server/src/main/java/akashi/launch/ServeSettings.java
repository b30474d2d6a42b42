package akashi.launch;

import akashi.tlog.LedgerKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings of a site as the application knows them. Reading notes every fault. */
final class ServeSettings {
    static final String APP = "akashi_app";
    static final String ORIGIN = "[A-Za-z0-9][A-Za-z0-9.:-]{0,99}";
    static final String NODE = "[A-Za-z0-9-]{1,50}";
    private static final int PORT = 8443;

    private final SiteSettings settings;

    ServeSettings(SiteSettings settings) {
        this.settings = settings;
    }

    /** What {@code serve} runs with. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.putAll(listening());
        properties.putAll(database());
        properties.putAll(ledger(true));
        properties.putAll(terminals());
        properties.putAll(new WitnessingSettings(settings).properties());
        properties.putAll(traces());
        accounts();
        return properties;
    }

    /** The database and the restricted role. */
    Map<String, Object> database() {
        return Map.of(
                "spring.datasource.url",
                settings.databaseUrl(),
                "spring.datasource.username",
                role(),
                "spring.datasource.password",
                settings.secret("AKASHI_DB_PASSWORD"));
    }

    String role() {
        return settings.fitting(
                "AKASHI_DB_USER", settings.text("AKASHI_DB_USER", APP), "[A-Za-z0-9_-]{1,63}", "akashi_app");
    }

    /** Published name of this node's log. */
    String origin() {
        var host = settings.fitting(
                "AKASHI_ORIGIN",
                settings.required("AKASHI_ORIGIN", "akashi.police.example.jp"),
                ORIGIN,
                "akashi.police.example.jp");
        var node = settings.fitting("AKASHI_NODE", settings.text("AKASHI_NODE", "node1"), NODE, "node1");
        return LedgerKey.origin(host, node);
    }

    /**
     * The log and its key.
     *
     * @param made whether the key must be there already
     */
    Map<String, Object> ledger(boolean made) {
        var origin = origin();
        var file = made
                ? settings.file(
                        "AKASHI_KEY_FILE",
                        "setup（二台目からは ./akashi key make）が作る署名鍵",
                        "the log's signing key made by setup, or of a further node by ./akashi key make",
                        true)
                : settings.required("AKASHI_KEY_FILE", "/etc/akashi/ledger.key");
        var fitting =
                settings.faults().stream().noneMatch(fault -> fault.matches("(?s)AKASHI_(KEY_FILE|ORIGIN|NODE):.*"));
        if (made && fitting) {
            var _ = key(Path.of(file), origin);
        }
        return Map.of(
                "akashi.usage.origin",
                settings.text("AKASHI_ORIGIN", ""),
                "akashi.usage.node",
                settings.text("AKASHI_NODE", "node1"),
                "akashi.usage.key-file",
                file);
    }

    /** Notes a key that cannot be used; gives its verifier key, empty in that case. */
    String key(Path file, String origin) {
        try {
            return LedgerKey.verifier(file, origin);
        } catch (IllegalStateException e) {
            settings.fault("AKASHI_KEY_FILE", "署名鍵として使えません: " + file, String.valueOf(e.getMessage()));
            return "";
        }
    }

    private Map<String, Object> listening() {
        var address = settings.text("AKASHI_ADDRESS", "127.0.0.1");
        var port = settings.port("AKASHI_PORT", PORT);
        bindable(address, port);
        var certificate = settings.file("AKASHI_TLS_CERT", "TLS の証明書（PEM）", "the TLS certificate (PEM)", false);
        var key = settings.file("AKASHI_TLS_KEY", "TLS の秘密鍵（PEM）", "the TLS key (PEM)", true);
        if (settings.faults().stream().noneMatch(fault -> fault.startsWith("AKASHI_TLS_"))) {
            Tls.check(Path.of(certificate), Path.of(key), settings);
        }
        return Map.of(
                "server.address",
                address,
                "server.port",
                port,
                "server.ssl.certificate",
                "file:" + certificate,
                "server.ssl.certificate-private-key",
                "file:" + key,
                "server.ssl.enabled-protocols",
                "TLSv1.3",
                "server.servlet.session.cookie.secure",
                true);
    }

    private void bindable(String address, int port) {
        try (var probe = new ServerSocket()) {
            var here = InetAddress.ofLiteral(address);
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(here, port));
        } catch (IllegalArgumentException e) {
            settings.fault(
                    "AKASHI_ADDRESS",
                    "この機械の IP アドレスを書いてください（今は「" + address + "」）。",
                    "must be an IP address of this machine, not '" + address + "'.");
        } catch (IOException e) {
            settings.fault(
                    "AKASHI_PORT",
                    address + " のポート " + port + " を開けません。使われているか、この機械のアドレスでないか、1024 未満で権限がありません。",
                    "port " + port + " of " + address
                            + " cannot be opened: it is in use, the address is not this machine's, or it is below 1024"
                            + " and needs a privilege.");
        }
    }

    /** What ties a request to its terminal; choosing one by hand is for the demo. */
    private Map<String, Object> terminals() {
        var source = settings.text("AKASHI_TERMINAL_SOURCE", "address");
        var proxies = Arrays.stream(settings.text("AKASHI_TERMINAL_PROXIES", "").split(","))
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .toList();
        if (!source.equals("address") && !source.equals("header")) {
            settings.fault(
                    "AKASHI_TERMINAL_SOURCE",
                    "address か header にしてください。端末を選べるのは demo だけです。",
                    "must be address or header; terminals are chosen in the demo only.");
        } else if (source.equals("header") && proxies.isEmpty()) {
            settings.fault(
                    "AKASHI_TERMINAL_PROXIES",
                    "端末を名のれる中継サーバーのアドレスを書いてください。",
                    "must list the proxies that may name the terminal in a header.");
        }
        for (var proxy : proxies) {
            literal(proxy);
        }
        var header = settings.fitting(
                "AKASHI_TERMINAL_HEADER",
                settings.text("AKASHI_TERMINAL_HEADER", "X-Akashi-Terminal"),
                "[A-Za-z0-9-]{1,64}",
                "X-Akashi-Terminal");
        return Map.of(
                "akashi.terminal.source",
                source,
                "akashi.terminal.header",
                header,
                "akashi.terminal.proxies",
                String.join(",", proxies));
    }

    private void literal(String proxy) {
        try {
            var _ = InetAddress.ofLiteral(proxy);
        } catch (IllegalArgumentException e) {
            settings.fault(
                    "AKASHI_TERMINAL_PROXIES",
                    "IP アドレスではありません: " + proxy,
                    "must be IP addresses, and '" + proxy + "' is none.");
        }
    }

    /** Traces cost every request something, so there are none until somewhere takes them. */
    private Map<String, Object> traces() {
        var url = settings.fitting(
                "AKASHI_TRACES_URL",
                settings.text("AKASHI_TRACES_URL", ""),
                "https?://[A-Za-z0-9.:\\[\\]-]{1,200}(/[A-Za-z0-9._~/-]{0,200})?",
                "http://127.0.0.1:4318/v1/traces");
        return url.isEmpty()
                ? Map.of()
                : Map.of(
                        "management.opentelemetry.enabled",
                        true,
                        "management.opentelemetry.tracing.export.otlp.endpoint",
                        url);
    }

    /** The framework reads these by itself; here they are looked at, so that a fault is told with the others. */
    private void accounts() {
        for (var token : List.of("AKASHI_METRICS_TOKEN", "AKASHI_LOG_TOKEN")) {
            var _ = settings.fitting(token, settings.text(token, ""), "[!-~]{24,200}", "openssl rand -hex 24");
        }
        var _ = settings.whole("AKASHI_USAGE_PRIVATEYEARS", 5, 1, 50);
        var _ = settings.whole("AKASHI_RETENTION_MOST", 100_000, 1, 10_000_000);
        var _ = settings.whole("AKASHI_BATCH_MOST", 500, 1, 10_000);
        var _ = settings.fitting(
                "AKASHI_ENTITLEMENT_YEARLY",
                settings.text("AKASHI_ENTITLEMENT_YEARLY", "06-01"),
                "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|never",
                "06-01");
        var _ = settings.fitting(
                "AKASHI_STATEMENT_FIELDS",
                settings.text("AKASHI_STATEMENT_FIELDS", "at,act,by.unit,purpose"),
                "[a-z][A-Za-z.]{1,20}(,[a-z][A-Za-z.]{1,20}){0,40}",
                "at,act,by.unit,purpose");
        var _ = settings.whole("AKASHI_STATEMENT_MOST", 2000, 1, 5000);
        settings.duration("AKASHI_ACCOUNT_IDLE");
        settings.duration("AKASHI_ACCOUNT_ABSOLUTE");
        settings.duration("AKASHI_ACCOUNT_LOCK");
        settings.duration("AKASHI_ACCOUNT_LONGESTLOCK");
        settings.duration("AKASHI_ACCOUNT_FORGET");
        var _ = settings.whole("AKASHI_ACCOUNT_ACCOUNTTRIES", 5, 1, 100);
        var _ = settings.whole("AKASHI_ACCOUNT_SOURCETRIES", 20, 1, 10_000);
        var _ = settings.whole("AKASHI_ACCOUNT_PASSWORDLENGTH", 12, 8, 128);
    }
}
