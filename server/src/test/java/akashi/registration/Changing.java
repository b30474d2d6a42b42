package akashi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.MovableClock;
import akashi.access.Asker;
import akashi.account.TestDevices;
import akashi.document.Fault;
import akashi.document.Head;
import akashi.document.Upload;
import akashi.organization.Organization;
import akashi.record.Held;
import akashi.record.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.annotation.Import;

/** What tests of changes share: who makes them, and what becomes of them. */
@ModuleTest
@Import({MovableClock.Setup.class, TestDevices.class, Held.class})
abstract class Changing {
    final RecordChanges changes;
    final Held held;
    final MovableClock clock;
    final People people;

    Changing(RecordChanges changes, Held held, Organization organization, MovableClock clock) {
        this.changes = changes;
        this.held = held;
        this.clock = clock;
        this.people = new People(organization, clock);
    }

    final ChangeOutcome with(Upload upload) {
        return changes.make(
                new Change.Register(
                        UUID.randomUUID(),
                        Sheets.VEHICLE,
                        "notice",
                        new Change.Entry(Sheets.vehicle(Sheets.plate()), List.of(), List.of(upload), "原票1号")),
                people.detective());
    }

    static void faults(ChangeOutcome outcome, String messageKey) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ChangeOutcome.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(Fault::messageKey)
                                .contains(messageKey));
    }

    final ChangeOutcome.Done registered(Asker author) {
        return done(changes.make(Sheets.register(Sheets.VEHICLE, "notice", Sheets.vehicle(Sheets.plate())), author));
    }

    final ChangeOutcome.Done counted() {
        return done(changes.make(confirm(registered(people.detective())), people.supervisor()));
    }

    static Change.Confirm confirm(ChangeOutcome.Done done) {
        return new Change.Confirm(UUID.randomUUID(), done.record(), done.version());
    }

    static Change.Correct correct(ChangeOutcome.Done done, String plate) {
        return new Change.Correct(
                UUID.randomUUID(), done.record(), done.version(), Sheets.entry(Sheets.vehicle(plate)), "番号の誤り");
    }

    static Change.End end(ChangeOutcome.Done done, String ending, Map<String, List<String>> inputs) {
        return new Change.End(UUID.randomUUID(), done.record(), done.version(), ending, inputs, "");
    }

    final Head head(ChangeOutcome.Done done) {
        return held.head(done.record()).orElseThrow();
    }

    /** The sequence of one more document registered by this person. */
    final int next(Asker author) {
        return sequence(registered(author));
    }

    static int sequence(ChangeOutcome.Done done) {
        return Integer.parseInt(done.number().substring(done.number().lastIndexOf('-') + 1));
    }

    static <T> List<T> together(int times, Callable<T> work) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(pool.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        }
    }

    static ChangeOutcome.Done done(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Done.class);
        return (ChangeOutcome.Done) outcome;
    }
}
