package akashi.web;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in the log of an exception: classes, places and SQL states, without messages. A message may quote what
 * somebody typed; libraries and the database do so.
 */
final class BareFault extends Exception {
    private static final long serialVersionUID = 1L;

    private BareFault(String name, @Nullable Throwable cause, StackTraceElement[] places) {
        super(name, cause);
        setStackTrace(places);
    }

    static BareFault of(Throwable fault) {
        return of(fault, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static BareFault of(Throwable fault, Set<Throwable> seen) {
        seen.add(fault);
        var cause = fault.getCause();
        var name = fault.getClass().getName()
                + (fault instanceof SQLException sql ? " (SQL state " + sql.getSQLState() + ")" : "");
        return new BareFault(
                name, cause == null || seen.contains(cause) ? null : of(cause, seen), fault.getStackTrace());
    }
}
