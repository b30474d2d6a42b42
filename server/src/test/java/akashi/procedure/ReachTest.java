package akashi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.TestForce;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.organization.PostClass;
import org.junit.jupiter.api.Test;

/** Nobody proposes for others what reaches further than they hold or may grant themselves. */
class ReachTest extends Proposing {
    private static final String LISTING = "{acts: [list], scope: own-unit, posts: [detective";
    private static final String LISTING_ALL = "{acts: [list], scope: nation, posts: [detective";

    ReachTest(Site site) {
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
        var findings = site.studies()
                .of(site.proposals().one(number).orElseThrow().proposal())
                .blocking();
        assertThat(findings)
                .extracting(Finding::key)
                .hasSizeGreaterThanOrEqualTo(3)
                .containsOnly("reach-wider");
    }

    @Test
    void whatIsHeldElsewhereOrManagedMayBeProposed() {
        var code = code();
        var wider = fresh(code, "{acts: [confirm], scope: own-unit,", "{acts: [confirm], scope: prefecture,");
        var draft = site.studies().definition(wider.yaml(), null, head.staffNumber());
        assertThat(draft.blocking()).isEmpty();
        var limits = site.reach()
                .limits(
                        head.staffNumber(),
                        null,
                        java.util.Objects.requireNonNull(draft.draft()).definition());
        assertThat(limits).containsEntry(Act.CONTENT, Scope.NATION).containsEntry(Act.LIST, Scope.PREFECTURE);
    }

    @Test
    void whoHoldsNoPostAnyMoreHoldsNothing() {
        var leaving = force.officer(TestForce.CRIME, PostClass.SECTION_HEAD);
        var study = site.studies().definition(fresh(code()).yaml(), null, leaving.staffNumber());
        var definition = java.util.Objects.requireNonNull(study.draft()).definition();
        force.dismissFromPost(leaving);
        assertThat(site.reach().limits(leaving.staffNumber(), null, definition))
                .containsEntry(Act.CONTENT, Scope.PREFECTURE);
        assertThat(site.reach().limits("nobody", null, definition)).containsEntry(Act.EXISTENCE, Scope.PREFECTURE);
    }
}
