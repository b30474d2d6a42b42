package akashi.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The demo's database for another command: the running one, or one started for as long as the command lasts. */
final class DemoDatabase implements AutoCloseable {
    private static final int PORT_LINE = 3;

    private final ExportLog.Login login;
    private final @Nullable EmbeddedDatabase started;

    private DemoDatabase(ExportLog.Login login, @Nullable EmbeddedDatabase started) {
        this.login = login;
        this.started = started;
    }

    /** Whether a demo ever ran here. */
    static boolean exists() {
        return Files.exists(Folder.demo().path().resolve("data/PG_VERSION"));
    }

    /** @throws Refusal if no demo ever ran here */
    static DemoDatabase open() {
        if (!exists()) {
            throw new Refusal(
                    "demo のデータがありません。先に ./akashi demo を実行してください。 / there is no demo here yet; run ./akashi demo"
                            + " first.");
        }
        var folder = Folder.demo();
        var password = folder.secret("akashi_app.secret");
        var running = runningPort(folder.path().resolve("data/postmaster.pid"));
        if (running.isPresent()) {
            var url = "jdbc:postgresql://127.0.0.1:" + running.get() + "/akashi";
            return new DemoDatabase(new ExportLog.Login(url, ServeSettings.APP, password), null);
        }
        var started = EmbeddedDatabase.start(folder);
        return new DemoDatabase(new ExportLog.Login(started.url(), ServeSettings.APP, password), started);
    }

    private static Optional<Integer> runningPort(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(pidFile);
            var alive = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(EmbeddedDatabase::isPostgres)
                    .isPresent();
            return alive && lines.size() > PORT_LINE
                    ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's database does not say where it is", e);
        }
    }

    ExportLog.Login login() {
        return login;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
