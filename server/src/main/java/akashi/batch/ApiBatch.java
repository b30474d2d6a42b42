package akashi.batch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request with its list, or its results, as the API gives it. Names of members and states stay as they are within a
 * version of the API.
 *
 * @param digest what an approval names
 * @param own whether it is the asker's own
 * @param mayDecide whether it waits for the asker's word
 * @param proof number of the entry about this look
 */
record ApiBatch(
        long batch,
        String state,
        int version,
        String digest,
        Terms terms,
        Asked asked,
        @Nullable Decided decided,
        @Nullable Instant ended,
        int items,
        int done,
        List<Line> lines,
        boolean own,
        boolean mayDecide,
        String proof) {

    /** Why and where the items are asked. */
    record Terms(String kind, String purpose, String caseReference, String note, List<String> operations) {
        static Terms of(Batch.Terms terms) {
            return new Terms(
                    terms.kind().word(), terms.purpose(), terms.caseReference(), terms.note(), terms.operations());
        }

        @Override
        public String toString() {
            return "Terms[" + kind + "]";
        }
    }

    /** Who asks for it, and until when it stands. */
    record Asked(String unit, String by, Instant at, Instant until) {
        static Asked of(Batch batch) {
            return new Asked(
                    batch.owner().unit(),
                    batch.owner().staff(),
                    batch.times().requested(),
                    batch.times().expires());
        }
    }

    /** What the second person said. */
    record Decided(String by, Instant at, String reason) {}

    /**
     * A line.
     *
     * @param key as typed, or as the log still says it; empty where it was erased everywhere
     */
    record Line(int line, String key, @Nullable Result result) {}

    /**
     * What was answered to a line.
     *
     * @param refused how many operations were not asked because the asker may not
     * @param number of the answer, which whoever asked can open for an hour where there is a hit
     */
    record Result(String outcome, int refused, String number, Instant dataTime) {}

    /** The requests of the asker's units. */
    record All(boolean mayAsk, List<Row> requests, String proof) {}

    /**
     * A request without its list.
     *
     * @param mayLook whether the asker may see the list
     */
    record Row(
            long batch,
            String state,
            int version,
            String kind,
            String purpose,
            String caseReference,
            Asked asked,
            int items,
            int done,
            boolean mayLook,
            boolean mayDecide) {
        static Row of(Handling.Row row) {
            var batch = row.batch();
            var terms = batch.terms();
            return new Row(
                    batch.seq(),
                    batch.standing(),
                    batch.version(),
                    terms.kind().word(),
                    terms.purpose(),
                    terms.caseReference(),
                    Asked.of(batch),
                    batch.items(),
                    row.done(),
                    row.open(),
                    row.mine());
        }
    }

    static ApiBatch of(Handling.Looked looked) {
        var batch = looked.batch();
        var verdict = batch.verdict();
        var lines = looked.rows().stream()
                .map(row -> new Line(row.line(), row.key(), result(row.done())))
                .toList();
        return new ApiBatch(
                batch.seq(),
                batch.standing(),
                batch.version(),
                batch.digest(),
                Terms.of(batch.terms()),
                Asked.of(batch),
                verdict == null ? null : new Decided(verdict.by(), verdict.at(), verdict.reason()),
                batch.times().ended(),
                batch.items(),
                (int) lines.stream().filter(line -> line.result() != null).count(),
                lines,
                looked.may().own(),
                looked.may().approve(),
                looked.proof().number());
    }

    private static @Nullable Result result(Item.@Nullable Done done) {
        return done == null ? null : new Result(done.outcome().name(), done.refused(), done.entry(), done.asOf());
    }

    /** What is asked is nobody's business in a log line. */
    @Override
    public String toString() {
        return "ApiBatch[" + batch + "]";
    }
}
