package akashi.notice;

import java.time.Instant;
import java.time.LocalDate;

/** A task that waits. */
record OpenTask(long id, Task task, Instant raised) {
    boolean overdue(LocalDate today) {
        var due = task.due();
        return due != null && today.isAfter(due);
    }
}
