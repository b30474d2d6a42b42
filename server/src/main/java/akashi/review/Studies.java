package akashi.review;

import akashi.notice.Rules;
import akashi.operation.Comparison;
import akashi.operation.Draft;
import akashi.operation.Drafts;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.record.HeldFields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Studies proposals: reads what they bring and compares it with the register. Changes nothing. */
@Component
public class Studies {
    private final Drafts drafts;
    private final Operations operations;
    private final HeldFields held;
    private final GoldenSql questions;
    private final Rules rules;
    private final Reach reach;

    Studies(Drafts drafts, Operations operations, HeldFields held, GoldenSql questions, Rules rules, Reach reach) {
        this.drafts = drafts;
        this.operations = operations;
        this.held = held;
        this.questions = questions;
        this.rules = rules;
        this.reach = reach;
    }

    /** Studies that an operation is suspended, ended or handed over, in the version of this hash. */
    public Study ending(OperationCode code, String hash) {
        var version = known(code, hash);
        return bare(
                version.orElse(null),
                version.map(one -> EndReview.of(one, others(code), held)).orElse(List.of()));
    }

    /** Studies that an operation is taken up again, in the version of this hash. */
    public Study resumption(OperationCode code, String hash) {
        return bare(known(code, hash).orElse(null), List.of());
    }

    /**
     * How a proposal that is over differed from the version it was written against; no difference where its text is no
     * sound definition any more.
     *
     * @param base hash of that version; null where there was none
     */
    public Comparison past(String yaml, OperationCode code, String hash, @Nullable String base) {
        var before = base == null ? Optional.<OperationVersion>empty() : known(code, base);
        return drafts.earlier(code, hash)
                .or(() -> drafts.check(yaml, base == null ? null : code) instanceof Drafts.Checked.Sound(var draft)
                        ? Optional.of(draft)
                        : Optional.empty())
                .map(draft -> Comparison.of(before.orElse(null), draft))
                .orElseGet(() -> new Comparison(List.of()));
    }

    private Optional<OperationVersion> known(OperationCode code, String hash) {
        return operations.history(code).stream()
                .filter(one -> one.hash().equals(hash))
                .findFirst();
    }

    private static Study bare(@Nullable OperationVersion version, List<Finding> findings) {
        return new Study(null, version, List.of(), new Comparison(List.of()), null, null, findings, List.of());
    }

    /**
     * Studies a definition as written.
     *
     * @param code null for a new operation
     * @param by staff number of whoever proposes it
     */
    public Study definition(String yaml, @Nullable OperationCode code, String by) {
        var before = code == null ? Optional.<OperationVersion>empty() : operations.byCode(code);
        return switch (drafts.check(yaml, code)) {
            case Drafts.Checked.Faulty(var faults) ->
                new Study(
                        null, before.orElse(null), faults, new Comparison(List.of()), null, null, List.of(), List.of());
            case Drafts.Checked.Sound(var draft) -> sound(draft, before.orElse(null), by);
        };
    }

    private Study sound(Draft draft, @Nullable OperationVersion before, String by) {
        var comparison = Comparison.of(before, draft);
        var golden = questions.of(draft.code());
        return new Study(
                draft,
                before,
                List.of(),
                comparison,
                before == null
                        ? null
                        : MinorChange.of(comparison, !rules.newer(draft.code()).isEmpty()),
                Importance.of(before == null ? null : before.definition(), draft.definition()),
                Review.of(
                        draft,
                        before,
                        others(draft.code()),
                        held,
                        golden.size(),
                        reach.limits(by, before, draft.definition())),
                golden.stream()
                        .map(question ->
                                question.compare(before == null ? null : before.definition(), draft.definition()))
                        .toList());
    }

    private List<OperationVersion> others(OperationCode code) {
        return operations.inForce().stream()
                .filter(version -> !version.code().equals(code))
                .toList();
    }
}
