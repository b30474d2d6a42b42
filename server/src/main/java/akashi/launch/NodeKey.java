package akashi.launch;

import akashi.tlog.LedgerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** The signing key of a node's log, made once: by {@code setup} for the first node, by {@code key make} for others. */
final class NodeKey {
    private final SiteSettings settings;
    private final ServeSettings common;

    NodeKey(SiteSettings settings, ServeSettings common) {
        this.settings = settings;
        this.common = common;
    }

    /** Makes the log's key where there is none; never a second one for a log that was signed already. */
    void make(Path file, String origin, String url, Roles.Login login) {
        var there = Files.exists(file);
        if (!there && signed(origin, url, login)) {
            throw new Refusal("AKASHI_KEY_FILE: 台帳 " + origin + " には署名がありますが、鍵 " + file
                    + " がありません。控えから戻してください。 / the log " + origin + " was signed already, yet its key " + file
                    + " is missing; restore it from its copy. A new key would break the log.");
        }
        try {
            var verifier = there ? common.key(file, origin) : LedgerKey.generate(file, origin);
            settings.refuseFaults();
            var published = Path.of(file + ".pub");
            Files.writeString(published, verifier + "\n");
            Setup.say(
                    "署名鍵: " + file + (there ? " があります。" : " を作りました。控えを別の場所に保管してください。") + "検証鍵 " + published
                            + " を公表してください。",
                    "signing key: " + file + (there ? " is there." : " made; keep a copy elsewhere.")
                            + " Publish the verifier key " + published + ".");
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal("AKASHI_KEY_FILE: " + file + " に書けません。フォルダーの権限を確かめてください。 / " + file
                    + " cannot be written; check the rights of its folder.");
        }
    }

    private static boolean signed(String origin, String url, Roles.Login login) {
        try (var connection = Database.connect(url, login.name(), login.password());
                var query = connection.prepareStatement(
                        "select from usage_checkpoint join usage_log using (log) where origin = ? limit 1")) {
            query.setString(1, origin);
            return query.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException("The log could not be looked at", e);
        }
    }
}
