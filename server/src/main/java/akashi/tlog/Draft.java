package akashi.tlog;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** An entry on its way to the ledger: the sequencer sets its time and gives it its index. */
final class Draft {
    private enum Stage {
        WAITING,
        TAKEN,
        GIVEN_UP
    }

    private final UUID id;
    private final LocalDate month;
    private final Entry entry;
    private final CompletableFuture<Place> done = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

    /** @param month first month in which the private part may be erased */
    Draft(UUID id, LocalDate month, Entry entry) {
        this.id = id;
        this.month = month;
        this.entry = entry;
    }

    /** First month in which what was written on this day may be erased: the whole month is old enough then. */
    static LocalDate month(LocalDate day, int privateYears) {
        return day.plusYears(privateYears).plusMonths(1).withDayOfMonth(1);
    }

    UUID id() {
        return id;
    }

    LocalDate month() {
        return month;
    }

    Entry entry() {
        return entry;
    }

    /** The private part of a draft that must have one. */
    Entry.Secret requiredSecret() {
        var secret = entry.secret();
        if (secret == null) {
            throw new IllegalStateException("Only drafts with a private part are asked for it");
        }
        return secret;
    }

    /** Whether it stands in {@code usage_pending} already, written with a change. */
    boolean recorded() {
        return entry.recorded();
    }

    CompletableFuture<Place> done() {
        return done;
    }

    /** Called by the sequencer; false if the caller no longer waits. A recorded draft can be taken again. */
    boolean take() {
        return stage.compareAndSet(Stage.WAITING, Stage.TAKEN) || recorded();
    }

    /** Called by the caller when it has waited long enough; false if the sequencer has taken it meanwhile. */
    boolean giveUp() {
        return stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
    }
}
