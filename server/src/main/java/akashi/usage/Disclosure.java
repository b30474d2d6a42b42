package akashi.usage;

import akashi.ledger.Hash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer discloses (回答の内容), as far as the ledger keeps it: how many hits, which records in which versions, and
 * a hash over the answer itself. The hash reaches the entry salted, so that nobody can guess an answer from it.
 */
public record Disclosure(
        int hits, List<RecordRef> records, @Nullable Hash answer) {
    private static final Disclosure NOTHING = new Disclosure(0, List.of(), null);

    public Disclosure {
        records = List.copyOf(records);
        if (hits < 0) {
            throw new IllegalArgumentException("An answer has no " + hits + " hits");
        }
    }

    /** Nothing is disclosed: a refusal, a sign-in, a page without records. */
    public static Disclosure nothing() {
        return NOTHING;
    }

    /** These records and the answer's bytes, whatever form the module gives it, as long as it is always the same. */
    public static Disclosure of(List<RecordRef> records, byte[] answer) {
        return new Disclosure(records.size(), records, Sha.of(answer));
    }

    /** Both together, in this order. */
    Disclosure and(Disclosure other) {
        var both = new ArrayList<RecordRef>(records.size() + other.records.size());
        both.addAll(records);
        both.addAll(other.records);
        return new Disclosure(hits + other.hits, both, Sha.both(answer, other.answer));
    }
}
