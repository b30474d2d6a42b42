package akashi.launch;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ledger.NoteSigner;
import akashi.tlog.LedgerKey;
import akashi.witness.WitnessKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessingSettingsTest {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    WitnessingSettingsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text + "\n");
    }

    private Map<String, Object> properties(List<String> faults) {
        var settings = new SiteSettings(environment);
        var properties = new WitnessingSettings(settings).properties();
        faults.addAll(settings.faults());
        return properties;
    }

    private void refused(String name, String words) {
        var faults = new ArrayList<String>();
        var _ = properties(faults);
        assertThat(faults).singleElement().asString().startsWith(name + ":").contains(words);
    }

    @Test
    void nothingMustBeSet() {
        var faults = new ArrayList<String>();
        assertThat(properties(faults)).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsSetMustBeWhatItSays() throws IOException {
        var witness = WitnessKey.generate(folder.resolve("witness.key"), "peer.example/witness");
        var log = NoteSigner.generate("log.example/1").verifier().text();

        environment.put("AKASHI_WITNESSES", folder.resolve("none").toString());
        refused("AKASHI_WITNESSES", "there is no file");
        environment.put("AKASHI_WITNESSES", file("a", "witness x " + witness).toString());
        refused("AKASHI_WITNESSES", "needs an address");
        environment.put(
                "AKASHI_WITNESSES",
                file("b", "witness x " + witness + " http://peer.example").toString());
        refused("AKASHI_WITNESSES", "must be https");
        environment.put("AKASHI_WITNESSES", file("c", "log " + log).toString());
        refused("AKASHI_WITNESSES", "names no witness");
        environment.put("AKASHI_WITNESSES", file("d", "nonsense").toString());
        refused("AKASHI_WITNESSES", "line 1");
        environment.put(
                "AKASHI_WITNESSES",
                file("e", "witness x " + witness + " https://^").toString());
        refused("AKASHI_WITNESSES", "cannot be understood");

        var good = file("f", "witness x " + witness + " https://peer.example:8443/\nquorum x");
        environment.put("AKASHI_WITNESSES", good.toString());
        environment.put("AKASHI_WITNESS_MAXAGE", "soon");
        refused("AKASHI_WITNESS_MAXAGE", "length of time");
        environment.remove("AKASHI_WITNESS_MAXAGE");
        environment.put("AKASHI_WITNESS_CA", file("ca", "").toString());
        refused("AKASHI_WITNESS_CA", "holds no certificate");
        environment.remove("AKASHI_WITNESS_CA");
        var faults = new ArrayList<String>();
        assertThat(properties(faults)).containsEntry("akashi.witness.witnesses", good.toString());
        assertThat(faults).isEmpty();
    }

    @Test
    void witnessingNeedsBothAKeyOfItsOwnAndTheLogs() throws IOException {
        var _ = WitnessKey.generate(folder.resolve("witness.key"), "peer.example/witness");
        var logKey = LedgerKey.generate(folder.resolve("ledger.key"), "log.example/1");
        environment.put("AKASHI_WITNESS_LOGS", file("logs", "log " + logKey).toString());
        refused("AKASHI_WITNESS_KEY_FILE", "needs both");
        environment.put("AKASHI_WITNESS_KEY_FILE", folder.resolve("ledger.key").toString());
        refused("AKASHI_WITNESS_KEY_FILE", "no witness's key");
        environment.put("AKASHI_WITNESS_KEY_FILE", folder.resolve("witness.key").toString());
        environment.put("AKASHI_WITNESS_LOGS", file("none", "quorum none").toString());
        refused("AKASHI_WITNESS_LOGS", "names no log");
        environment.remove("AKASHI_WITNESS_LOGS");
        refused("AKASHI_WITNESS_LOGS", "needs both");
    }
}
