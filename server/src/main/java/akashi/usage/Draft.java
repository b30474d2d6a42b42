package akashi.usage;

import akashi.ledger.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way to the ledger. The caller's thread renders it with a time still to be set; the sequencer sets the
 * time and gives it its index.
 */
final class Draft {
    private enum Stage {
        WAITING,
        TAKEN,
        GIVEN_UP
    }

    /** What queries need, beside the leaf. */
    record Columns(String operator, String unit, String act, String operation) {}

    /** The private part and its salt. */
    @SuppressWarnings("ArrayRecordComponent") // written once to a row, never compared
    record Secret(byte[] salt, byte[] body) {}

    private static final byte[] AT = "\"at\":\"".getBytes(StandardCharsets.US_ASCII);

    private final UUID id;
    private final LocalDate month;
    private final Columns columns;
    private final byte[] body;
    private final @Nullable Secret secret;
    private final boolean recorded;
    private final CompletableFuture<Proved> done = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

    Draft(UUID id, LocalDate month, Columns columns, byte[] body, @Nullable Secret secret, boolean recorded) {
        this.id = id;
        this.month = month;
        this.columns = columns;
        this.body = body;
        this.secret = secret;
        this.recorded = recorded;
    }

    UUID id() {
        return id;
    }

    /** First month in which the private part may be erased. */
    LocalDate month() {
        return month;
    }

    Columns columns() {
        return columns;
    }

    /** The entry with {@link LeafTime#UNSET} for its time. */
    byte[] body() {
        return body;
    }

    /** The private part, if there is one that is still to be stored. */
    @Nullable Secret secret() {
        return secret;
    }

    /** The private part of a draft that must have one. */
    Secret requiredSecret() {
        if (secret == null) {
            throw new IllegalStateException("Only drafts with a private part are asked for it");
        }
        return secret;
    }

    /** Whether it stands in {@code usage_pending} already, written with a change. */
    boolean recorded() {
        return recorded;
    }

    CompletableFuture<Proved> done() {
        return done;
    }

    /** Called by the sequencer; false if the caller no longer waits. A recorded draft can be taken again. */
    boolean take() {
        return stage.compareAndSet(Stage.WAITING, Stage.TAKEN) || recorded;
    }

    /** Called by the caller when it has waited long enough; false if the sequencer has taken it meanwhile. */
    boolean giveUp() {
        return stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
    }

    /**
     * The entry's bytes, with its time.
     *
     * @param clock what the clock said, where it had stepped back behind the entry before; null otherwise
     */
    byte[] leaf(String at, @Nullable String clock) {
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
