package akashi.organization;

import akashi.calendar.JapaneseDates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The organisation (組織) for everybody else: snapshots in memory. Every change in the database raises a generation
 * number; a node that makes the change sees it at once, the others within a second.
 */
@Service
public class Organization {
    private static final Logger LOG = LoggerFactory.getLogger(Organization.class);

    private final Clock clock;
    private final OrganizationSql sql;
    private final TransactionTemplate oneState;

    /** Replaced as a whole under this object's lock; read without. */
    private volatile @Nullable Snapshot snapshot;

    /** Touched by the scheduled look only. */
    private boolean away;

    Organization(Clock clock, OrganizationSql sql, PlatformTransactionManager transactions) {
        this.clock = clock;
        this.sql = sql;
        oneState = new TransactionTemplate(transactions);
        oneState.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneState.setReadOnly(true);
    }

    /** The organisation as of today in Japan. In memory, no I/O but the first time. */
    public Roster roster() {
        return roster(LocalDate.ofInstant(clock.instant(), JapaneseDates.ZONE));
    }

    /** The organisation as of another date, past or coming. */
    public Roster roster(LocalDate date) {
        return new Roster(snapshot(), date);
    }

    /** The unit a code stands for, also one that exists no longer or not yet. */
    public Optional<UnitId> unitOfCode(String code) {
        return roster().unitIdOf(code);
    }

    /** Number of the state in memory; whoever keeps something derived from a roster compares it. */
    public long generation() {
        return snapshot().generation;
    }

    /** Reads the tables again if their generation is another one. To be called after the change is committed. */
    public synchronized void changed() {
        var held = snapshot;
        if (held == null || held.generation != sql.generation()) {
            snapshot = oneState.execute(_ -> sql.load());
        }
    }

    /** Sees what other nodes changed. While the database is away the last state known stays. */
    @Scheduled(fixedDelay = 1000)
    void look() {
        try {
            changed();
            away = false;
        } catch (DataAccessException | TransactionException e) {
            if (!away) {
                LOG.warn("The organisation could not be read again; the last state known stays", e);
            }
            away = true;
        }
    }

    /** Everything the tables hold, whatever the date. In memory, no I/O but the first time. */
    public Snapshot snapshot() {
        var held = snapshot;
        while (held == null) {
            changed();
            held = snapshot;
        }
        return held;
    }
}
