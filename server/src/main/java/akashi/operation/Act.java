package akashi.operation;

/** What a person may do in an operation. A definition grants acts to post classes within a scope. */
public enum Act {
    /** Ask whether something is recorded (有無照会). */
    EXISTENCE,
    /** Ask by the number of a plate and a colour alone, which gives a list (一部照会). */
    PARTIAL,
    /** Ask for a list of things at once, approved by a second person (一括照会). */
    BATCH,
    /** See what is recorded (内容照会). */
    CONTENT,
    /** Enter a new record (登録). */
    REGISTER,
    /** Check another person's entry so that it counts (確認). */
    CONFIRM,
    /** Change a record that counts (訂正). */
    CORRECT,
    /** End a record with a reason code (解除・終結). */
    END,
    /** See a list found by keys or filters, capped (一覧). */
    LIST,
    /** See earlier versions and what was held at an instant (履歴). */
    HISTORY,
    /** Take a list out of the system (出力). */
    EXPORT
}
