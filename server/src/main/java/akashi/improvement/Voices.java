package akashi.improvement;

import akashi.calendar.JapaneseDates;
import akashi.notice.Task;
import akashi.notice.Task.Kind;
import akashi.notice.Task.To;
import akashi.notice.Task.Word;
import akashi.notice.Tasks;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people say about pages, and the answers. It goes to the head of the section that manages the operation, or to
 * the information management section; the answer goes back as a task.
 */
@Component
class Voices {
    private static final int SHOWN = 300;

    private final VoiceSql sql;
    private final Tasks tasks;
    private final Operations operations;
    private final Organization organization;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Voices(
            VoiceSql sql,
            Tasks tasks,
            Operations operations,
            Organization organization,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.tasks = tasks;
        this.operations = operations;
        this.organization = organization;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many were said within a period, and how many of them wait. */
    record Numbers(int wrong, int better, int waiting) {}

    long say(Voice voice, Use use) {
        Long id = transaction.execute(_ -> {
            long made = sql.insert(voice);
            var section = section(voice.operation());
            var unit = section == null ? null : organization.roster().unitByCode(section);
            var to = unit == null || unit.isEmpty()
                    ? To.holders(PostClass.INFORMATION_MANAGEMENT, null)
                    : To.headOf(unit.get().id());
            tasks.raise(Task.of(
                    Kind.REQUEST,
                    "voice/answer/" + made,
                    to,
                    "/voices/" + made,
                    voice.category() == Voice.Category.WRONG ? "improvement.task.wrong" : "improvement.task.better",
                    Word.unit(voice.unit())));
            var _ = usage.record(use.stating("voice", Long.toString(made)).stating("operation", voice.operation()));
            return made;
        });
        if (id == null) {
            throw new IllegalStateException("What was said must have a number");
        }
        return id;
    }

    boolean answer(Voice voice, String text, String by, Use use) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!sql.answer(voice, text, by, clock.instant())) {
                return false;
            }
            tasks.done("voice/answer/" + voice.id());
            tasks.raise(Task.of(
                    Kind.NOTICE,
                    "voice/answered/" + voice.id(),
                    new To.Person(new PersonId(voice.person())),
                    "/voices/" + voice.id(),
                    "improvement.task.answered"));
            var _ = usage.record(use.stating("voice", Long.toString(voice.id())));
            return true;
        }));
    }

    boolean done(Voice voice, Use use) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!sql.done(voice, clock.instant())) {
                return false;
            }
            var _ = usage.record(use.stating("voice", Long.toString(voice.id())));
            return true;
        }));
    }

    Optional<Voice> one(long id) {
        return sql.one(id);
    }

    List<Voice> about(List<String> codes) {
        return codes.isEmpty() ? List.of() : sql.about(codes, SHOWN);
    }

    List<Voice> of(String person) {
        return sql.of(UUID.fromString(person), SHOWN);
    }

    Numbers numbers(String operation, Period period) {
        return sql.numbers(
                operation,
                JapaneseDates.startOf(period.from()),
                JapaneseDates.startOf(period.to().plusDays(1)));
    }

    /** Code of the section that answers; null where that is the information management section. */
    @Nullable String section(String operation) {
        return OperationCode.fits(operation)
                ? operations.history(new OperationCode(operation)).stream()
                        .findFirst()
                        .map(version -> version.definition().management().section())
                        .orElse(null)
                : null;
    }
}
