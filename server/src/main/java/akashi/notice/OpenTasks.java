package akashi.notice;

import akashi.organization.Organization;
import akashi.organization.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The tasks that wait, in memory, because every page counts them for its viewer. A node sees its own changes with the
 * next question, those of others within two seconds.
 */
@Component
class OpenTasks {
    private static final Logger LOG = LoggerFactory.getLogger(OpenTasks.class);

    private final TaskSql sql;
    private final Organization organization;
    private final Clock clock;

    /** Replaced as a whole under this object's lock; read without. */
    private volatile @Nullable State state;

    /** Replaced as a whole; read without a lock. */
    private volatile @Nullable Stands stands;

    private record State(TaskSql.Mark mark, TaskIndex tasks) {}

    OpenTasks(TaskSql sql, Organization organization, Clock clock) {
        this.sql = sql;
        this.organization = organization;
        this.clock = clock;
    }

    /** What waits for this person now, the most pressing first. */
    List<TaskIndex.Seen> of(PersonId person) {
        var roster = organization.roster();
        return tasks().of(stands().offices(person, roster, clock.instant()), person, roster);
    }

    /** The numbers of those among these tasks that this person would see now if they waited. */
    Set<Long> among(List<OpenTask> tasks, PersonId person) {
        var roster = organization.roster();
        return TaskIndex.of(tasks).of(stands().offices(person, roster, clock.instant()), person, roster).stream()
                .map(seen -> seen.task().id())
                .collect(Collectors.toSet());
    }

    /** Reads anew with the next question. */
    synchronized void stale() {
        state = null;
    }

    /** Sees what other nodes changed. While the database is away the last state known stays. */
    @Scheduled(fixedDelay = 2000, initialDelay = 2000)
    void look() {
        try {
            var _ = changed();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The tasks could not be read again; the last state known stays", e);
        }
    }

    /** The mark is read first: what is committed in between is read again by the next look. */
    private synchronized TaskIndex changed() {
        var held = state;
        var mark = sql.mark();
        if (held == null || !held.mark().equals(mark)) {
            held = new State(mark, TaskIndex.of(sql.open()));
            state = held;
        }
        return held.tasks();
    }

    private TaskIndex tasks() {
        var held = state;
        return held == null ? changed() : held.tasks();
    }

    /** Made anew when the organisation or the day has changed. */
    private Stands stands() {
        var roster = organization.roster();
        long generation = organization.generation();
        var held = stands;
        if (held == null || held.generation() != generation || !held.date().equals(roster.date())) {
            held = Stands.of(generation, roster);
            stands = held;
        }
        return held;
    }
}
