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
     * What an entry says.
     *
     * @param leaf the entry's bytes
     * @param secret those of its private part; null where there is none, or none any more
     * @throws RuntimeException for another entry than this system writes
     */
    public static PastUse read(Proved proved, byte[] leaf, byte @Nullable [] secret) {
        return PastUses.of(proved, leaf, secret);
    }

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
