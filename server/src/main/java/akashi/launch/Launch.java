package akashi.launch;

import ch.qos.logback.classic.Level;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the launcher's command and runs it. */
public final class Launch {
    private Launch() {}

    /**
     * Runs a command to its end; {@code demo} and {@code serve} end when the process is told to stop.
     *
     * @param application the Spring Boot application class
     * @param args command and its options
     * @return exit status: 0 done, 1 refused or failed with a sentence on standard error, 2 wrong usage
     */
    public static int run(Class<?> application, String[] args) {
        if (args.length == 0) {
            System.err.println("akashi: say which command: demo, serve, setup or migrate");
            return 2;
        }
        // until the application reads its own settings, only our sentences are for the person at the terminal
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.ERROR);
        }
        var options = List.copyOf(Arrays.asList(args).subList(1, args.length));
        try {
            return switch (args[0]) {
                case "demo" ->
                    Demo.run(application, Options.of(options, List.of("--fresh"), List.of("--port", "--records")));
                case "serve" -> Serve.run(application, Options.of(options, List.of(), List.of()));
                case "migrate" -> Migrate.run(Options.of(options, List.of(), List.of()));
                case "setup" -> Setup.run(Options.of(options, List.of(), List.of()));
                default -> throw new Refusal("'" + args[0] + "' is not a command: demo, serve, setup or migrate");
            };
        } catch (Refusal refusal) {
            System.err.println("akashi: " + refusal.getMessage());
            return refusal.status();
        }
    }
}
