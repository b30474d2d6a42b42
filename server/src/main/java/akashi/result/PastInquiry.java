package akashi.result;

import akashi.question.Inquiry;
import akashi.usage.PastUse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry as its entry on the ledger tells it, with the result entered since: one line of the inquiry book (照会簿) or
 * of one's own uses. Whoever holds one got it released.
 */
public record PastInquiry(PastUse use, @Nullable Result result) {

    /** What was answered, as far as the ledger says it. */
    public enum Reply {
        NONE,
        HIT,
        REFUSED
    }

    public String number() {
        return use.proved().number();
    }

    /** Whether anything was answered, and what. */
    public Reply reply() {
        var asked = use.authority().operations();
        var refused = !asked.isEmpty()
                && asked.stream().allMatch(one -> {
                    var ruling = one.ruling();
                    return ruling != null && !ruling.permitted();
                });
        if (refused) {
            return Reply.REFUSED;
        }
        return use.seen().hits() == 0 ? Reply.NONE : Reply.HIT;
    }

    /** Whether it is a question or a look, which has an answer. */
    public boolean asked() {
        return use.act().equals(Inquiry.EXISTENCE) || use.act().equals(Inquiry.CONTENT);
    }

    /**
     * Whether the officer still owes a result (事後の取扱結果): asked for real, answered, and nothing entered. An item of a
     * list owes one only where something was found.
     */
    public boolean owesResult() {
        return use.act().equals(Inquiry.EXISTENCE)
                && result == null
                && reply() != Reply.REFUSED
                && (reply() == Reply.HIT || !use.seen().facts().containsKey(Inquiry.BATCH))
                && !use.seen().facts().containsKey("reopened");
    }

    /** The keys as typed, each once; empty once the private part was erased. */
    public List<String> keys() {
        var particulars = use.particulars();
        return particulars == null
                ? List.of()
                : particulars.keys().stream().map(key -> key.typed()).distinct().toList();
    }

    /** What the asker added in words. */
    public String note() {
        var particulars = use.particulars();
        return particulars == null ? "" : particulars.text();
    }

    /** Whether the private part was erased. */
    public boolean erased() {
        return use.particulars() == null;
    }

    /** The case reference: as asked, or as filled in later. */
    public String caseReference() {
        var filled = result == null ? null : result.caseReference();
        var asked = use.grounds().caseReference();
        return filled != null ? filled : asked == null ? "" : asked;
    }

    public String purpose() {
        var purpose = use.grounds().purpose();
        return purpose == null ? "" : purpose;
    }

    /** The requester's number or call sign, empty where the operator asked for the own duty. */
    public String requester() {
        var requester = use.grounds().requester();
        return requester == null ? "" : requester.staffNumber();
    }

    /** Codes of the operations asked, with whether each was permitted. */
    public Map<String, Boolean> operations() {
        var operations = new java.util.LinkedHashMap<String, Boolean>();
        use.authority().operations().forEach(one -> {
            var ruling = one.ruling();
            operations.put(one.operation(), ruling == null || ruling.permitted());
        });
        return operations;
    }
}
