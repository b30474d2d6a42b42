package akashi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.review.Finding;
import org.junit.jupiter.api.Test;

/** Nobody proposes for others what reaches further than they hold or may grant themselves. */
class WiderRightTest extends Proposing {
    private static final String LISTING = "{acts: [list], scope: own-unit, posts: [detective";
    private static final String LISTING_ALL = "{acts: [list], scope: nation, posts: [detective";

    WiderRightTest(Site site) {
        super(site);
    }

    @Test
    void aRightWiderThanTheProposersOwnIsBlocked() throws Exception {
        var code = inForce();
        long number = proposed(head, change(code, LISTING, LISTING_ALL));
        along(number, Move.REQUEST);
        refused(move(askers.of(head), number, Move.REQUEST), "blocked");
        assertThat(stage(number)).isEqualTo(Stage.Open.CONSULTED);

        var browser = signedIn(head);
        var _ = browser.open("/procedures/" + number);
        assertThat(browser.page())
                .contains("捜査員に「一覧」を全国まで認めていますが", "認めることのできる範囲は県内までです", "捜査員の「一覧」の範囲を「県内」までに")
                .doesNotMatch(UNTRANSLATED);
        var _ = browser.send("/language", "language", "en", "target", "/");
        var _ = browser.open("/procedures/" + number);
        assertThat(browser.page())
                .contains("may grant as head of the managing section")
                .doesNotMatch(UNTRANSLATED);
    }

    @Test
    void aNewOperationGivesItsProposerNothingToMeasureBy() {
        var code = code();
        long number = proposed(
                head,
                fresh(
                        code,
                        LISTING,
                        LISTING_ALL,
                        "{acts: [list, export], scope: prefecture, posts: [section-head]}",
                        "{acts: [list, export], scope: nation, posts: [section-head]}"));
        along(number, Move.REQUEST);
        refused(move(askers.of(head), number, Move.REQUEST), "blocked");
        var findings = site.proposals()
                .one(number)
                .orElseThrow()
                .proposal()
                .study(site.studies())
                .blocking();
        assertThat(findings)
                .extracting(Finding::key)
                .hasSizeGreaterThanOrEqualTo(3)
                .containsOnly("reach-wider");
    }
}
