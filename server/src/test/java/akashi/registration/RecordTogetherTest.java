package akashi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.record.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Changes that meet: submitted twice, at the same moment, or on what somebody else has changed. */
class RecordTogetherTest extends Changing {
    RecordTogetherTest(RecordChanges changes, Held held, Organization organization, MovableClock clock) {
        super(changes, held, organization, clock);
    }

    @Test
    void aDoubleSubmitHasOneEffectAndOneAnswer() {
        Asker author = people.detective();
        Change.Register form = Sheets.register(Sheets.VEHICLE, "notice", Sheets.vehicle(Sheets.plate()));

        ChangeOutcome first = changes.make(form, author);
        ChangeOutcome second = changes.make(form, author);

        assertThat(second).isEqualTo(first);
        assertThat(next(author)).isEqualTo(sequence(done(first)) + 1);
    }

    @Test
    void aDoubleSubmitAtTheSameMomentHasOneEffect() throws Exception {
        Asker author = people.detective();
        Change.Register form = Sheets.register(Sheets.VEHICLE, "notice", Sheets.vehicle(Sheets.plate()));

        List<ChangeOutcome> outcomes = together(6, () -> changes.make(form, author));

        assertThat(outcomes).allMatch(outcomes.getFirst()::equals).allMatch(ChangeOutcome.Done.class::isInstance);
    }

    @Test
    void aRepeatedConfirmationGetsTheFirstOnesAnswer() {
        ChangeOutcome.Done done = registered(people.detective());
        Asker second = people.supervisor();
        Change.Confirm form = confirm(done);

        assertThat(changes.make(form, second)).isEqualTo(changes.make(form, second));
    }

    @Test
    void twoPeopleCorrectingTheSameDocumentMeet() {
        ChangeOutcome.Done counted = counted();
        Change one = correct(counted, Sheets.plate());
        Change other = correct(counted, Sheets.plate());

        assertThat(changes.make(one, people.detective())).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(changes.make(other, people.supervisor()))
                .isEqualTo(new ChangeOutcome.Stale(counted.number(), counted.version() + 1));
    }

    @Test
    void ofManyCorrectionsAtTheSameMomentOneIsMade() throws Exception {
        ChangeOutcome.Done counted = counted();
        List<Asker> askers = List.of(people.detective(), people.supervisor(), people.head());

        List<ChangeOutcome> outcomes = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ChangeOutcome>> running = askers.stream()
                    .map(asker -> pool.submit(() -> changes.make(correct(counted, Sheets.plate()), asker)))
                    .toList();
            for (Future<ChangeOutcome> future : running) {
                outcomes.add(future.get());
            }
        }

        assertThat(outcomes).filteredOn(ChangeOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ChangeOutcome.Stale.class::isInstance).hasSize(2);
    }

    @Test
    void numbersHaveNoGapsHoweverManyAreTakenAtOnce() throws Exception {
        Asker author = people.at(TestForce.HIRO, PostClass.DETECTIVE);
        int before = next(author);

        List<ChangeOutcome> outcomes = together(
                20,
                () -> changes.make(Sheets.register(Sheets.VEHICLE, "notice", Sheets.vehicle(Sheets.plate())), author));
        ChangeOutcome faulty = changes.make(Sheets.register(Sheets.VEHICLE, "notice", Map.of()), author);

        assertThat(faulty).isInstanceOf(ChangeOutcome.Faulty.class);
        assertThat(outcomes.stream().map(o -> sequence(done(o))).sorted().toList())
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(before + 1, before + 20)
                        .boxed()
                        .toList());
        assertThat(next(author)).isEqualTo(before + 21);
    }
}
