package akashi.review;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.TestForce;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.organization.PostClass;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How far whoever proposes may give a right to others. */
class ReachTest extends Reviewing {
    ReachTest(Site site) {
        super(site);
    }

    @Test
    void whatIsHeldElsewhereOrManagedMayBeProposed() {
        var code = code();
        var wider = yaml(code, "{acts: [confirm], scope: own-unit,", "{acts: [confirm], scope: prefecture,");
        var draft = site.studies().definition(wider, null, head.staffNumber());
        assertThat(draft.blocking()).isEmpty();
        var limits = site.reach()
                .limits(
                        head.staffNumber(),
                        null,
                        Objects.requireNonNull(draft.draft()).definition());
        assertThat(limits).containsEntry(Act.CONTENT, Scope.NATION).containsEntry(Act.LIST, Scope.PREFECTURE);
    }

    @Test
    void whoHoldsNoPostAnyMoreHoldsNothing() {
        var leaving = force.officer(TestForce.CRIME, PostClass.SECTION_HEAD);
        var study = site.studies().definition(yaml(code()), null, leaving.staffNumber());
        var definition = Objects.requireNonNull(study.draft()).definition();
        force.dismissFromPost(leaving);
        assertThat(site.reach().limits(leaving.staffNumber(), null, definition))
                .containsEntry(Act.CONTENT, Scope.PREFECTURE);
        assertThat(site.reach().limits("nobody", null, definition)).containsEntry(Act.EXISTENCE, Scope.PREFECTURE);
    }
}
