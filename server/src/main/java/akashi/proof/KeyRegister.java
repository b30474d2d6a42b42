package akashi.proof;

import akashi.ledger.Trust;
import akashi.tlog.StoredLogs;
import akashi.tlog.Watched;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The keys that sign this system's ledgers and those of their witnesses, as a trust file (docs/formats/trust.md). */
@Component
class KeyRegister {
    private final StoredLogs stored;
    private final Watched watched;

    KeyRegister(StoredLogs stored, Watched watched) {
        this.stored = stored;
        this.watched = watched;
    }

    /**
     * The file: every ledger's key, those that were changed with the size up to which they count, and the witnesses. It
     * asks for no quorum: that is for whoever trusts to say.
     */
    String trustFile() {
        var lines = new ArrayList<String>();
        lines.add("# docs/formats/trust.md");
        for (var log : stored.all()) {
            List<StoredLogs.Key> keys = stored.keys(log.origin());
            for (int n = 0; n < keys.size(); n++) {
                String key = keys.get(n).key();
                lines.add(n + 1 < keys.size() ? "retired " + keys.get(n + 1).afterSize() + " " + key : "log " + key);
            }
        }
        watched.witnesses().forEach(key -> lines.add("witness " + key.name() + " " + key.text()));
        lines.add("quorum none");
        return String.join("\n", lines) + "\n";
    }

    /** The same, read. */
    Trust trust() {
        return switch (Trust.parse(trustFile().getBytes(StandardCharsets.UTF_8))) {
            case Trust.Outcome.Read(Trust trust) -> trust;
            case Trust.Outcome.Broken(int line, Trust.Fault fault) ->
                throw new IllegalStateException("Line " + line + " of our own trust file is wrong: " + fault);
        };
    }
}
