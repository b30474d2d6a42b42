package akashi.launch;

import akashi.usage.LogExport;
import java.io.Console;
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
 * {@code akashi export-log}: writes a log as files for {@code akashi verify --all}, of the site's database or of the
 * demo's, while the server runs or not.
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
            var origin = choose(export.origins(), options.values().get("--log"));
            var size = export.size(origin)
                    .orElseThrow(() -> new Refusal("台帳 " + origin + " にはまだ署名がありません。 / the log " + origin
                            + " was not signed yet; use the system once."));
            var written = export.export(
                    origin, folder, System.getProperty("user.name", "?"), !options.has("--without-private"), bar(size));
            say(written, folder);
            return 0;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FileAlreadyExistsException there) {
                throw taken(Path.of(String.valueOf(there.getFile())));
            }
            throw e;
        }
    }

    static String choose(List<String> origins, @Nullable String wanted) {
        if (origins.isEmpty()) {
            throw new Refusal("このデータベースには台帳がありません。 / there is no log in this database.");
        }
        if (wanted == null && origins.size() == 1) {
            return origins.getFirst();
        }
        if (wanted == null || !origins.contains(wanted)) {
            throw Refusal.usage("台帳を --log で一つ選んでください。 / choose one log with --log: " + String.join(", ", origins));
        }
        return wanted;
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
        System.out.println("  ./akashi verify --all " + folder + " --key FILE");
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
