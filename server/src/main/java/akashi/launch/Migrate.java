package akashi.launch;

import java.sql.SQLException;

/** {@code akashi migrate}: brings a site's database up to date, as the owner of the schema. */
final class Migrate {
    private Migrate() {}

    static int run(SiteSettings settings) {
        settings.refuseUnknown();
        var url = settings.databaseUrl();
        var owner = new SetupSettings(settings).owner();
        settings.refuseFaults();
        try (var connection = Database.connect(url, owner.name(), owner.password())) {
            new DatabaseChecks(settings).checkServer(connection);
            if (SiteState.of(connection).foreign()) {
                throw new Refusal(
                        "AKASHI_DB_URL: ほかの表が入ったデータベースです。何も変えていません。 / leads to a database that holds something"
                                + " else; nothing was changed.");
            }
        } catch (SQLException e) {
            Database.explain(e, owner.name(), "AKASHI_OWNER_USER", settings);
        }
        settings.refuseFaults();
        var applied = new Schema(url, owner.name(), owner.password()).migrate();
        System.out.println("データベースの構造は最新です（適用 " + applied + " 件）。/ The database is up to date (" + applied
                + " migrations applied).");
        return 0;
    }
}
