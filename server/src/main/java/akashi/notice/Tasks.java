package akashi.notice;

import akashi.usage.Actor;
import akashi.web.Messages;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Raises tasks (用件) and ends them. Both join the caller's transaction, whose own entry on the usage log says what
 * happened; without one they make their own.
 */
@Service
public class Tasks {
    private final TaskSql sql;
    private final OpenTasks open;
    private final Messages messages;
    private final Clock clock;

    Tasks(TaskSql sql, OpenTasks open, Messages messages, Clock clock) {
        this.sql = sql;
        this.open = open;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Raises a task. A key that was raised before changes nothing, also when that task is done already; so may be
     * repeated.
     *
     * @throws IllegalArgumentException if its message has no text
     */
    @Transactional
    public void raise(Task task) {
        if (!messages.has(Locale.JAPANESE, task.message()) || !messages.has(Locale.ENGLISH, task.message())) {
            throw new IllegalArgumentException("No text for the message " + task.message());
        }
        if (sql.insert(task, clock.instant())) {
            afterCommit();
        }
    }

    /** Ends what waits under this key, because the matter is settled; nothing happens where nothing waits. */
    @Transactional
    public void done(String key) {
        if (sql.done(key, "", clock.instant())) {
            afterCommit();
        }
    }

    /** Ends what waits under this key, because this person dealt with it; false where nothing waits. */
    @Transactional
    public boolean done(String key, Actor by) {
        boolean ended = sql.done(key, by.staffNumber(), clock.instant());
        if (ended) {
            afterCommit();
        }
        return ended;
    }

    private void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                open.stale();
            }
        });
    }
}
