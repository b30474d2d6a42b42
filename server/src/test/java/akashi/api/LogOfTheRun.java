package akashi.api;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, at the levels the program runs with. */
final class LogOfTheRun extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final Logger root;

    LogOfTheRun() {
        root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        var text = new StringBuilder(event.getFormattedMessage());
        for (var argument : event.getArgumentArray() == null ? new Object[0] : event.getArgumentArray()) {
            text.append('\n').append(argument);
        }
        messages(event.getThrowableProxy(), text);
        lines.add(text.toString());
        if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            errors.add(text.toString());
        }
    }

    private static void messages(@Nullable IThrowableProxy fault, StringBuilder text) {
        if (fault != null) {
            text.append('\n').append(fault.getClassName()).append(": ").append(fault.getMessage());
            for (var suppressed : fault.getSuppressed()) {
                messages(suppressed, text);
            }
            messages(fault.getCause(), text);
        }
    }

    List<String> lines() {
        return lines;
    }

    List<String> errors() {
        return errors;
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
