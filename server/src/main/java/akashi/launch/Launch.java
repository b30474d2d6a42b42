package akashi.launch;

import akashi.definition.DefinitionFaults;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Takes the launcher's command and runs it. */
public final class Launch {
    private final Class<?> application;
    private final Map<String, String> environment;
    private final PrintStream err;
    private final Clock clock;

    Launch(Class<?> application, Map<String, String> environment, PrintStream err, Clock clock) {
        this.application = application;
        this.environment = Map.copyOf(environment);
        this.err = err;
        this.clock = clock;
    }

    /**
     * Runs a command to its end; {@code demo} and {@code serve} end when the process is told to stop.
     *
     * @param application the Spring Boot application class
     * @param clock the one the application uses
     * @param args command and its options
     * @return exit status: 0 done, 1 refused or failed with a sentence on standard error, 2 wrong usage
     */
    public static int run(Class<?> application, Clock clock, String[] args) {
        LogFile.quiet();
        return new Launch(application, System.getenv(), System.err, clock).run(List.of(args));
    }

    int run(List<String> args) {
        if (args.isEmpty()) {
            err.println("akashi: 命令を書いてください: demo, serve, setup, migrate, export-log / say which command");
            return 2;
        }
        var command = args.getFirst();
        var settings = new SiteSettings(environment);
        var log =
                command.equals("demo") ? new LogFile(Folder.demo().path().resolve("akashi.log")) : LogFile.of(settings);
        try {
            return run(command, args.subList(1, args.size()), settings, log.path());
        } catch (Refusal refusal) {
            err.println("akashi: " + refusal.getMessage());
            return refusal.status();
        } catch (RuntimeException | Error fault) {
            var kept = log.keep(command, fault, clock);
            err.println("akashi: " + sentence(fault, command) + " / log: " + kept);
            return 1;
        }
    }

    private int run(String command, List<String> options, SiteSettings settings, Path log) {
        return switch (command) {
            case "demo" ->
                Demo.run(
                        application,
                        Options.of(options, List.of("--fresh", "--once"), List.of("--port", "--records", "--persons")),
                        log);
            case "serve" -> {
                var _ = Options.of(options, List.of(), List.of());
                yield Serve.run(application, settings, log);
            }
            case "migrate" -> {
                var _ = Options.of(options, List.of(), List.of());
                yield Migrate.run(settings);
            }
            case "setup" -> {
                var codes = Options.of(options, List.of("--codes"), List.of()).has("--codes");
                yield Setup.run(application, settings, log, codes);
            }
            case "export-log" -> ExportLog.run(Options.of(options, ExportLog.FLAGS, ExportLog.NAMES), settings, clock);
            case "key" -> LogKey.run(options, settings, clock);
            default ->
                throw Refusal.usage("「" + command + "」という命令はありません。 / '" + command
                        + "' is not a command: demo, serve, setup, migrate, export-log or key");
        };
    }

    /** What went wrong, as far as the person at the terminal can do something about it. */
    static String sentence(Throwable fault, String command) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException file && file.getFile() != null) {
                return file.getFile() + " を読み書きできません。権限と空き容量を確かめてください。 / " + file.getFile()
                        + " cannot be read or written; check its rights and the space left.";
            }
            if (cause instanceof EmbeddedDatabase.Broken) {
                return "demo のデータベースを始められません。var/demo が壊れているかもしれません。./akashi demo --fresh で初めから作り直せます（見本データは消えます）。 / the"
                        + " demo's database does not start; var/demo may be damaged. ./akashi demo --fresh begins again"
                        + " and drops its data.";
            }
            if (cause instanceof DefinitionFaults faults) {
                return faults.getMessage()
                        + "直してから、もう一度起動してください。記録には触れていません。 / Mend them and start again; no record was" + " touched.";
            }
            if (cause instanceof BindException) {
                return "ポートが起動の途中でほかのプログラムに使われました。空いていることを確かめて、もう一度起動してください。 / another program took the port"
                        + " during the start; see that it is free and start again.";
            }
            if (cause instanceof OutOfMemoryError) {
                return "メモリーが足りません。 / there is not enough memory.";
            }
        }
        return command + " は思わぬ誤りで止まりました。記録を添えて知らせてください。 / " + command
                + " ended unexpectedly; the log says more, please report it.";
    }
}
