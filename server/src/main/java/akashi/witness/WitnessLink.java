package akashi.witness;

import akashi.ledger.MalformedException;
import akashi.ledger.NoteSignature;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Witness;
import akashi.ledger.WitnessRequest;
import akashi.tlog.Checkpoints;
import akashi.tlog.Watch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One witness of this node's ledger: what it has seen, and how the last request went. Asked by one thread at a time;
 * read by any.
 */
final class WitnessLink {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessLink.class);
    private static final int MAX_ANSWER = 64_000;
    private static final int MAX_DOUBLINGS = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration CLOCK_AHEAD = Duration.ofMinutes(5);

    private final String name;
    private final NoteVerifier key;
    private final URI address;
    private final HttpClient http;
    private final Checkpoints checkpoints;
    private final WitnessSettings settings;
    private final Clock clock;

    /** What the witness last cosigned; replaced as a whole. */
    private volatile State state = new State(0, null, null, 0, Instant.MIN);

    /**
     * @param failures in a row
     * @param notBefore when it may be asked again
     */
    private record State(
            long size, @Nullable Instant at, Watch.@Nullable Trouble trouble, int failures, Instant notBefore) {}

    WitnessLink(
            String name,
            NoteVerifier key,
            URI address,
            HttpClient http,
            Checkpoints checkpoints,
            WitnessSettings settings,
            Clock clock) {
        this.name = name;
        this.key = key;
        this.address = address;
        this.http = http;
        this.checkpoints = checkpoints;
        this.settings = settings;
        this.clock = clock;
    }

    NoteVerifier key() {
        return key;
    }

    long size() {
        return state.size();
    }

    @Nullable Instant at() {
        return state.at();
    }

    Watch.Seen seen() {
        State now = state;
        return new Watch.Seen(name, key.text(), now.size(), now.at(), now.trouble());
    }

    /** Goes on from what was kept before this program started. */
    void resume(int log) {
        checkpoints.lastOf(log, key).ifPresent(last -> state = new State(last.size(), last.at(), null, 0, Instant.MIN));
    }

    /** Whether it should be asked now: for a larger tree, or because it last confirmed this one long ago. */
    boolean due(Checkpoints.Latest latest, Duration refresh) {
        State now = state;
        Instant moment = clock.instant();
        boolean old = now.at() == null || Duration.between(now.at(), moment).compareTo(refresh) >= 0;
        return !moment.isBefore(now.notBefore()) && (now.size() != latest.size() || old);
    }

    /** Asks for a cosignature; keeps it before this returns. Never throws for what the witness does. */
    void ask(Checkpoints.Latest latest) throws InterruptedException {
        try {
            Watch.Trouble trouble = askFrom(state.size(), latest, true);
            if (trouble != null) {
                failed(trouble);
            }
        } catch (IOException e) {
            failed(Watch.Trouble.UNREACHABLE);
        } catch (MalformedException e) {
            failed(Watch.Trouble.NOT_ITS_OWN);
        }
    }

    private Watch.@Nullable Trouble askFrom(long old, Checkpoints.Latest latest, boolean first)
            throws IOException, InterruptedException {
        if (old > latest.size()) {
            return Watch.Trouble.AHEAD;
        }
        var body = new WitnessRequest(old, checkpoints.consistency(latest, old), latest.note()).format();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address)
                        .timeout(settings.timeout())
                        .header("Content-Type", "text/plain;charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER));
        return switch (answer.statusCode()) {
            case 200 -> cosigned(latest, answer.body());
            case 409 -> conflict(old, latest, answer.body().strip(), first);
            default -> Watch.Trouble.REFUSED;
        };
    }

    /** The witness has another size than thought: it says which, and is asked once more from there. */
    private Watch.@Nullable Trouble conflict(long old, Checkpoints.Latest latest, String said, boolean first)
            throws IOException, InterruptedException {
        if (!said.matches("0|[1-9][0-9]{0,17}")) {
            return Watch.Trouble.REFUSED;
        }
        long size = Long.parseLong(said);
        if (size > latest.size()) {
            return Watch.Trouble.AHEAD;
        }
        if (size == old) {
            return Watch.Trouble.OTHER_TREE;
        }
        return first ? askFrom(size, latest, false) : Watch.Trouble.REFUSED;
    }

    private Watch.@Nullable Trouble cosigned(Checkpoints.Latest latest, String answer) {
        List<NoteSignature> lines = Witness.cosignatures(latest.note(), answer, List.of(key));
        if (lines.isEmpty()) {
            return Watch.Trouble.NOT_ITS_OWN;
        }
        NoteSignature line = lines.getFirst();
        Instant at = key.time(line).orElse(Instant.EPOCH);
        Instant now = clock.instant();
        if (Duration.between(now, at).compareTo(CLOCK_AHEAD) > 0) {
            return Watch.Trouble.CLOCK;
        }
        checkpoints.keep(latest, key, line);
        if (state.trouble() != null) {
            LOG.info("Witness {} cosigns again", name);
        }
        state = new State(latest.size(), at, null, 0, now.plus(settings.interval()));
        return null;
    }

    private void failed(Watch.Trouble trouble) {
        State before = state;
        if (before.trouble() != trouble) {
            LOG.warn("Witness {} does not cosign: {}", name, trouble);
        }
        int failures = Math.min(before.failures() + 1, MAX_DOUBLINGS);
        Duration pause = settings.interval().multipliedBy(1L << (failures - 1));
        Duration wait = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        state = new State(
                before.size(), before.at(), trouble, failures, clock.instant().plus(wait));
    }
}
