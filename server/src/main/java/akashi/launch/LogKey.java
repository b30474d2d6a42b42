package akashi.launch;

import akashi.tlog.KeyFile;
import akashi.tlog.KeyRotation;
import akashi.tlog.LedgerKey;
import akashi.tlog.NotWritten;
import akashi.usage.SystemUses;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * {@code akashi key make} makes the key of a further node's log on a site that is in use; serve may run on the others.
 * {@code akashi key rotate} gives this node's log a new signing key, introduced by the old one; {@code akashi key wrap}
 * has the key file wrapped by a key in an HSM. For the last two, serve is stopped.
 */
final class LogKey {
    private static final List<String> WRAPPING = List.of("--pkcs11", "--pin-file", "--key");

    private LogKey() {}

    static int run(List<String> words, SiteSettings settings, Clock clock) {
        settings.refuseUnknown();
        if (words.equals(List.of("make"))) {
            return make(settings);
        }
        if (words.equals(List.of("rotate"))) {
            return rotate(settings, clock);
        }
        if (!words.isEmpty() && words.getFirst().equals("wrap")) {
            var options = Options.of(words.subList(1, words.size()), List.of(), WRAPPING);
            var config = options.values().get("--pkcs11");
            var pinFile = options.values().get("--pin-file");
            var label = options.values().get("--key");
            if (config != null && pinFile != null && label != null) {
                return wrap(settings, Path.of(config), Path.of(pinFile), label);
            }
        }
        throw Refusal.usage(
                "key のあとには、make か、rotate か、wrap --pkcs11 設定 --pin-file ファイル --key 名前 と書いてください。 / after key say"
                        + " make, rotate, or wrap --pkcs11 CONFIG --pin-file FILE --key LABEL");
    }

    private static int make(SiteSettings settings) {
        var serve = new ServeSettings(settings);
        var database = serve.database();
        var origin = serve.origin();
        var file = Path.of(settings.required("AKASHI_KEY_FILE", "/etc/akashi/ledger.key"));
        settings.refuseFaults();
        var login = new Roles.Login(
                String.valueOf(database.get("spring.datasource.username")),
                String.valueOf(database.get("spring.datasource.password")));
        new NodeKey(settings, serve).make(file, origin, String.valueOf(database.get("spring.datasource.url")), login);
        Setup.say(
                "信頼ファイルに「log " + origin + "…」の行を足し、立会人にも新しい鍵を渡してください。次は ./akashi serve です。",
                "Add the key as a log line to the trust files and give it to the witnesses; then run ./akashi serve.");
        return 0;
    }

    private static int wrap(SiteSettings settings, Path config, Path pinFile, String label) {
        var origin = new ServeSettings(settings).origin();
        var file = Path.of(settings.required("AKASHI_KEY_FILE", "/etc/akashi/ledger.key"));
        settings.refuseFaults();
        try {
            var key = LedgerKey.verifier(file, origin);
            KeyFile.wrap(file, "AKASHI_KEY_FILE", config, pinFile, label);
            Setup.say(
                    file + " の鍵を HSM の鍵で包みました。検証鍵は同じです: " + key + "。包む前の鍵の控えを消去してください。",
                    "the key in " + file
                            + " is wrapped by the HSM's; the verifier key is the same. Destroy every copy of"
                            + " the key as it was.");
            return 0;
        } catch (IllegalStateException e) {
            throw new Refusal(
                    "AKASHI_KEY_FILE: 鍵を包めません。ファイルは元のままです。 / the key cannot be wrapped; the file is as it was: "
                            + e.getMessage());
        }
    }

    private static int rotate(SiteSettings settings, Clock clock) {
        var serve = new ServeSettings(settings);
        var database = serve.database();
        var origin = serve.origin();
        var file = Path.of(settings.required("AKASHI_KEY_FILE", "/etc/akashi/ledger.key"));
        settings.refuseFaults();
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(String.valueOf(database.get("spring.datasource.url")));
            source.setUsername(String.valueOf(database.get("spring.datasource.username")));
            source.setPassword(String.valueOf(database.get("spring.datasource.password")));
            source.setMaximumPoolSize(4);
            source.setInitializationFailTimeout(-1);
            int slash = origin.indexOf('/');
            var rotated = new KeyRotation(
                            source,
                            file,
                            origin.substring(0, slash),
                            origin.substring(slash + 1),
                            clock,
                            new SystemUses())
                    .run();
            tell(file, rotated);
            return 0;
        } catch (NotWritten e) {
            throw new Refusal("台帳に書けません。serve を止めてから、もう一度実行してください。鍵は変わっていません。 / The log cannot be written to. Stop"
                    + " serve and run this again; the key was not changed. (" + e.getMessage() + ")");
        } catch (IllegalStateException e) {
            throw new Refusal("AKASHI_KEY_FILE: 鍵を換えられません。 / the key cannot be changed: " + e.getMessage());
        }
    }

    private static void tell(Path file, KeyRotation.Rotated rotated) {
        try {
            Files.writeString(Path.of(file + ".pub"), rotated.newKey() + "\n");
            Files.writeString(Path.of(file + ".note"), rotated.note());
        } catch (IOException e) {
            throw new Refusal(file + ".pub に書けません。 / cannot be written.");
        }
        Setup.say("新しい検証鍵: " + rotated.newKey(), "the new verifier key.");
        Setup.say(
                "信頼ファイルでは、古い鍵の行を「retired " + rotated.afterSize() + " 古い鍵」に換え、新しい鍵の log 行を足してください。立会人にも新しい鍵を渡してください。",
                "In trust files replace the old key's line by retired " + rotated.afterSize()
                        + " OLDKEY and add a log line with the new one; give it to the witnesses, too.");
        Setup.say(
                "新しい鍵の紹介状（古い鍵の署名入り）: " + file + ".note。古い秘密鍵: " + rotated.retired() + "（不要になったら消去してください）",
                "introduced by " + file + ".note, signed by the old key, which lies in " + rotated.retired()
                        + "; destroy it when it is needed no more.");
    }
}
