package akashi.tlog;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose steps (statements and commits) fail when told: not done at all, or done with the reply lost. */
final class FaultyDatabase extends DelegatingDataSource {
    enum Fault {
        FAILED,
        FAILED_BUT_STORED
    }

    private final AtomicInteger steps = new AtomicInteger();
    private volatile int failing;
    private volatile Fault fault = Fault.FAILED;
    private volatile boolean hit;
    private volatile boolean down;

    FaultyDatabase(DataSource source) {
        super(source);
    }

    /** The nth step from now on fails. */
    void fail(int step, Fault how) {
        hit = false;
        fault = how;
        steps.set(0);
        failing = step;
    }

    void heal() {
        failing = 0;
    }

    /** Whether the step that was to fail was reached. */
    boolean hit() {
        return hit;
    }

    void down(boolean now) {
        down = now;
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireUp();
        return proxy(Connection.class, super.getConnection());
    }

    private <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler = (_, method, args) -> call(target, method, args);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] args) throws Throwable {
        boolean step =
                method.getName().startsWith("execute") || method.getName().equals("commit");
        if (step) {
            requireUp();
        }
        boolean fails = step && failing > 0 && steps.incrementAndGet() == failing;
        hit |= fails;
        if (fails && fault == Fault.FAILED) {
            throw new SQLException("This step was told to fail", "08006");
        }
        Object result;
        try {
            result = method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
        if (fails) {
            throw new SQLException("The reply of this step was told to be lost", "08006");
        }
        return result instanceof PreparedStatement statement ? proxy(PreparedStatement.class, statement) : result;
    }

    private void requireUp() throws SQLException {
        if (down) {
            throw new SQLException("The database was told to be down", "08001");
        }
    }
}
