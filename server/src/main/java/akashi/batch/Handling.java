package akashi.batch;

import akashi.access.Asker;
import akashi.access.ConditionResult;
import akashi.batch.Batches.Requested;
import akashi.batch.Batches.Step;
import akashi.question.InquiryForm;
import akashi.usage.Proved;
import akashi.usage.Use;
import akashi.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What pages and the API do alike with requests for lists: pass the gate, take a step about what its maker had before
 * their eyes, and show nothing before its entry is durable. What is not the asker's to know looks like nothing there.
 */
@Component
class Handling {
    static final String LIST = "BATCHES";
    static final String LOOK = "BATCH_LOOK";
    private static final int MOST = 100;
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 400;

    private final Batches batches;
    private final BatchRun run;
    private final BatchTables tables;
    private final BatchSight sight;
    private final WishReader reader;
    private final WaitingBatches waiting;

    Handling(
            Batches batches,
            BatchRun run,
            BatchTables tables,
            BatchSight sight,
            WishReader reader,
            WaitingBatches waiting) {
        this.batches = batches;
        this.run = run;
        this.tables = tables;
        this.sight = sight;
        this.reader = reader;
        this.waiting = waiting;
    }

    /** The latest requests of the asker's units, newest first. */
    record Listed(List<Row> rows, boolean mayAsk, Proved proof) {
        Listed {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A request in the list.
     *
     * @param done how many items are answered
     * @param open whether the asker may see the list itself
     * @param mine whether it waits for the asker's word
     */
    record Row(Batch batch, int done, boolean open, boolean mine) {}

    /** One request with its list. */
    record Looked(Batch batch, List<BatchPage.Row> rows, BatchPage.May may, Proved proof) {
        Looked {
            rows = List.copyOf(rows);
        }
    }

    Listed list(Asker asker, HttpServletRequest request) {
        var open = sight.pass(request, LIST, null);
        var proof = sight.usage().seal(Use.of(LIST, open.actor()).decided(open.ruling()));
        var found = tables.batches().ofUnits(sight.units(asker), MOST);
        var done = tables.items().done(found.stream().map(Batch::seq).toList());
        var rows = found.stream()
                .map(batch -> new Row(
                        batch,
                        done.getOrDefault(batch.seq(), 0),
                        Batches.own(asker, batch)
                                || sight.gate()
                                        .offers(request, LOOK, batch.owner().unit()),
                        decides(asker, request, batch)))
                .toList();
        return new Listed(rows, sight.rights().any(asker), proof);
    }

    Looked look(Asker asker, HttpServletRequest request, long seq) {
        var batch = find(seq);
        var own = Batches.own(asker, batch);
        var open = own
                ? sight.pass(request, LIST, null)
                : sight.pass(request, LOOK, batch.owner().unit());
        var rows = sight.release(Use.of(own ? LIST : LOOK, open.actor()).decided(open.ruling()), batch);
        return new Looked(batch, rows.value(), new BatchPage.May(own, decides(asker, request, batch)), rows.proved());
    }

    /** Asks for a list. */
    Requested ask(Asker asker, HttpServletRequest request, InquiryForm form, ListText.Read list) {
        var _ = sight.pass(request, LIST, null);
        return switch (reader.read(form, list)) {
            case WishReader.Read.Bad(var head, var lines) -> new Requested.Faulty(head, lines);
            case WishReader.Read.Good good -> counted(() -> batches.request(asker, good));
        };
    }

    /** Puts another list in the place of the asker's own one, as it was at this version. */
    Requested change(Asker asker, Batch batch, int version, InquiryForm form, ListText.Read list) {
        if (batch.version() != version) {
            return new Requested.Stale();
        }
        if (form.kind() != batch.terms().kind()) {
            return new Requested.Faulty(List.of(WishReader.KIND_FAULT), List.of());
        }
        return switch (reader.read(form, list)) {
            case WishReader.Read.Bad(var head, var lines) -> new Requested.Faulty(head, lines);
            case WishReader.Read.Good good -> counted(() -> batches.change(asker, batch, good));
        };
    }

    /** The own request while its list can be changed; everything else looks like none. */
    Batch changeable(Asker asker, HttpServletRequest request, long seq) {
        var batch = own(asker, request, seq);
        if (!batch.changeable()) {
            throw new NotFound();
        }
        return batch;
    }

    Step approve(Asker asker, HttpServletRequest request, long seq, int version, String digest) {
        var batch = find(seq);
        var open = sight.pass(request, Batches.APPROVE, batch.owner().unit());
        return counted(() -> batch.version() == version && batch.digest().equals(digest)
                ? batches.approve(asker, batch, open.ruling())
                : Step.STALE);
    }

    Step refuse(Asker asker, HttpServletRequest request, long seq, int version, String reason) {
        var batch = find(seq);
        var open = sight.pass(request, Batches.APPROVE, batch.owner().unit());
        var words = reason.strip();
        if (words.length() < SHORTEST_REASON
                || words.length() > LONGEST_REASON
                || words.codePoints()
                        .anyMatch(sign ->
                                Character.isISOControl(sign) || Character.getType(sign) == Character.SURROGATE)) {
            return Step.REASON;
        }
        return counted(
                () -> batch.version() == version ? batches.refuse(asker, batch, words, open.ruling()) : Step.STALE);
    }

    Step withdraw(Asker asker, HttpServletRequest request, long seq, int version) {
        var batch = own(asker, request, seq);
        return counted(() -> batch.version() == version ? batches.withdraw(asker, batch) : Step.STALE);
    }

    BatchRun.Started run(Asker asker, HttpServletRequest request, long seq, int version) {
        var batch = own(asker, request, seq);
        return batch.version() == version ? run.start(asker, batch) : BatchRun.Started.STALE;
    }

    /** What stands against asking the own list by now; decides again and records nothing. */
    List<ConditionResult> unmet(Asker asker, Batch batch) {
        return run.unmet(asker, batch);
    }

    /** Stops the own list; false where nothing is being asked. */
    boolean stop(Asker asker, HttpServletRequest request, long seq) {
        return run.stop(asker, own(asker, request, seq));
    }

    /** The request of this number; whoever shows anything of it asks the gate. */
    Batch find(long seq) {
        return batches.find(seq).orElseThrow(NotFound::new);
    }

    /** The own request; somebody else's looks like none. */
    private Batch own(Asker asker, HttpServletRequest request, long seq) {
        var _ = sight.pass(request, LIST, null);
        return batches.find(seq).filter(batch -> Batches.own(asker, batch)).orElseThrow(NotFound::new);
    }

    /** Whether it waits for the asker's word. */
    private boolean decides(Asker asker, HttpServletRequest request, Batch batch) {
        return !Batches.own(asker, batch)
                && batch.state() == Batch.State.WAITING
                && sight.gate().offers(request, Batches.APPROVE, batch.owner().unit());
    }

    /** Counts anew what waits, for the figure in the navigation. */
    private <T> T counted(Supplier<T> step) {
        var outcome = step.get();
        waiting.count();
        return outcome;
    }
}
