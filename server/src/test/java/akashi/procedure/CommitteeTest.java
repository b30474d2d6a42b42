package akashi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.review.Finding;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether a committee examines a proposal: rules say so, and who holds otherwise says why. */
class CommitteeTest extends Proposing {
    CommitteeTest(Site site) {
        super(site);
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
