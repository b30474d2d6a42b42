package akashi.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a site, read from environment variables; {@code docs/settings.md} describes each. Reading never stops
 * at the first fault: all are collected, each naming its setting and the way out.
 */
final class SiteSettings {
    private static final Set<String> KNOWN_SECRETS = Set.of(
            "akashi",
            "postgres",
            "password",
            "changeme",
            "admin",
            "secret",
            "akashi_app",
            "akashi_owner",
            "mihon-2026");
    private static final int SHORTEST_SECRET = 12;

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    SiteSettings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** What was found wrong so far, in the order of reading. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Notes something wrong with a setting. */
    void fault(String setting, String sentence) {
        faults.add(setting + ": " + sentence);
    }

    /** @throws Refusal listing every fault, when there is one */
    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new Refusal("設定に誤りがあります（" + faults.size() + "件）。docs/settings.md を見てください。"
                    + " / The settings have " + faults.size() + " faults; see docs/settings.md.\n  - "
                    + String.join("\n  - ", faults));
        }
    }

    String text(String name, String fallback) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? fallback : value.strip();
    }

    /** A setting that must be there; empty, and a fault noted, when it is not. */
    String required(String name, String example) {
        var value = text(name, "");
        if (value.isEmpty()) {
            fault(name, "is not set; for example " + example);
        }
        return value;
    }

    /** A secret, from the variable or from the file named by the variable with {@code _FILE} behind its name. */
    String secret(String name) {
        var file = text(name + "_FILE", "");
        var value = file.isEmpty() ? text(name, "") : readSecret(name + "_FILE", Path.of(file));
        if (value == null) {
            return "";
        }
        if (value.isEmpty()) {
            fault(name, "is not set; give it, or a file of mode 0600 by " + name + "_FILE");
        } else if (KNOWN_SECRETS.contains(value.toLowerCase(Locale.ROOT)) || value.length() < SHORTEST_SECRET) {
            fault(name, "is a default or shorter than " + SHORTEST_SECRET + " characters; choose a long random one");
        }
        return value;
    }

    /** Address of the database; without encryption only on the same machine. */
    String databaseUrl() {
        var url = required("AKASHI_DB_URL", "jdbc:postgresql://db.example.jp/akashi?sslmode=verify-full");
        if (url.isEmpty()) {
            return url;
        }
        if (!url.startsWith("jdbc:postgresql://")) {
            fault("AKASHI_DB_URL", "must begin with jdbc:postgresql://");
        } else if (!url.matches("jdbc:postgresql://(localhost|127\\.0\\.0\\.1|\\[::1])[:/].*")
                && !url.contains("sslmode=verify-full")) {
            fault(
                    "AKASHI_DB_URL",
                    "names another machine without sslmode=verify-full; the connection must be encrypted");
        }
        return url;
    }

    int port(String name, int fallback) {
        var value = text(name, Integer.toString(fallback));
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            fault(name, "must be a port from 0 to 65535, not '" + value + "'");
            return fallback;
        }
        return Integer.parseInt(value);
    }

    /** A file that must be readable; with {@code confined} by its owner alone. */
    String file(String name, String what, boolean confined) {
        var value = required(name, "the path of " + what);
        if (value.isEmpty()) {
            return value;
        }
        var path = Path.of(value);
        if (!Files.isReadable(path)) {
            fault(name, "names a file that cannot be read: " + what);
        } else if (confined && othersMayRead(path)) {
            fault(name, "names a file others may read; allow its owner alone (chmod 600)");
        }
        return value;
    }

    private @Nullable String readSecret(String name, Path file) {
        try {
            if (othersMayRead(file)) {
                fault(name, "names a file others may read; allow its owner alone (chmod 600)");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            fault(name, "names a file that cannot be read");
            return null;
        }
    }

    private static boolean othersMayRead(Path file) {
        try {
            if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return false;
            }
            var permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            return false;
        }
    }
}
