package akashi.launch;

import akashi.usage.LedgerUnavailable;
import akashi.witness.WitnessKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code akashi setup}: brings a site's empty database to the point where {@code serve} starts and the system general
 * manager opens the first account. Every step says what it did or found, so running it again after a fault goes on
 * where it stopped; once anybody has an account it refuses.
 */
final class Setup {
    private final Class<?> application;
    private final SiteSettings settings;
    private final Path log;
    private final ServeSettings common;
    private final SetupSettings own;

    private Setup(Class<?> application, SiteSettings settings, Path log) {
        this.application = application;
        this.settings = settings;
        this.log = log;
        this.common = new ServeSettings(settings);
        this.own = new SetupSettings(settings);
    }

    static int run(Class<?> application, SiteSettings settings, Path log, boolean codes) {
        settings.refuseUnknown();
        var setup = new Setup(application, settings, log);
        if (codes) {
            setup.codes();
        } else {
            setup.everything();
        }
        return 0;
    }

    private void everything() {
        var url = settings.databaseUrl();
        var owner = own.owner();
        var role = own.application(common.role(), owner);
        var origin = common.origin();
        var ledger = common.ledger(false);
        var state = settings.faults().isEmpty() ? state(url, owner) : SiteState.EMPTY;
        refuseUsed(state);
        var files =
                state.organization() && !settings.has("AKASHI_ORGANIZATION_CSV") ? List.<Path>of() : own.organization();
        var terminal = state.terminal() ? null : own.terminal();
        settings.refuseFaults();

        roles(url, owner, role);
        var applied = new Schema(url, owner.name(), owner.password()).migrate();
        say(
                "構造: " + (applied > 0 ? applied + " 件を適用しました。" : "最新です。"),
                "schema: " + (applied > 0 ? applied + " migrations applied." : "up to date."));
        checkRole(url, role);
        new NodeKey(settings, common)
                .make(Path.of(String.valueOf(ledger.get("akashi.usage.key-file"))), origin, url, owner);
        witnessKey();
        found(files, terminal, false);
    }

    /** New codes for the first account, where those made before are lost or too old. */
    private void codes() {
        var url = settings.databaseUrl();
        var role = new Roles.Login(common.role(), settings.secret("AKASHI_DB_PASSWORD"));
        var _ = common.ledger(true);
        settings.refuseFaults();
        try (var connection = Database.connect(url, role.name(), role.password())) {
            var state = SiteState.of(connection);
            refuseUsed(state);
            if (!state.organization() || !state.terminal()) {
                throw new Refusal("setup が終わっていません。先に ./akashi setup を実行してください。 / The site is not set up yet; run"
                        + " ./akashi setup first.");
            }
        } catch (SQLException e) {
            Database.explain(e, role.name(), "AKASHI_DB_USER", settings);
        }
        settings.refuseFaults();
        found(List.of(), null, true);
    }

    /** What is there; empty where the owner cannot come in yet and an administrator finds nothing. */
    private SiteState state(String url, Roles.Login owner) {
        try (var connection = Database.connect(url, owner.name(), owner.password())) {
            new DatabaseChecks(settings).checkServer(connection);
            return SiteState.of(connection);
        } catch (SQLException e) {
            if (!Database.shut(e)) {
                Database.explain(e, owner.name(), "AKASHI_OWNER_USER", settings);
                return SiteState.EMPTY;
            }
        }
        if (!settings.has("AKASHI_ADMIN_USER")) {
            settings.fault(
                    "AKASHI_ADMIN_USER",
                    "役割 " + owner.name() + " で入れません。役割を作るデータベース管理者を指定するか、管理者に docs/settings.md の文で作ってもらってください。",
                    owner.name() + " cannot come in; name an administrator of the database who makes the roles, or have"
                            + " them made with the statements in docs/settings.md.");
            return SiteState.EMPTY;
        }
        var admin = settings.text("AKASHI_ADMIN_USER", "");
        var password = settings.secret("AKASHI_ADMIN_PASSWORD");
        if (password.isEmpty()) {
            return SiteState.EMPTY;
        }
        try (var connection = Database.connect(url, admin, password)) {
            new DatabaseChecks(settings).checkServer(connection);
            return SiteState.of(connection);
        } catch (SQLException e) {
            Database.explain(e, admin, "AKASHI_ADMIN_USER", settings);
            return SiteState.EMPTY;
        }
    }

    private static void refuseUsed(SiteState state) {
        if (state.foreign()) {
            throw new Refusal("AKASHI_DB_URL: ほかの表が入ったデータベースです。空のデータベースを指定してください。 / leads to a database that holds"
                    + " something else; name an empty one. Nothing was changed.");
        }
        if (state.used()) {
            throw new Refusal("AKASHI_DB_URL: すでに使われているデータベースです（利用者IDがあります）。setup は何も変えません。運用は ./akashi serve、構造の更新は"
                    + " ./akashi migrate です。 / leads to a database that is in use already: somebody has an account."
                    + " Nothing was changed; run ./akashi serve, or ./akashi migrate for a newer schema.");
        }
    }

    private void roles(String url, Roles.Login owner, Roles.Login role) {
        if (settings.has("AKASHI_ADMIN_USER")) {
            var admin = settings.text("AKASHI_ADMIN_USER", "");
            var password = settings.secret("AKASHI_ADMIN_PASSWORD");
            settings.refuseFaults();
            try (var connection = Database.connect(url, admin, password)) {
                var made = new Roles(connection).make(owner, role);
                say(
                        "役割: " + (made.isEmpty() ? "あります。" : String.join(", ", made) + " を作りました。"),
                        "roles: " + (made.isEmpty() ? "there already." : "made " + String.join(", ", made) + "."));
            } catch (SQLException e) {
                Database.explain(e, admin, "AKASHI_ADMIN_USER", settings);
            }
        } else {
            say("役割: 管理者が作ったものを使います。", "roles: those made by the administrator are used.");
        }
        try (var _ = Database.connect(url, owner.name(), owner.password())) {
            // the owner comes in
        } catch (SQLException e) {
            Database.explain(e, owner.name(), "AKASHI_OWNER_PASSWORD", settings);
        }
        settings.refuseFaults();
    }

    private void checkRole(String url, Roles.Login role) {
        try (var connection = Database.connect(url, role.name(), role.password())) {
            var checks = new DatabaseChecks(settings);
            checks.checkServer(connection);
            checks.checkRole(connection);
        } catch (SQLException e) {
            Database.explain(e, role.name(), "AKASHI_DB_PASSWORD", settings);
        }
        settings.refuseFaults();
    }

    /** Makes the key with which this system witnesses others, where one is named and not there. */
    private void witnessKey() {
        if (!settings.has("AKASHI_WITNESS_KEY_FILE")) {
            return;
        }
        var file = Path.of(settings.text("AKASHI_WITNESS_KEY_FILE", ""));
        var there = Files.exists(file);
        try {
            var verifier = there
                    ? WitnessKey.verifier(file)
                    : WitnessKey.generate(file, WitnessKey.name(settings.text("AKASHI_ORIGIN", "")));
            var published = Path.of(file + ".pub");
            Files.writeString(published, verifier + "\n");
            say(
                    "立会人の鍵: " + file + (there ? " があります。" : " を作りました。") + "検証鍵 " + published + " を相手に渡してください。",
                    "witness's key: " + file + (there ? " is there." : " made.") + " Give the verifier key " + published
                            + " to those who are witnessed.");
        } catch (IllegalStateException e) {
            throw new Refusal("AKASHI_WITNESS_KEY_FILE: 立会人の鍵として使えません: " + file + " / " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal("AKASHI_WITNESS_KEY_FILE: " + file + " に書けません。フォルダーの権限を確かめてください。 / " + file
                    + " cannot be written; check the rights of its folder.");
        }
    }

    /** Runs the application without a port, so that every step is a use on the log like any other. */
    private void found(List<Path> files, SetupSettings.@Nullable First terminal, boolean anew) {
        Map<String, Object> properties = new HashMap<>(common.database());
        properties.putAll(common.ledger(true));
        properties.put("akashi.terminal.source", "address");
        properties.put("server.port", -1);
        properties.put("management.server.port", -1);
        settings.refuseFaults();
        try (var context = Starting.start(application, "setup", log, properties)) {
            context.getBean(Founding.class).run(files, terminal, settings.text("AKASHI_GENERAL_MANAGER", ""), anew);
        } catch (LedgerUnavailable e) {
            throw busy();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof LedgerUnavailable) {
                    throw busy();
                }
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
            }
            throw e;
        }
    }

    private static Refusal busy() {
        return new Refusal("利用記録台帳に書けません。serve が動いていれば止めてから、もう一度実行してください。 / The usage log cannot be written to. If"
                + " serve is running, stop it and run this again.");
    }

    static void say(String japanese, String english) {
        System.out.println("- " + japanese + " / " + english);
    }
}
