package akashi.registration;

import akashi.access.Asker;
import akashi.access.Question;
import akashi.document.OpenDocument;
import akashi.operation.Act;
import akashi.operation.NeededRight;
import akashi.reading.Clearance;
import akashi.usage.Use;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether somebody may change a document, before anything about the change is looked at. */
@Component
class Clearing {
    private final Clearance clearance;

    Clearing(Clearance clearance) {
        this.clearance = clearance;
    }

    /** What is asked: the name of the change on the ledger, the act, and the right a definition asks for the step. */
    record Asked(String name, Act act, @Nullable NeededRight right) {
        static Asked of(String name, Act act) {
            return new Asked(name, act, null);
        }

        static Asked of(String name, NeededRight right) {
            return new Asked(name, right.act(), right);
        }
    }

    /** What {@code then} makes of the entry to write with the change; a refusal is on the ledger already. */
    ChangeOutcome decide(
            Asked asked, OpenDocument document, String reason, Asker asker, Function<Use, ChangeOutcome> then) {
        Question question = Question.of(asker, asked.act(), document.version(), clearance.now())
                .about(document.head().unit())
                .saying(reason);
        return switch (clearance.clear(asked.name(), question, asked.right())) {
            case Clearance.Cleared.Barred(var decision) -> new ChangeOutcome.Refused(decision);
            case Clearance.Cleared.Passed passed -> then.apply(passed.use());
        };
    }
}
