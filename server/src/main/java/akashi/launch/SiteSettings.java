package akashi.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * The settings of a site, read from environment variables; {@code docs/settings.md} describes each. Reading never stops
 * at the first fault: all are collected, each naming its setting and the way out, in Japanese and English.
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
            "passwordpassword",
            "postgrespostgres",
            "changemechangeme",
            DemoData.PASSWORD);
    private static final int SHORTEST_SECRET = 12;
    private static final int FEWEST_CHARACTERS = 5;
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    SiteSettings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** What was found wrong so far, in the order of reading; each once. */
    List<String> faults() {
        return faults.stream().distinct().toList();
    }

    /** Notes something wrong with a setting, in both languages. */
    void fault(String setting, String japanese, String english) {
        faults.add(setting + ": " + japanese + " / " + english);
    }

    /** @throws Refusal listing every fault, when there is one */
    void refuseFaults() {
        var all = faults();
        if (!all.isEmpty()) {
            throw new Refusal("始められません。直すところが " + all.size() + " 件あります（docs/settings.md を見てください）。 / Not started;"
                    + " to be mended: " + all.size() + ", see docs/settings.md.\n  - " + String.join("\n  - ", all));
        }
    }

    /** Notes names that are no settings: mistyped ones, and those that would change what is checked here. */
    void refuseUnknown() {
        environment.keySet().stream().sorted().forEach(name -> {
            if (name.startsWith("AKASHI_") && !Known.NAMES.contains(name)) {
                fault(name, "この名前の設定はありません。綴りを確かめてください。", "is not a setting of Akashi; check its spelling.");
            } else if (Known.FORBIDDEN.stream().anyMatch(name::startsWith)) {
                fault(
                        name,
                        "検査した設定を変えてしまうため使えません。取り除いてください。",
                        "would change what is checked here, so it must not be set; remove it.");
            }
        });
    }

    boolean has(String name) {
        return !text(name, "").isEmpty();
    }

    String text(String name, String fallback) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? fallback : value.strip();
    }

    /** A setting that must be there; empty, and a fault noted, when it is not. */
    String required(String name, String example) {
        var value = text(name, "");
        if (value.isEmpty()) {
            fault(name, "設定されていません。例: " + example, "is not set; for example " + example);
        }
        return value;
    }

    /** A setting that has this form. */
    String fitting(String name, String value, String pattern, String example) {
        if (!value.isEmpty() && !value.matches(pattern)) {
            fault(name, "書き方が違います。例: " + example, "is not written as it must be; for example " + example);
        }
        return value;
    }

    /** A secret, from the variable or from the file named by the variable with {@code _FILE} behind its name. */
    String secret(String name) {
        var file = text(name + "_FILE", "");
        var value = file.isEmpty() ? text(name, "") : readSecret(name + "_FILE", file);
        if (value == null) {
            return "";
        }
        if (value.isEmpty()) {
            fault(
                    name,
                    "設定されていません。値か、所有者だけが読めるファイルの名前を " + name + "_FILE に入れてください。",
                    "is not set; give it, or a file of mode 0600 by " + name + "_FILE.");
        } else if (weak(value)) {
            fault(
                    name,
                    "既定の値か、短すぎる値です。" + SHORTEST_SECRET + "文字以上の推測できない値にしてください（例: openssl rand -base64 24）。",
                    "is a default or shorter than " + SHORTEST_SECRET
                            + " characters; choose a long random one, such as openssl rand -base64 24 makes.");
        }
        return value;
    }

    private static boolean weak(String secret) {
        return secret.length() < SHORTEST_SECRET
                || KNOWN_SECRETS.contains(secret.toLowerCase(Locale.ROOT))
                || secret.chars().distinct().count() < FEWEST_CHARACTERS;
    }

    /** Address of the site's database; without encryption only on the same machine. */
    String databaseUrl() {
        var url = required("AKASHI_DB_URL", DatabaseUrl.EXAMPLE);
        if (!url.isEmpty()) {
            DatabaseUrl.check(url, this);
        }
        return url;
    }

    int port(String name, int fallback) {
        return whole(name, fallback, 1, 65_535);
    }

    /** A whole number within these bounds. */
    int whole(String name, int fallback, int least, int most) {
        var value = text(name, Integer.toString(fallback));
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            fault(
                    name,
                    least + "から" + most + "までの整数にしてください（今は「" + value + "」）。",
                    "must be a whole number from " + least + " to " + most + ", not '" + value + "'.");
            return fallback;
        }
        return Integer.parseInt(value);
    }

    /** A length of time such as {@code 30m}, longer than nothing. */
    void duration(String name) {
        var value = text(name, "1m");
        try {
            if (!DurationStyle.detectAndParse(value).isPositive()) {
                throw new IllegalArgumentException(value);
            }
        } catch (IllegalArgumentException e) {
            fault(
                    name,
                    "長さは 30m や 12h のように書いてください（今は「" + value + "」）。",
                    "must be a length of time such as 30m or 12h, not '" + value + "'.");
        }
    }

    /** A file that must be readable; with {@code confined} by its owner alone. */
    String file(String name, String japanese, String english, boolean confined) {
        var value = text(name, "");
        if (value.isEmpty()) {
            fault(name, "設定されていません。" + japanese + "の場所を入れてください。", "is not set; give the path of " + english + ".");
            return value;
        }
        var path = path(name, value);
        if (path != null && !Files.isRegularFile(path)) {
            fault(
                    name,
                    "ファイルがありません: " + value + "（" + japanese + "）",
                    "there is no file " + value + ", " + english + ".");
        } else if (path != null && !Files.isReadable(path)) {
            fault(name, "ファイルを読めません: " + value, "the file " + value + " cannot be read by this account.");
        } else if (path != null && confined && othersMayUse(path)) {
            readable(name, value);
        }
        return value;
    }

    /** The path a setting names, or null with a fault noted. */
    @Nullable Path path(String name, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            fault(name, "ファイルの名前として読めません。", "is not the name of a file.");
            return null;
        }
    }

    private @Nullable String readSecret(String name, String value) {
        var file = path(name, value);
        if (file == null) {
            return null;
        }
        try {
            var secret = Files.readString(file).strip();
            if (othersMayUse(file)) {
                readable(name, value);
            }
            return secret;
        } catch (IOException e) {
            fault(name, "ファイルを読めません: " + value, "the file " + value + " cannot be read.");
            return null;
        }
    }

    private void readable(String name, String file) {
        fault(
                name,
                "ほかの利用者が使えるファイルです。chmod 600 " + file + " としてください。",
                "names a file that others may use; allow its owner alone: chmod 600 " + file);
    }

    private static boolean othersMayUse(Path file) {
        try {
            return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && !OWNER.containsAll(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            return true;
        }
    }
}
