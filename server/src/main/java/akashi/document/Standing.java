package akashi.document;

/** Where a document stands on its way to counting. */
public enum Standing {
    /** Entered, waiting for a second person (確認待ち). A correction waits while the version before it still counts. */
    WAITING,
    /** Sent back to its author with a reason (差戻し). */
    RETURNED,
    /** Confirmed, or needs no confirmation: inquiries find it. */
    COUNTED,
    /** Taken back by its author before it ever counted (取下げ). */
    WITHDRAWN,
    /** Ended by a reason code (解除・終結); kept, no longer a hit. */
    ENDED
}
