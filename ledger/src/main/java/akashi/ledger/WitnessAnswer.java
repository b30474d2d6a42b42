package akashi.ledger;

/** A witness's answer to add-checkpoint (c2sp.org/tlog-witness), each with its HTTP status. */
public sealed interface WitnessAnswer {
    /** HTTP status code. */
    int status();

    /**
     * Cosigned, and kept before this was answered.
     *
     * @param line of the cosignature, without newline
     */
    record Cosigned(String line) implements WitnessAnswer {
        @Override
        public int status() {
            return 200;
        }
    }

    /** The request does not follow its format, or names an old size above the new one. */
    record BadRequest(String fault) implements WitnessAnswer {
        @Override
        public int status() {
            return 400;
        }
    }

    /** No trusted key of that log signed the checkpoint. */
    record Forbidden() implements WitnessAnswer {
        @Override
        public int status() {
            return 403;
        }
    }

    /** The log is not one this witness watches. */
    record UnknownLog() implements WitnessAnswer {
        @Override
        public int status() {
            return 404;
        }
    }

    /**
     * The old size is not the one last cosigned, or the same size has another root.
     *
     * @param size last cosigned; the body of the answer is this number and a newline, as {@code text/x.tlog.size}
     */
    record Conflict(long size) implements WitnessAnswer {
        @Override
        public int status() {
            return 409;
        }
    }

    /** The consistency proof does not prove it. */
    record Unproved() implements WitnessAnswer {
        @Override
        public int status() {
            return 422;
        }
    }
}
