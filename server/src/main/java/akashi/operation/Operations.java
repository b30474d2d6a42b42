package akashi.operation;

import akashi.definition.CheckedFiles;
import akashi.definition.CodeList;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The register of target operations. Every lookup is answered from an immutable snapshot in memory, without I/O; the
 * snapshot is complete: it holds each version that was ever in force and each code list they use. A node that changes
 * the register sees it at once, the others within a second.
 */
@Service
public class Operations implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private static final int AFTER_THE_LOG = 1000;

    /** Where an operation stands. */
    public enum Standing {
        IN_FORCE,
        /** Decided, and not in force yet. */
        COMING,
        SUSPENDED,
        ABOLISHED,
        TRANSFERRED,
        UNKNOWN
    }

    private final Clock clock;
    private final OperationSql sql;
    private final Adoption adoption;
    private final TransactionTemplate oneState;

    /** Replaced as a whole under this object's lock; read without. */
    private volatile @Nullable Register register;

    /** What this program ships and did not put in force; replaced as a whole. */
    private volatile List<Draft> shipped = List.of();

    private volatile boolean started;

    /** Touched by the scheduled look only. */
    private boolean away;

    Operations(Clock clock, OperationSql sql, Adoption adoption, PlatformTransactionManager transactions) {
        this.clock = clock;
        this.sql = sql;
        this.adoption = adoption;
        oneState = new TransactionTemplate(transactions);
        oneState.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneState.setReadOnly(true);
    }

    /**
     * Adopts what is shipped after the usage log runs and before the first request; a server with faulty definitions
     * does not start.
     */
    @Override
    public void start() {
        adoptShipped();
        started = true;
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_LOG;
    }

    /**
     * Puts in force every shipped definition that is not yet: an operation never seen before as deemed to have passed
     * the procedure (附則2), a changed one as a program update. Does nothing where all are in force; may be repeated.
     */
    public void adoptShipped() {
        adopt(CheckedFiles.shipped());
    }

    void adopt(java.util.Map<String, String> files) {
        shipped = adoption.adopt(files);
        changed();
    }

    /** The versions in force now, in the order of their codes. */
    public List<OperationVersion> inForce() {
        return inForceAt(clock.instant());
    }

    /** The versions that were in force at an instant, in the order of their codes. */
    public List<OperationVersion> inForceAt(Instant instant) {
        return register().inForceAt(instant);
    }

    /** The version in force now; empty for an unknown or ended operation. */
    public Optional<OperationVersion> byCode(OperationCode code) {
        Instant now = clock.instant();
        return register().history(code).stream()
                .filter(version -> version.inForceAt(now))
                .findFirst();
    }

    /** Any version ever in force, by its hash; stays readable for ever. */
    public Optional<OperationVersion> version(String hash) {
        return Optional.ofNullable(register().byHash().get(hash));
    }

    /** Every version of an operation, newest first. */
    public List<OperationVersion> history(OperationCode code) {
        return register().history(code);
    }

    /** A code list that some definition names; asking for another one is a fault of the caller. */
    public CodeList codeList(CodeList.Ref ref) {
        return register().lists().get(ref);
    }

    /** The same by name and version. */
    public CodeList codeList(String name, int version) {
        return codeList(new CodeList.Ref(name, version));
    }

    /** A code list written {@code name@version}, as pages name it; empty for whatever is not one. */
    Optional<CodeList> codeList(String reference) {
        return CodeList.Ref.parse(reference).flatMap(ref -> register().lists().find(ref));
    }

    /** The definition of a version as it was put in force. */
    JsonNode content(OperationVersion version) {
        var json = register().contents().get(version.hash());
        if (json == null) {
            throw new IllegalStateException("No definition with hash " + version.hash());
        }
        return DefinitionFiles.tree(json);
    }

    /**
     * Changes whenever what is in force does: with the register, and when the instant passes at which a version begins
     * or ends. What others derived under another number is stale.
     */
    public long generation() {
        var held = register();
        return held.generation() + held.passed(clock.instant());
    }

    /** Where an operation stands now. */
    public Standing standing(OperationCode code) {
        Instant now = clock.instant();
        var history = register().history(code);
        if (history.isEmpty()) {
            return Standing.UNKNOWN;
        }
        if (history.stream().anyMatch(version -> version.inForceAt(now))) {
            return Standing.IN_FORCE;
        }
        return history.stream()
                .filter(version -> !version.from().isAfter(now))
                .findFirst()
                .map(version -> ended(version.close()))
                .orElse(Standing.COMING);
    }

    private static Standing ended(OperationVersion.@Nullable Close close) {
        return switch (close) {
            case SUSPENDED -> Standing.SUSPENDED;
            case TRANSFERRED -> Standing.TRANSFERRED;
            case ABOLISHED, REPLACED -> Standing.ABOLISHED;
            case null -> Standing.ABOLISHED;
        };
    }

    /** The latest version of every operation ever known, also of those that have ended, in the order of their codes. */
    public List<OperationVersion> latest() {
        return register().byCode().values().stream().map(List::getFirst).toList();
    }

    /**
     * The version this program ships of an operation, where it was never in force because the operation stands by a
     * decision; empty where there is none.
     */
    public Optional<Draft> shipped(OperationCode code) {
        return shipped.stream()
                .filter(draft ->
                        draft.code().equals(code) && !register().byHash().containsKey(draft.hash()))
                .findFirst();
    }

    Register snapshot() {
        return register();
    }

    /** Reads the register again if it has changed. */
    synchronized void changed() {
        var held = register;
        if (held == null || held.generation() != sql.generation()) {
            register = oneState.execute(_ -> Register.load(sql));
        }
    }

    /** Sees what other nodes changed. While the database is away the last state known stays. */
    @Scheduled(fixedDelay = 1000, initialDelay = 1000)
    void look() {
        try {
            changed();
            away = false;
        } catch (DataAccessException | TransactionException e) {
            if (!away) {
                LOG.warn("The register of operations could not be read again; the last state known stays", e);
            }
            away = true;
        }
    }

    private Register register() {
        var held = register;
        if (held == null) {
            changed();
            held = register;
        }
        if (held == null) {
            throw new IllegalStateException("The register of operations must have been read");
        }
        return held;
    }
}
