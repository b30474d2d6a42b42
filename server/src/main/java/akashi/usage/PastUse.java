package akashi.usage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A use as it is read back from the ledger; {@code particulars} is null once the private part was erased. */
public record PastUse(
        Proved proved,
        String act,
        Actor actor,
        Use.Grounds grounds,
        Use.Authority authority,
        Seen seen,
        Use.@Nullable Particulars particulars) {

    /**
     * What it disclosed and stated. {@code recorded} is when a change was made, if that was before the entry's time.
     */
    public record Seen(
            int hits,
            List<RecordRef> records,
            Map<String, String> facts,
            @Nullable Instant recorded) {
        public Seen {
            records = List.copyOf(records);
            facts = Map.copyOf(facts);
        }
    }
}
