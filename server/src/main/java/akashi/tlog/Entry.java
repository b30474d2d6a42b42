package akashi.tlog;

import akashi.ledger.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is handed over: rendered, with its time still to be set, which is the sequencer's.
 *
 * @param columns what queries need, beside the leaf
 * @param body canonical JSON with {@link LeafTime#UNSET} for its member {@code at}
 * @param secret the private part, if there is one that is still to be stored
 * @param recorded whether it belongs to a change, and stands in {@code usage_pending} from that change's commit on
 */
@SuppressWarnings("ArrayRecordComponent") // written once to a row, never compared
public record Entry(Columns columns, byte[] body, @Nullable Secret secret, boolean recorded) {
    /** What queries need; {@code operation} holds several codes with a space between them. */
    public record Columns(String operator, String unit, String act, String operation) {}

    /** The private part and its salt. */
    @SuppressWarnings("ArrayRecordComponent") // written once to a row, never compared
    public record Secret(byte[] salt, byte[] body) {}

    private static final byte[] AT = "\"at\":\"".getBytes(StandardCharsets.US_ASCII);

    /**
     * The entry's bytes, with its time.
     *
     * @param clock what the clock said, where it had stepped back behind the entry before; null otherwise
     */
    public byte[] leaf(String at, @Nullable String clock) {
        if (clock != null) {
            return adjusted(at, clock);
        }
        byte[] leaf = body.clone();
        byte[] time = at.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(time, 0, leaf, timeOffset(), time.length);
        return leaf;
    }

    private byte[] adjusted(String at, String clock) {
        var members = new TreeMap<String, Object>();
        if (CanonicalJson.parse(body) instanceof Map<?, ?> parsed) {
            parsed.forEach((name, value) -> members.put((String) name, value));
        }
        members.put("at", at);
        members.put("clock", clock);
        return CanonicalJson.canonical(members);
    }

    /**
     * Members are sorted and only strings stand before {@code at}, in which a quote is escaped: the first match is it.
     */
    private int timeOffset() {
        for (int i = 0; i < body.length - AT.length; i++) {
            int n = 0;
            while (n < AT.length && body[i + n] == AT[n]) {
                n++;
            }
            if (n == AT.length) {
                return i + n;
            }
        }
        throw new IllegalStateException("An entry must have a time");
    }
}
