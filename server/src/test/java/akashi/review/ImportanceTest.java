package akashi.review;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.operation.OperationCode;
import akashi.review.Importance.Ground;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is specially important by the rules. */
class ImportanceTest extends Reviewing {
    private static final String PURPOSES = "hit: {needed: true, urgent: PT10M, ordinary: PT2H}";
    private static final String EVERYBODY = "  - {acts: [existence, content], scope: nation, posts: [officer, ";

    ImportanceTest(Site site) {
        super(site);
    }

    @Test
    void theRulesLookAtWhatIsNewAndAtNothingElse() {
        var code = inForce();
        assertThat(yes(code, PURPOSES, "hit: {needed: true, urgent: PT5M, ordinary: PT2H}"))
                .isEmpty();
        assertThat(yes(
                        code,
                        "    - {code: drugs, staleAfterDays: 180}\n",
                        "    - {code: drugs, staleAfterDays: 180}\n    - {code: infectious, staleAfterDays: 180}\n"))
                .containsExactly(Ground.SENSITIVE_ITEM);
        assertThat(yes(code, EVERYBODY, "  - {acts: [existence, content], scope: nation, posts: [civilian, officer, "))
                .containsExactlyInAnyOrder(Ground.WIDE_CONTENT, Ground.NATIONAL);
        assertThat(yes(code, "{acts: [register], scope: own-unit,", "{acts: [register], scope: prefecture,"))
                .isEmpty();
        assertThat(yes(
                        code,
                        "owner: {kind: prefecture}",
                        "owner: {kind: local-copy, standing: stand-in, refreshHours: 24, note: {ja: 写し, en: A copy}}"))
                .containsExactly(Ground.CONNECTION);
        assertThat(grounds(Objects.requireNonNull(site.studies()
                        .definition(yaml(code()), null, head.staffNumber())
                        .importance())))
                .containsExactlyInAnyOrder(Ground.SENSITIVE_ITEM, Ground.WIDE_CONTENT, Ground.NATIONAL);
    }

    private Set<Ground> yes(OperationCode code, String... changes) {
        var study = site.studies().definition(yaml(code, changes), code, head.staffNumber());
        assertThat(study.faults()).isEmpty();
        return grounds(Objects.requireNonNull(study.importance()));
    }

    private static Set<Ground> grounds(Importance importance) {
        return importance.answers().entrySet().stream()
                .filter(java.util.Map.Entry::getValue)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
