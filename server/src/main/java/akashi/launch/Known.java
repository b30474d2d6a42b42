package akashi.launch;

import java.util.List;
import java.util.Set;

/** The names of all settings; {@code docs/settings.md} describes each of them, which a test compares. */
final class Known {
    static final Set<String> NAMES = Set.of(
            "AKASHI_DB_URL",
            "AKASHI_DB_USER",
            "AKASHI_DB_PASSWORD",
            "AKASHI_DB_PASSWORD_FILE",
            "AKASHI_OWNER_USER",
            "AKASHI_OWNER_PASSWORD",
            "AKASHI_OWNER_PASSWORD_FILE",
            "AKASHI_ADMIN_USER",
            "AKASHI_ADMIN_PASSWORD",
            "AKASHI_ADMIN_PASSWORD_FILE",
            "AKASHI_ORGANIZATION_CSV",
            "AKASHI_GENERAL_MANAGER",
            "AKASHI_FIRST_TERMINAL_NUMBER",
            "AKASHI_FIRST_TERMINAL_CLASS",
            "AKASHI_FIRST_TERMINAL_UNIT",
            "AKASHI_FIRST_TERMINAL_PLACE",
            "AKASHI_FIRST_TERMINAL_ADDRESS",
            "AKASHI_ADDRESS",
            "AKASHI_PORT",
            "AKASHI_TLS_CERT",
            "AKASHI_TLS_KEY",
            "AKASHI_ORIGIN",
            "AKASHI_NODE",
            "AKASHI_KEY_FILE",
            "AKASHI_LOG_FILE",
            "AKASHI_JAVA_OPTS",
            "AKASHI_TERMINAL_SOURCE",
            "AKASHI_TERMINAL_PROXIES",
            "AKASHI_TERMINAL_HEADER",
            "AKASHI_USAGE_PRIVATEYEARS",
            "AKASHI_RETENTION_MOST",
            "AKASHI_BATCH_MOST",
            "AKASHI_ENTITLEMENT_YEARLY",
            "AKASHI_STATEMENT_FIELDS",
            "AKASHI_STATEMENT_MOST",
            "AKASHI_METRICS_TOKEN",
            "AKASHI_LOG_TOKEN",
            "AKASHI_WITNESSES",
            "AKASHI_WITNESS_INTERVAL",
            "AKASHI_WITNESS_TIMEOUT",
            "AKASHI_WITNESS_MAXAGE",
            "AKASHI_WITNESS_STOPAFTER",
            "AKASHI_WITNESS_CA",
            "AKASHI_WITNESS_KEY_FILE",
            "AKASHI_WITNESS_LOGS",
            "AKASHI_TRACES_URL",
            "AKASHI_ACCOUNT_IDLE",
            "AKASHI_ACCOUNT_ABSOLUTE",
            "AKASHI_ACCOUNT_ACCOUNTTRIES",
            "AKASHI_ACCOUNT_SOURCETRIES",
            "AKASHI_ACCOUNT_LOCK",
            "AKASHI_ACCOUNT_LONGESTLOCK",
            "AKASHI_ACCOUNT_FORGET",
            "AKASHI_ACCOUNT_PASSWORDLENGTH");

    /** Beginnings of names by which the framework below would be told otherwise than was checked. */
    static final List<String> FORBIDDEN = List.of("SPRING_", "SERVER_", "LOGGING_", "MANAGEMENT_");

    private Known() {}
}
