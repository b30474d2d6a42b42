package akashi.launch;

import akashi.witness.TrustFiles;
import akashi.witness.WitnessKey;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What a site says about witnesses: its own, and the logs it witnesses. Nothing of it must be set. */
final class WitnessingSettings {
    private final SiteSettings settings;

    WitnessingSettings(SiteSettings settings) {
        this.settings = settings;
    }

    /** The settings as the application knows them; every fault is noted. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        file(
                properties,
                "AKASHI_WITNESSES",
                "akashi.witness.witnesses",
                "立会人の信頼ファイル",
                "the trust file that names the witnesses",
                path -> {
                    var _ = TrustFiles.witnesses(path);
                });
        file(properties, "AKASHI_WITNESS_CA", "akashi.witness.ca", "立会人の TLS の認証局（PEM）", "certificates (PEM)", path -> {
            var _ = TrustFiles.authorities(path);
        });
        file(
                properties,
                "AKASHI_WITNESS_LOGS",
                "akashi.witness.logs",
                "立ち会う台帳の信頼ファイル",
                "the trust file that names the logs to witness",
                path -> {
                    var _ = TrustFiles.logs(path);
                });
        file(
                properties,
                "AKASHI_WITNESS_KEY_FILE",
                "akashi.witness.key-file",
                "立会人の署名鍵",
                "the witness's key made by setup",
                path -> {
                    var _ = WitnessKey.verifier(path);
                });
        for (var name : new String[] {"INTERVAL", "TIMEOUT", "MAXAGE", "STOPAFTER"}) {
            settings.duration("AKASHI_WITNESS_" + name);
        }
        both();
        return properties;
    }

    private void both() {
        if (settings.has("AKASHI_WITNESS_KEY_FILE") != settings.has("AKASHI_WITNESS_LOGS")) {
            settings.fault(
                    settings.has("AKASHI_WITNESS_LOGS") ? "AKASHI_WITNESS_KEY_FILE" : "AKASHI_WITNESS_LOGS",
                    "ほかの台帳に立ち会うには、署名鍵（AKASHI_WITNESS_KEY_FILE）と台帳の信頼ファイル（AKASHI_WITNESS_LOGS）の両方が要ります。",
                    "witnessing other logs needs both a key (AKASHI_WITNESS_KEY_FILE) and the logs it knows"
                            + " (AKASHI_WITNESS_LOGS).");
        }
    }

    /** A file that need not be named; where it is, it must be there and be what it should. */
    private void file(
            Map<String, Object> properties,
            String name,
            String property,
            String japanese,
            String english,
            Consumer<Path> check) {
        if (!settings.has(name)) {
            return;
        }
        var before = settings.faults().size();
        var file = settings.file(name, japanese, english, false);
        if (settings.faults().size() > before) {
            return;
        }
        try {
            check.accept(Path.of(file));
            properties.put(property, file);
        } catch (IllegalStateException e) {
            settings.fault(name, japanese + "として使えません: " + file, String.valueOf(e.getMessage()));
        }
    }
}
