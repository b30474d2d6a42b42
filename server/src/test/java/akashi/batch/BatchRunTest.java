package akashi.batch;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.TestForce;
import akashi.access.Asker;
import akashi.batch.Batch.State;
import akashi.batch.Item.Outcome;
import akashi.organization.PostClass;
import akashi.question.Inquiry;
import akashi.usage.PastUse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may ask a list, when, and what becomes of it when a node falls. */
class BatchRunTest extends Listing {
    BatchRunTest(Site site) {
        super(site);
    }

    @Test
    void aKillInTheMiddleLosesNothingAndAsksNothingTwice() {
        var asker = detective();
        var plates = plates(6);
        var stolen = plates.get(2);
        var _ = records.stolenVehicle(TestForce.HIRO, stolen);
        var batch = approved(asker, plates);
        var first = UUID.randomUUID();
        assertThat(site.run().begin(asker, batch, first)).isEqualTo(BatchRun.Started.DONE);
        assertThat(site.run().step(asker, batch, first)).isTrue();
        askedButNotStored(asker, batch);
        askedButNotStored(asker, batch);
        var _ = site.tables().items().claim(batch.seq()).orElseThrow();
        assertThat(site.run().begin(asker, batch(batch.seq()), UUID.randomUUID()))
                .as("while the other node has the lease")
                .isEqualTo(BatchRun.Started.STALE);
        fall(batch);
        assertThat(batch(batch.seq()).cut()).isTrue();

        var second = UUID.randomUUID();
        assertThat(site.run().begin(asker, batch(batch.seq()), second)).isEqualTo(BatchRun.Started.DONE);
        assertThat(site.run().step(asker, batch, first))
                .as("who comes back late")
                .isFalse();
        while (site.run().step(asker, batch, second)) {
            assertThat(entries(asker, batch)).hasSizeLessThanOrEqualTo(plates.size());
        }
        site.run().finish(asker, batch, second);

        assertThat(batch(batch.seq()).state()).isEqualTo(State.DONE);
        assertThat(outcomes(batch))
                .containsExactly(
                        Outcome.NONE, Outcome.UNSEEN, Outcome.COMPARE, Outcome.NONE, Outcome.NONE, Outcome.NONE);
        assertThat(entries(asker, batch))
                .hasSize(plates.size())
                .extracting(use -> use.seen().facts().get(Inquiry.REQUEST))
                .doesNotHaveDuplicates();
        assertThat(site.tables().items().of(batch.seq()))
                .extracting(item -> Objects.requireNonNull(item.done()).entry())
                .containsExactlyInAnyOrderElementsOf(entries(asker, batch).stream()
                        .map(use -> use.proved().number())
                        .toList());
        assertThat(erased(batch)).isTrue();
    }

    @Test
    void aRunIsStoppedAndGoneOnWith() {
        var asker = detective();
        var batch = approved(asker, plates(3));
        var first = UUID.randomUUID();
        assertThat(site.run().begin(asker, batch, first)).isEqualTo(BatchRun.Started.DONE);
        assertThat(site.run().step(asker, batch, first)).isTrue();

        assertThat(site.run().stop(asker, batch)).isTrue();
        assertThat(site.run().stop(asker, batch)).isFalse();
        assertThat(site.run().step(asker, batch, first)).isFalse();
        assertThat(batch(batch.seq()).cut()).as("before the worker has left").isFalse();
        site.run().finish(asker, batch, first);
        assertThat(batch(batch.seq()).cut()).isTrue();
        assertThat(erased(batch)).as("what is still to be asked").isFalse();

        var second = UUID.randomUUID();
        assertThat(site.run().begin(asker, batch(batch.seq()), second)).isEqualTo(BatchRun.Started.DONE);
        while (site.run().step(asker, batch, second)) {
            assertThat(batch(batch.seq()).working()).isTrue();
        }
        site.run().finish(asker, batch, second);
        assertThat(batch(batch.seq()).state()).isEqualTo(State.DONE);
        assertThat(entries(asker, batch)).hasSize(3);
    }

    @Test
    void nobodyAsksFromAPostNoLongerHeld() {
        var member = member(PostClass.DETECTIVE);
        var asker = askers.of(member);
        var batch = approved(asker, plates(2));
        var elsewhere = askers.of(force.officer(TestForce.HACHI, PostClass.OFFICER));
        var moved = new Asker(
                asker.session(), asker.person(), elsewhere.office(), List.of(), asker.device(), asker.channel());
        assertThat(site.run().begin(moved, batch, UUID.randomUUID())).isEqualTo(BatchRun.Started.POST);

        force.dismissFromPost(member);
        assertThat(site.run().begin(asker, batch, UUID.randomUUID())).isEqualTo(BatchRun.Started.REFUSED);
        assertThat(site.run().unmet(asker, batch)).isNotEmpty();
        assertThat(batch(batch.seq()).state()).isEqualTo(State.APPROVED);
        assertThat(entries(asker, batch)).isEmpty();
    }

    @Test
    void aPersonSuspendedInTheMiddleIsRefusedTheRest() {
        var member = member(PostClass.DETECTIVE);
        var asker = askers.of(member);
        var batch = approved(asker, plates(2));
        var worker = UUID.randomUUID();
        assertThat(site.run().begin(asker, batch, worker)).isEqualTo(BatchRun.Started.DONE);
        assertThat(site.run().step(asker, batch, worker)).isTrue();
        force.suspend(member);
        assertThat(site.run().step(asker, batch, worker)).isTrue();
        assertThat(outcomes(batch)).containsExactly(Outcome.NONE, Outcome.REFUSED);
        assertThat(entries(asker, batch)).hasSize(2);
    }

    @Test
    void somebodyElseDoesNotRunIt() {
        var batch = approved(detective(), plates(1));
        assertThat(site.run().begin(detective(), batch, UUID.randomUUID())).isEqualTo(BatchRun.Started.STALE);
    }

    @Test
    void aListThatIsNotTheApprovedOneIsNotAsked() {
        var asker = detective();
        var batch = approved(asker, plates(2));
        var changed = site.jdbc()
                .sql("update batch_item set cells = array['青森330さ1234'] where batch = :batch and line = 2")
                .param("batch", batch.seq())
                .update();
        assertThat(changed).isEqualTo(1);
        assertThat(site.run().begin(asker, batch(batch.seq()), UUID.randomUUID()))
                .isEqualTo(BatchRun.Started.CHANGED);
        assertThat(entries(asker, batch)).isEmpty();
    }

    @Test
    void aChangeMakesAnApprovalVoid() {
        var asker = detective();
        var head = askers.of(member(PostClass.STATION_SUPERVISOR));
        var before = approved(asker, plates(2));
        assertThat(site.batches().change(asker, before, wish(plates(3)))).isInstanceOf(Batches.Requested.Waits.class);
        var after = batch(before.seq());

        assertThat(after.state()).isEqualTo(State.WAITING);
        assertThat(after.verdict()).isNull();
        assertThat(after.items()).isEqualTo(3);
        assertThat(site.tables().items().of(after.seq())).hasSize(3);
        assertThat(site.run().begin(asker, before, UUID.randomUUID())).isEqualTo(BatchRun.Started.CHANGED);
        assertThat(site.run().begin(asker, after, UUID.randomUUID())).isEqualTo(BatchRun.Started.STALE);
        assertThat(site.batches().approve(head, before, RULING)).isEqualTo(Batches.Step.STALE);
        assertThat(site.batches().change(asker, before, wish(plates(1)))).isInstanceOf(Batches.Requested.Stale.class);
    }

    @Test
    void aRequestExpiresAndItsListIsErased() {
        var asker = detective();
        var waiting = asked(asker, plates(2));
        var batch = approved(asker, plates(2));
        site.clock().move(Batches.STANDS.minus(Duration.ofMinutes(1)));
        site.batches().expire();
        assertThat(batch(batch.seq()).state()).isEqualTo(State.APPROVED);

        site.clock().move(Duration.ofMinutes(1));
        assertThat(site.run().begin(asker, batch, UUID.randomUUID())).isEqualTo(BatchRun.Started.STALE);
        assertThat(site.batches().approve(askers.of(member(PostClass.UNIT_HEAD)), waiting, RULING))
                .isEqualTo(Batches.Step.STALE);
        site.batches().expire();

        for (var one : List.of(waiting, batch)) {
            assertThat(batch(one.seq()).state()).isEqualTo(State.EXPIRED);
            assertThat(batch(one.seq()).terms().note()).isEmpty();
            assertThat(erased(one)).isTrue();
        }
    }

    private Asker detective() {
        return askers.of(member(PostClass.DETECTIVE));
    }

    private List<Outcome> outcomes(Batch batch) {
        return site.tables().items().of(batch.seq()).stream()
                .map(item -> Objects.requireNonNull(item.done()).outcome())
                .toList();
    }

    /** What a node leaves behind that falls between the entry and its own table. */
    private void askedButNotStored(Asker asker, Batch batch) {
        var line = site.tables().items().claim(batch.seq()).orElseThrow();
        var inquiry = site.reader().inquiry(batch, line.number(), line.cells()).orElseThrow();
        var answer = site.inquiries().askItem(asker, inquiry, batch.number());
        assertThat(entries(asker, batch)).extracting(PastUse::proved).contains(answer.proved());
    }

    private void fall(Batch batch) {
        var fallen = site.jdbc()
                .sql("update batch_request set worker_until = clock_timestamp() - interval '1 second' where seq = :seq")
                .param("seq", batch.seq())
                .update();
        assertThat(fallen).isEqualTo(1);
    }
}
