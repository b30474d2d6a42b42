package akashi.launch;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the address of a site's database may say. It is read strictly, so that nothing in it (a second host, a password,
 * a driver's option that weakens encryption) can be there without having been looked at.
 */
final class DatabaseUrl {
    static final String EXAMPLE = "jdbc:postgresql://db.example.jp/akashi?sslmode=verify-full";

    private static final String SETTING = "AKASHI_DB_URL";
    private static final Pattern FORM = Pattern.compile(
            "jdbc:postgresql://(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?/[A-Za-z0-9_-]+(\\?(?<options>.*))?");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Options that do not weaken anything; {@code sslmode} is looked at by itself. */
    private static final Set<String> HARMLESS = Set.of(
            "sslmode",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "connectTimeout",
            "loginTimeout",
            "socketTimeout",
            "tcpKeepAlive",
            "ApplicationName");

    private DatabaseUrl() {}

    /** Notes every fault of the address. */
    static void check(String url, SiteSettings settings) {
        var parts = FORM.matcher(url);
        if (url.matches("jdbc:postgresql://[^/?]*,.*")) {
            settings.fault(
                    SETTING,
                    "ホストを二つ以上書くことはできません。検査したサーバーだけに接続します。",
                    "names several hosts; name one, so that the server that was checked is the one that is used.");
        } else if (!parts.matches()) {
            settings.fault(SETTING, "書き方が違います。例: " + EXAMPLE, "is not written as it must be; for example " + EXAMPLE);
        } else {
            var options = parts.group("options");
            var mode = options == null ? "" : options(options, settings);
            if (!HERE.contains(parts.group("host").toLowerCase(Locale.ROOT)) && !mode.equals("verify-full")) {
                settings.fault(
                        SETTING,
                        "別の機械を指しています。暗号化して相手を確かめるため sslmode=verify-full を付けてください。",
                        "names another machine; add sslmode=verify-full, so that the connection is encrypted and the"
                                + " server's certificate checked.");
            }
        }
    }

    /** Looks at the options one by one; gives the value of {@code sslmode}, empty where it is not said. */
    private static String options(String options, SiteSettings settings) {
        var seen = new HashSet<String>();
        var mode = "";
        for (var option : options.split("&", -1)) {
            var name = option.contains("=") ? option.substring(0, option.indexOf('=')) : option;
            if (name.equals("user") || name.equals("password")) {
                settings.fault(
                        SETTING,
                        name + "= を含んでいます。AKASHI_DB_USER と AKASHI_DB_PASSWORD_FILE で渡してください。",
                        "contains " + name + "=; give it by AKASHI_DB_USER and AKASHI_DB_PASSWORD_FILE instead.");
            } else if (!HARMLESS.contains(name)) {
                settings.fault(
                        SETTING,
                        "使えない指定「" + name + "」があります。使えるもの: " + known(),
                        "contains the option '" + name + "', which is not allowed here; allowed are " + known() + ".");
            } else if (!seen.add(name)) {
                settings.fault(SETTING, name + " が二度あります。", "says " + name + " twice.");
            } else if (name.equals("sslmode")) {
                mode = option.substring(option.indexOf('=') + 1);
            }
        }
        return mode;
    }

    private static String known() {
        return String.join(", ", HARMLESS.stream().sorted().toList());
    }
}
