package akashi.procedure;

/** Where a proposal stands. */
sealed interface Stage {
    /** Its name in the table, and the last part of its message key. */
    String name();

    /** It goes on. */
    enum Open implements Stage {
        /** Being written by the managing section. */
        DRAFT,
        /** Agreed with those concerned (協議). */
        CONSULTED,
        /** Requested with the form 対象業務新設(変更)申請書 (申請). */
        REQUESTED,
        /** Reviewed by the system manager (審査). */
        REVIEWED,
        /** Examined by the committee, where it is specially important. */
        DELIBERATED,
        /** Decided by the system general manager (決定). */
        DECIDED,
        /** Test run done, changed answers signed off (試験). */
        TESTED,
        /** Implementation rule laid down (実施要領). */
        RULED,
        /** Training set (教養). */
        TRAINED,
        /** Start, change or end made known, with its date (開始通知). */
        ANNOUNCED
    }

    /** It is over. */
    enum Closed implements Stage {
        /** It took force on its date. */
        IN_FORCE,
        /** Refused by who decides (不承認); another proposal may follow. */
        REFUSED,
        /** Taken back by the managing section (取下げ). */
        WITHDRAWN,
        /** It took force, and the version before is in force again. */
        BACKED_OUT
    }

    static Stage of(String name) {
        for (Open open : Open.values()) {
            if (open.name().equals(name)) {
                return open;
            }
        }
        return Closed.valueOf(name);
    }
}
