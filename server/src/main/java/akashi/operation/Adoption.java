package akashi.operation;

import akashi.calendar.JapaneseDates;
import akashi.definition.DefinitionFaults;
import akashi.definition.Fault;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.web.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts shipped definitions in force that are not yet. An operation the register has never seen is deemed to have passed
 * the procedure (みなし, supplementary provision 2) since the day its definition states. A changed definition of a known
 * operation cannot be deemed: it is in force from now as a program update whose procedure is owed, and pages say so.
 *
 * <p>What people decided stands above what is shipped: a content that was in force before does not come back by a
 * start, and no shipped content replaces a version of the procedure or revives an operation that has ended.
 */
@Component
class Adoption {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    private final OperationSql sql;
    private final UsageLog usage;
    private final Messages messages;
    private final Clock clock;

    Adoption(OperationSql sql, UsageLog usage, Messages messages, Clock clock) {
        this.sql = sql;
        this.usage = usage;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Adopts checked files as a whole, or throws naming every fault; what is in force already stays untouched.
     *
     * @return what is shipped and was left, because its operation stands by a decision
     */
    @Transactional
    public List<Draft> adopt(Map<String, String> files) {
        var loaded = DefinitionFiles.load(files);
        if (!loaded.faults().isEmpty()) {
            throw new DefinitionFaults(loaded.faults(), messages);
        }
        sql.lock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        lists(loaded.codeLists(), now);
        var left = new ArrayList<Draft>();
        for (int i = 0; i < loaded.contents().size(); i++) {
            var content = loaded.contents().get(i);
            var definition = loaded.definitions().get(i);
            if (!adopt(content, definition, now)) {
                left.add(new Draft(content.code(), content.hash(), content.json(), definition));
            }
        }
        return left;
    }

    /** New list versions are added; a known version that reads differently now is refused. */
    private void lists(List<DefinitionFiles.ListContent> lists, Instant now) {
        var faults = new ArrayList<Fault>();
        for (var list : lists) {
            var known = sql.listHash(list.ref());
            if (known.isEmpty()) {
                sql.addList(list, now);
            } else if (!known.get().equals(list.hash())) {
                faults.add(new Fault(
                        "codes/" + list.ref().name() + ".yaml",
                        0,
                        "version",
                        "list-changed",
                        List.of(list.ref().toString(), String.valueOf(list.ref().version() + 1))));
            }
        }
        if (!faults.isEmpty()) {
            throw new DefinitionFaults(faults, messages);
        }
    }

    /** False where it is left aside. */
    private boolean adopt(DefinitionFiles.Content content, Definition definition, Instant now) {
        if (sql.knows(content.hash())) {
            return true;
        }
        var latest = sql.latest(content.code());
        if (latest.isPresent() && decided(latest.get())) {
            LOG.info(
                    "The shipped definition {} of {} is not put in force: its operation stands by a decision",
                    content.hash(),
                    content.code());
            return false;
        }
        sql.addDefinition(content, now);
        var since = definition.management().since();
        var span = latest.isEmpty()
                ? new OperationSql.InForce(
                        content.code().value(),
                        since.atStartOfDay(JapaneseDates.ZONE).toInstant(),
                        content.hash(),
                        OperationVersion.Ground.DEEMED_PASSED,
                        since)
                : new OperationSql.InForce(
                        content.code().value(),
                        now,
                        content.hash(),
                        OperationVersion.Ground.PROGRAM_UPDATE,
                        JapaneseDates.dateOf(now));
        if (latest.isPresent()) {
            sql.end(content.code(), now, OperationVersion.Close.REPLACED, null);
        }
        sql.begin(span, now);
        var _ = usage.record(Use.of("OPERATION_IN_FORCE", Actor.system("operation-adoption"))
                .in(content.code().value(), content.hash())
                .stating("ground", span.ground().name())
                .stating("groundDate", span.groundDate().toString()));
        LOG.debug("Operation {} is in force in version {} ({})", content.code(), content.hash(), span.ground());
        return true;
    }

    private static boolean decided(OperationSql.InForce latest) {
        return latest.until() != null || latest.ground() == OperationVersion.Ground.PROCEDURE;
    }
}
