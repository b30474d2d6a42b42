package akashi.inquiry;

import akashi.access.ConditionResult;
import akashi.operation.OperationVersion;
import java.time.Instant;
import java.util.List;

/** What one operation answered. */
public sealed interface Finding {
    /** The operation, in the version that was asked. */
    OperationVersion operation();

    /** The hits, none where nothing was found or the operation was not asked. */
    List<Hit> hits();

    /** One word for it, stable in the API. */
    String word();

    /**
     * Nothing is recorded under these keys (該当なし).
     *
     * @param asOf how fresh the data is that was searched
     */
    record NoRecord(OperationVersion operation, Instant asOf) implements Finding {
        @Override
        public List<Hit> hits() {
            return List.of();
        }

        @Override
        public String word() {
            return "NO_RECORD";
        }
    }

    /** Recorded (該当あり): every hit is met by something that names one thing only. */
    record Found(OperationVersion operation, Instant asOf, List<Hit> hits) implements Finding {
        public Found {
            hits = List.copyOf(hits);
        }

        @Override
        public String word() {
            return "FOUND";
        }
    }

    /**
     * Candidates (要確認): the same name, a similar number. Somebody has to compare and choose before anything further.
     */
    record NeedsChoice(OperationVersion operation, Instant asOf, List<Hit> hits) implements Finding {
        public NeedsChoice {
            hits = List.copyOf(hits);
        }

        @Override
        public String word() {
            return "NEEDS_CHOICE";
        }
    }

    /** More candidates than anybody can compare (候補多数): none is shown, the question must be narrowed. */
    record TooBroad(OperationVersion operation, Instant asOf) implements Finding {
        @Override
        public List<Hit> hits() {
            return List.of();
        }

        @Override
        public String word() {
            return "TOO_BROAD";
        }
    }

    /** Not asked, because the asker may not (拒否). */
    record Refused(OperationVersion operation, String rule, String version, List<ConditionResult> reasons)
            implements Finding {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public List<Hit> hits() {
            return List.of();
        }

        @Override
        public String word() {
            return "REFUSED";
        }
    }
}
