package akashi.witness;

import akashi.ledger.Trust;
import akashi.ledger.Witness;
import akashi.ledger.WitnessAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Witnesses the logs of others (c2sp.org/tlog-witness). Open to everybody, as the protocol has it: who asks proves
 * nothing, the log's signature does. A system without a witness's key answers as if there were no such address.
 */
@RestController
class WitnessApi {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessApi.class);

    /** A request is a checkpoint and at most 63 hashes. */
    private static final int MAX_BYTES = 64_000;

    private static final MediaType SIZE = MediaType.parseMediaType("text/x.tlog.size");
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final @Nullable Witness witness;

    WitnessApi(WitnessSettings settings, WitnessSql sql, Clock clock) {
        if (settings.keyFile() == null || settings.logs() == null) {
            this.witness = null;
        } else {
            Trust logs = TrustFiles.logs(settings.logs());
            this.witness = new Witness(WitnessKey.read(settings.keyFile()), logs.logsInForce(), sql, clock);
        }
    }

    @PostMapping("/add-checkpoint")
    ResponseEntity<byte[]> addCheckpoint(HttpServletRequest request) throws IOException {
        if (witness == null) {
            return text(404, "this host is no witness");
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            return text(400, "the request is too large");
        }
        return switch (witness.addCheckpoint(body)) {
            case WitnessAnswer.Cosigned(String line) -> text(200, line);
            case WitnessAnswer.BadRequest(String fault) -> text(400, fault);
            case WitnessAnswer.Forbidden _ -> text(403, "no trusted key of this log signed the checkpoint");
            case WitnessAnswer.UnknownLog _ -> text(404, "this log is not witnessed here");
            case WitnessAnswer.Conflict(long size) ->
                ResponseEntity.status(409).contentType(SIZE).body((size + "\n").getBytes(StandardCharsets.US_ASCII));
            case WitnessAnswer.Unproved _ -> {
                LOG.warn("A checkpoint signed by its log came with a consistency proof that does not hold");
                yield text(422, "the consistency proof does not hold");
            }
        };
    }

    private static ResponseEntity<byte[]> text(int status, String line) {
        return ResponseEntity.status(status)
                .contentType(TEXT)
                .header("Cache-Control", "no-store")
                .body((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
