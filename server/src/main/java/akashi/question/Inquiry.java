package akashi.question;

import akashi.operation.OperationCode;
import akashi.usage.Use;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question (照会), understood and complete: what is known, why it is asked, for whom, and which operations are asked.
 *
 * @param operations empty asks every operation that has such keys, that the asker may ask, and that knows the purpose
 * @param requester null where the asker asks for the own duty
 * @param wide forces the wide search; set when a foreign name was given orally (口頭で申し立てられた外国人氏名)
 * @param request made by the form or the caller; the same request is answered once
 * @param batch number of the approved list this is an item of (一括照会), empty for a question of its own
 */
public record Inquiry(
        Kind kind,
        List<AskedKey> keys,
        Set<OperationCode> operations,
        Reason reason,
        @Nullable Requester requester,
        boolean wide,
        String request,
        String batch) {
    /** The act under which questions stand on the ledger (有無照会). */
    public static final String EXISTENCE = "EXISTENCE";

    /** The act under which a look at what is recorded stands there (内容照会). */
    public static final String CONTENT = "CONTENT";

    /** The act under which a choice among candidates stands there (候補の選択). */
    public static final String CHOICE = "CHOICE";

    /** The fact of an entry that names its request, by {@link Use#mark}. */
    public static final String REQUEST = "request";

    /** The fact of an entry that names the approved list it is an item of. */
    public static final String BATCH = "batch";

    public Inquiry {
        keys = List.copyOf(keys);
        operations = Set.copyOf(operations);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A question needs something to ask for");
        }
    }

    /**
     * What of the request stands in the entry: enough to know it again, nothing that the caller may have written into
     * it.
     */
    public String requestMark() {
        return Use.mark(request);
    }

    /** Whether it asks by a part of a plate, which needs a right of its own. */
    public boolean partial() {
        return keys.stream().anyMatch(AskedKey.OfPlateNumber.class::isInstance);
    }

    /** The same question, searched widely. */
    public Inquiry widened() {
        return new Inquiry(kind, keys, operations, reason, requester, true, "", "");
    }

    /** The same question as an item of an approved list. */
    public Inquiry of(String number) {
        return new Inquiry(kind, keys, operations, reason, requester, wide, request, number);
    }

    /** The same question on its own. */
    public Inquiry alone() {
        return of("");
    }

    /**
     * Why (照会目的).
     *
     * @param purpose code of the purpose
     * @param caseReference number the purpose is bound to (110番, 事件, 届出 …), null where none was given
     * @param note what the asker adds in words; may be empty
     */
    public record Reason(String purpose, @Nullable String caseReference, String note) {}

    /** Keys are nobody's business in a log line. */
    @Override
    public String toString() {
        return "Inquiry[" + kind + "]";
    }
}
