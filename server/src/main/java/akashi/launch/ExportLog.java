package akashi.launch;

import akashi.proof.LogExport;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * {@code akashi export-log}: writes a log, or all of a site, as files for {@code akashi verify --all}, of the site's
 * database or of the demo's, while the server runs or not.
 */
final class ExportLog {
    static final List<String> FLAGS = List.of("--demo", "--without-private");
    static final List<String> NAMES = List.of("--to", "--log");

    private static final int STEPS = 40;

    private ExportLog() {}

    /** The database that is read, and as whom. */
    record Login(String url, String role, String password) {
        @Override
        public String toString() {
            return role + " at " + url;
        }
    }

    static int run(Options options, SiteSettings settings, Clock clock) {
        var folder = folder(options);
        if (options.has("--demo") || (!settings.has("AKASHI_DB_URL") && DemoDatabase.exists())) {
            try (var database = DemoDatabase.open()) {
                return export(database.login(), folder, options, clock);
            }
        }
        settings.refuseUnknown();
        return export(site(settings), folder, options, clock);
    }

    private static Path folder(Options options) {
        var to = options.values().get("--to");
        if (to == null || to.isBlank()) {
            throw Refusal.usage(
                    "書き出し先を --to DIR で指定してください。 / say where to: --to DIR, a folder that does not exist yet");
        }
        try {
            var folder = Path.of(to);
            if (Files.exists(folder) || folder.getFileName() == null) {
                throw taken(folder);
            }
            return folder;
        } catch (InvalidPathException e) {
            throw Refusal.usage("--to はフォルダーの名前として読めません。 / --to is not the name of a folder.");
        }
    }

    private static Refusal taken(Path folder) {
        return new Refusal(
                folder + " はすでにあります。まだないフォルダーを指定してください。 / " + folder + " exists already; name a folder that does not.");
    }

    private static Login site(SiteSettings settings) {
        var serve = new ServeSettings(settings).database();
        settings.refuseFaults();
        var login = new Login(
                String.valueOf(serve.get("spring.datasource.url")),
                String.valueOf(serve.get("spring.datasource.username")),
                String.valueOf(serve.get("spring.datasource.password")));
        try (var connection = Database.connect(login.url(), login.role(), login.password())) {
            new DatabaseChecks(settings).checkServer(connection);
        } catch (SQLException e) {
            Database.explain(e, login.role(), "AKASHI_DB_USER", settings);
        }
        settings.refuseFaults();
        return login;
    }

    private static int export(Login login, Path folder, Options options, Clock clock) {
        try (var source = new SingleConnectionDataSource(login.url(), login.role(), login.password(), true)) {
            var export = new LogExport(source, clock);
            var chosen = choose(export.origins(), options.values().get("--log"));
            var privateParts = !options.has("--without-private");
            if (chosen.size() == 1) {
                var size = export.size(chosen.getFirst()).orElseThrow(() -> unsigned(chosen.getFirst()));
                one(export, chosen.getFirst(), size, folder, privateParts);
            } else {
                several(export, chosen, folder, privateParts);
            }
            System.out.println("  ./akashi verify --all " + folder + " --key FILE");
            return 0;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FileAlreadyExistsException there) {
                throw taken(Path.of(String.valueOf(there.getFile())));
            }
            throw e;
        }
    }

    private static Refusal unsigned(String origin) {
        return new Refusal(
                "台帳 " + origin + " にはまだ署名がありません。 / the log " + origin + " was not signed yet; use the system once.");
    }

    private static void one(LogExport export, String origin, long size, Path folder, boolean privateParts) {
        var account = System.getProperty("user.name", "?");
        say(export.export(origin, folder, account, privateParts, bar(size)), folder);
    }

    /** Each log in a folder of its own below the one that was named, which is there once all of them are. */
    private static void several(LogExport export, List<String> origins, Path folder, boolean privateParts) {
        var partial = folder.resolveSibling(folder.getFileName() + ".partial");
        if (Files.exists(partial)) {
            throw new Refusal(partial + " は途中で止まった書き出しです。消してから、もう一度実行してください。 / " + partial
                    + " is an export that was stopped; remove it and run this again.");
        }
        var signed = origins.stream()
                .filter(origin -> export.size(origin).isPresent())
                .toList();
        if (signed.isEmpty()) {
            throw unsigned(String.join(", ", origins));
        }
        origins.stream()
                .filter(origin -> !signed.contains(origin))
                .forEach(origin ->
                        System.err.println("akashi: " + unsigned(origin).getMessage()));
        for (var origin : signed) {
            one(
                    export,
                    origin,
                    export.size(origin).orElseThrow(() -> unsigned(origin)),
                    partial.resolve(origin.replace('/', '_')),
                    privateParts);
        }
        try {
            var _ = Files.move(partial, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The exports cannot be given their name " + folder, e);
        }
    }

    /** The log that was named, or all of them. */
    static List<String> choose(List<String> origins, @Nullable String wanted) {
        if (origins.isEmpty()) {
            throw new Refusal("このデータベースには台帳がありません。 / there is no log in this database.");
        }
        if (wanted == null) {
            return origins;
        }
        if (!origins.contains(wanted)) {
            throw Refusal.usage(
                    "台帳 " + wanted + " はありません。 / there is no log " + wanted + ", but " + String.join(", ", origins));
        }
        return List.of(wanted);
    }

    private static void say(LogExport.Written written, Path folder) {
        System.out.printf(
                Locale.ROOT,
                "台帳 %s の %,d 件を %s に書き出しました（個人に関する部分 %,d 件、消去済み %,d 件）。%n"
                        + "Exported %,d entries of the log %s to %s (private parts %,d, erased %,d).%n",
                written.origin(),
                written.entries(),
                folder,
                written.privateParts(),
                written.gone(),
                written.entries(),
                written.origin(),
                folder,
                written.privateParts(),
                written.gone());
        if (written.entries() < written.size()) {
            System.err.printf(
                    Locale.ROOT,
                    "akashi: 署名された %,d 件のうち %,d 件がありません。verify --all で確かめてください。 / %,d of the %,d signed entries are"
                            + " not there; check with verify --all.%n",
                    written.size(),
                    written.size() - written.entries(),
                    written.size() - written.entries(),
                    written.size());
        }
    }

    /** A bar on a terminal, nothing anywhere else. */
    @SuppressWarnings("SystemConsoleNull") // which it is again in JDK 25 where the output is redirected
    private static LongConsumer bar(long size) {
        @Nullable Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return _ -> {};
        }
        var shown = new long[] {-1};
        return done -> {
            var percent = done * 100 / size;
            if (percent != shown[0]) {
                shown[0] = percent;
                var full = (int) (percent * STEPS / 100);
                System.err.print("\r[" + "#".repeat(full) + ".".repeat(STEPS - full) + "] " + percent + " %"
                        + (done >= size ? "\n" : ""));
                System.err.flush();
            }
        };
    }
}
