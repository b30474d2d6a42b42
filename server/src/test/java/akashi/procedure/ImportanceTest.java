package akashi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.operation.OperationCode;
import akashi.procedure.Importance.Ground;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is specially important: rules say so, and who holds otherwise says why. */
class ImportanceTest extends Proposing {
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

    @Test
    void loweringWhatTheRulesSayNeedsAReasonThatIsKeptAndShown() throws Exception {
        long number = proposed(head, fresh(code()));
        assertThat(proposal(number).important()).isTrue();
        assertThat(proposal(number).course().required()).contains(Move.DELIBERATE);
        along(number, Move.REVIEW);
        refused(review(number, false, ""), "important-lowered");
        var _ = done(review(number, false, "同じ様式の業務を委員会が検討したばかり<b>"));
        assertThat(proposal(number).next()).contains(Move.DECIDE);

        var browser = signedIn(manager);
        var _ = browser.open("/procedures/" + number);
        assertThat(browser.page())
                .contains("委員会に付さないこととされました", "同じ様式の業務を委員会が検討したばかり&lt;b&gt;", "全国に及ぶ利用資格が新たに生じる")
                .doesNotMatch(UNTRANSLATED);

        var _ = done(move(askers.of(manager), number, Move.SEND_BACK));
        assertThat(proposal(number).important()).as("by the rules again").isTrue();
    }

    @Test
    void raisingItNeedsAReasonToo() throws Exception {
        var code = inForce();
        long number = proposed(head, change(code, "period: P3Y", "period: P5Y"));
        assertThat(proposal(number).important()).isFalse();
        along(number, Move.REVIEW);
        var browser = signedIn(keeper);
        var _ = browser.open("/procedures/" + number);
        assertThat(browser.page()).contains("特に重要か", "規則では委員会の検討は要りません").doesNotMatch(UNTRANSLATED);
        refused(review(number, true, " "), "important-raised");
        assertThat(browser.send(
                                "/procedures/" + number + "/review",
                                fields(number, "paper", "情管第3号<b>", "note", "", "important", "yes", "answered", "LOAD"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page())
                .as("what was written stands there still")
                .contains("value=\"情管第3号&lt;b", "value=\"LOAD\" checked", "value=\"yes\" checked")
                .doesNotContain("value=\"RECOVERY\" checked");
        var _ = done(review(number, true, "県民の関心が高い"));
        assertThat(proposal(number).next()).contains(Move.DELIBERATE);
        var _ = browser.send("/language", "language", "en", "target", "/");
        var _ = browser.open("/procedures/" + number);
        assertThat(browser.page())
                .contains("whatever the rules say", "県民の関心が高い")
                .doesNotMatch(UNTRANSLATED);
        along(number, null);
        assertThat(stage(number)).isEqualTo(Stage.Closed.IN_FORCE);
    }

    private Set<Ground> yes(OperationCode code, String... changes) {
        var study = site.studies().definition(change(code, changes).yaml(), code, head.staffNumber());
        assertThat(study.faults()).isEmpty();
        return grounds(Objects.requireNonNull(study.importance()));
    }

    private static Set<Ground> grounds(Importance importance) {
        return importance.answers().entrySet().stream()
                .filter(java.util.Map.Entry::getValue)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Proposal proposal(long number) {
        return site.proposals().one(number).orElseThrow().proposal();
    }

    private Outcome review(long number, boolean important, String why) {
        var whole = site.proposals().one(number).orElseThrow();
        var given = new Given(
                whole.proposal().version(),
                whole.proposal().content().hash(),
                "情管第3号",
                "",
                new Judged(Set.of(), EnumSet.allOf(Finding.Manual.class), false, important, why),
                null);
        return site.proposals().move(askers.of(keeper), whole, Move.REVIEW, given, RULING);
    }
}
