package akashi.reading;

import akashi.access.Access;
import akashi.access.Asker;
import akashi.access.ConditionResult;
import akashi.access.Decision;
import akashi.access.Question;
import akashi.definition.Scope;
import akashi.operation.NeededRight;
import akashi.organization.Organization;
import akashi.organization.UnitId;
import akashi.usage.Proved;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for the decision before anything is done, and records a refusal. */
@Component
public class Clearance {
    private final Access access;
    private final Organization organization;
    private final UsageLog usage;
    private final Clock clock;

    Clearance(Access access, Organization organization, UsageLog usage, Clock clock) {
        this.access = access;
        this.organization = organization;
        this.usage = usage;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Cleared {
        /** May be done; {@code use} is the entry to write with it. */
        record Passed(Use use, Decision.Permit permit) implements Cleared {}

        /** Must not be done; the refusal is on the ledger. */
        record Barred(Decision.Refuse decision) implements Cleared {}
    }

    /** Now, as precisely as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The decision about a question. */
    public Cleared clear(String act, Question question) {
        return clear(act, question, null);
    }

    /** The decision, narrowed by the right a definition asks for a single step. */
    public Cleared clear(String act, Question question, @Nullable NeededRight needed) {
        return switch (access.decide(question)) {
            case Decision.Permit permit ->
                needed == null || narrowed(question, needed)
                        ? new Cleared.Passed(use(act, question, permit), permit)
                        : barred(act, question, refusal(permit));
            case Decision.Refuse refuse -> barred(act, question, refuse);
        };
    }

    /** An entry for what needs no decision of its own, such as asking for a second person's release. */
    public static Use plain(String act, Asker asker) {
        return Use.of(act, asker.actor());
    }

    private boolean narrowed(Question question, NeededRight needed) {
        boolean post = needed.posts().isEmpty()
                || question.asker()
                        .offices()
                        .anyMatch(
                                office -> needed.posts().contains(office.post().postClass()));
        UnitId unit = question.recordUnit();
        boolean ownUnit = needed.scope() != Scope.OWN_UNIT
                || unit == null
                || organization.roster().serves(question.asker().unit().id(), unit);
        return post && ownUnit;
    }

    private static Decision.Refuse refusal(Decision.Permit permit) {
        List<ConditionResult> results = new ArrayList<>(permit.conditions());
        results.add(ConditionResult.unmet("record-step-right", "reading.refused.step"));
        return new Decision.Refuse("record-step-right", permit.version(), results);
    }

    private Cleared barred(String act, Question question, Decision.Refuse refuse) {
        Proved _ = usage.seal(use(act, question, refuse));
        return new Cleared.Barred(refuse);
    }

    private static Use use(String act, Question question, Decision decision) {
        String reference =
                question.caseFact() == null ? null : question.caseFact().reference();
        Use use = Use.of(act, question.asker().actor())
                .in(question.operation().code().value(), question.operation().hash(), decision.ruling());
        return question.purpose() == null ? use : use.because(question.purpose(), reference);
    }
}
