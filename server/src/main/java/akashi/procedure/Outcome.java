package akashi.procedure;

import akashi.definition.Fault;
import java.util.List;

/** What came of proposing, changing or moving a proposal. */
sealed interface Outcome {
    /** Done; it stands there now. */
    record Done(long number, Stage stage) implements Outcome {}

    /**
     * Refused, and nothing was changed.
     *
     * @param key the last part of {@code procedure.refused.KEY}, which says why and what to do
     */
    record Refused(String key, List<Object> args) implements Outcome {
        public Refused {
            args = List.copyOf(args);
        }

        static Refused of(String key, Object... args) {
            return new Refused(key, List.of(args));
        }
    }

    /** The definition has faults; each names its line. */
    record Faulty(List<Fault> faults) implements Outcome {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
