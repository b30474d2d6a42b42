package akashi.procedure;

import akashi.notice.Task;
import akashi.notice.Tasks;
import akashi.operation.Draft;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.organization.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells the head of the managing section that the program ships another version of an operation than the one that was
 * decided. Nobody but the section can put it in force, by proposing it.
 */
@Component
class ShippedCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedCalls.class);

    private final Operations operations;
    private final Organization organization;
    private final Tasks tasks;

    ShippedCalls(Operations operations, Organization organization, Tasks tasks) {
        this.operations = operations;
        this.organization = organization;
        this.tasks = tasks;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 15_000)
    void look() {
        try {
            for (var version : operations.inForce()) {
                operations.shipped(version.code()).ifPresent(draft -> raise(version, draft));
                operations.history(version.code()).forEach(known -> tasks.done(key(version, known.hash())));
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Shipped versions that are not in force could not be told and will be: {}", e.getMessage());
        }
    }

    private void raise(OperationVersion version, Draft draft) {
        var section = organization
                .roster()
                .unitByCode(version.definition().management().section())
                .map(Unit::id);
        section.ifPresent(unit -> tasks.raise(Task.of(
                Task.Kind.NOTICE,
                key(version, draft.hash()),
                Task.To.holders(PostClass.SECTION_HEAD, unit),
                "/operations/" + version.code(),
                "procedure.task.shipped",
                Task.Word.operation(version.code().value()))));
    }

    private static String key(OperationVersion version, String hash) {
        return "operation/shipped/" + version.code() + "/" + hash;
    }
}
