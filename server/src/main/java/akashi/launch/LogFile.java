package akashi.launch;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that takes what is of no use to the person at the terminal: the application's log, and unexpected faults.
 */
record LogFile(Path path) {
    /** The log of a site's commands: where the setting says, else below the program's folder. */
    static LogFile of(SiteSettings settings) {
        var path = settings.path(
                "AKASHI_LOG_FILE",
                settings.text(
                        "AKASHI_LOG_FILE", Folder.var().resolve("akashi.log").toString()));
        var file = new LogFile(path == null ? Folder.var().resolve("akashi.log") : path);
        if (path != null && !file.writable()) {
            settings.fault(
                    "AKASHI_LOG_FILE",
                    "記録のファイル " + path + " に書けません。書ける場所を指定してください。",
                    "the log file " + path + " cannot be written; name one that can.");
        }
        return file;
    }

    /** Until the application reads its own settings, nothing of a library is for the console. */
    static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
    }

    boolean writable() {
        try {
            var folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(path, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Keeps an unexpected fault with all there is to know about it.
     *
     * @return where it was kept: this file, or one in the folder for temporary files where this cannot be written
     */
    Path keep(String command, Throwable fault, Clock clock) {
        var text = new StringWriter();
        text.write(clock.instant() + " ERROR " + command + " ended unexpectedly\n");
        fault.printStackTrace(new PrintWriter(text, true));
        try {
            Files.writeString(path, text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return path;
        } catch (IOException e) {
            return keptElsewhere(text.toString());
        }
    }

    private Path keptElsewhere(String text) {
        try {
            var file = Files.createTempFile("akashi-", ".log");
            Files.writeString(file, text);
            return file;
        } catch (IOException e) {
            return path;
        }
    }
}
