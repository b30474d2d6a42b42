package akashi.launch;

import akashi.account.DeviceClass;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code setup} needs beyond what {@code serve} does: what a site begins with. Reading notes every fault. */
final class SetupSettings {
    private static final String CSV = "AKASHI_ORGANIZATION_CSV";
    private static final int MOST_FILES = 20;

    private final SiteSettings settings;

    SetupSettings(SiteSettings settings) {
        this.settings = settings;
    }

    /** The first terminal, from which the system general manager opens the first account. */
    record First(String number, @Nullable DeviceClass kind, String unit, String place, String address) {}

    Roles.Login owner() {
        var name = settings.fitting(
                "AKASHI_OWNER_USER",
                settings.text("AKASHI_OWNER_USER", "akashi_owner"),
                "[A-Za-z0-9_-]{1,63}",
                "akashi_owner");
        return new Roles.Login(name, settings.secret("AKASHI_OWNER_PASSWORD"));
    }

    /** The restricted role, whose password must be another one. */
    Roles.Login application(String name, Roles.Login owner) {
        var password = settings.secret("AKASHI_DB_PASSWORD");
        if (!password.isEmpty() && password.equals(owner.password())) {
            settings.fault(
                    "AKASHI_OWNER_PASSWORD",
                    "AKASHI_DB_PASSWORD と同じです。別の値にしてください。",
                    "is the same as AKASHI_DB_PASSWORD; choose another one.");
        }
        if (name.equals(owner.name())) {
            settings.fault(
                    "AKASHI_DB_USER",
                    "AKASHI_OWNER_USER と同じです。別の役割にしてください。",
                    "is the same as AKASHI_OWNER_USER; choose another role.");
        }
        return new Roles.Login(name, password);
    }

    /** The files of the organisation: one file, or every {@code .csv} of a folder, by name. */
    List<Path> organization() {
        var value = settings.required(CSV, "/etc/akashi/organization");
        var path = value.isEmpty() ? null : settings.path(CSV, value);
        if (path == null) {
            return List.of();
        }
        try {
            var files = Files.isDirectory(path) ? csvFiles(path) : List.of(path);
            if (files.isEmpty() || files.size() > MOST_FILES) {
                settings.fault(
                        CSV,
                        "フォルダーには .csv のファイルを1個から" + MOST_FILES + "個まで置いてください（今は " + files.size() + " 個）。",
                        "the folder must hold 1 to " + MOST_FILES + " .csv files, and holds " + files.size() + ".");
            }
            for (var file : files) {
                if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                    settings.fault(CSV, "ファイルを読めません: " + file, "the file " + file + " cannot be read.");
                }
            }
            return files;
        } catch (IOException e) {
            settings.fault(CSV, "フォルダーを読めません: " + path, "the folder " + path + " cannot be read.");
            return List.of();
        }
    }

    First terminal() {
        var number = settings.required("AKASHI_FIRST_TERMINAL_NUMBER", "PC-001");
        if (number.length() > 16) {
            settings.fault("AKASHI_FIRST_TERMINAL_NUMBER", "16文字までです。", "has up to 16 characters.");
        }
        var kind = settings.text("AKASHI_FIRST_TERMINAL_CLASS", "HQ");
        var known = Arrays.stream(DeviceClass.values())
                .filter(value -> value.name().equals(kind))
                .findFirst();
        if (known.isEmpty()) {
            var names = Arrays.stream(DeviceClass.values()).map(Enum::name).collect(Collectors.joining(", "));
            settings.fault("AKASHI_FIRST_TERMINAL_CLASS", "次のどれかにしてください: " + names, "must be one of " + names + ".");
        }
        var place = settings.text("AKASHI_FIRST_TERMINAL_PLACE", "");
        if (place.length() > 200) {
            settings.fault("AKASHI_FIRST_TERMINAL_PLACE", "200文字までです。", "has up to 200 characters.");
        }
        return new First(
                number,
                known.orElse(null),
                settings.required("AKASHI_FIRST_TERMINAL_UNIT", "HQ-JOKAN"),
                place,
                address());
    }

    private String address() {
        var name = "AKASHI_FIRST_TERMINAL_ADDRESS";
        var address = settings.required(name, "10.1.20.31");
        if (settings.text("AKASHI_TERMINAL_SOURCE", "address").equals("header") || address.isEmpty()) {
            return settings.fitting(name, address, "[!-~]{1,200}", "device-001");
        }
        try {
            var _ = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            settings.fault(name, "IP アドレスではありません: " + address, "must be an IP address, and '" + address + "' is none.");
        }
        return address;
    }

    private static List<Path> csvFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }
}
