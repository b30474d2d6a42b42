package akashi.ledger;

/** What checking an access statement came to. */
public sealed interface StatementVerdict {
    /**
     * Every use stands at its place on its log, and the log itself holds the hash of what is stated.
     *
     * @param seal the entry that seals it
     * @param whole uses of which the whole entry is shown
     */
    record Verified(Verdict.Verified seal, int uses, int whole) implements StatementVerdict {}

    /**
     * Nothing is proved.
     *
     * @param reason as it stands in machine-readable output
     * @param use number of the use, from 1, or 0 where it is about the whole
     */
    record NotVerified(String reason, int use) implements StatementVerdict {}

    /** The content is not what the log's seal says. */
    String ALTERED = "statement-altered";

    /** The hashes do not lead from a use to the signed checkpoint. */
    String USE_NOT_INCLUDED = "use-not-included";

    /** A whole entry is another one than stated, or says something else than what is shown of it. */
    String USE_DIFFERS = "use-differs";

    /** A use lies on a log without a checkpoint here. */
    String NO_CHECKPOINT = "no-checkpoint";
}
