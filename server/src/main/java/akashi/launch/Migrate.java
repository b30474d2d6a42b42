package akashi.launch;

/** {@code akashi migrate}: brings a site's database up to date, as the owner of the schema. */
final class Migrate {
    private Migrate() {}

    static int run(Options options) {
        if (!options.flags().isEmpty()) {
            throw new IllegalStateException("migrate takes no options, yet got " + options);
        }
        var settings = new SiteSettings(System.getenv());
        var url = settings.databaseUrl();
        var owner = settings.text("AKASHI_OWNER_USER", "akashi_owner");
        var password = settings.secret("AKASHI_OWNER_PASSWORD");
        settings.refuseFaults();
        var applied = new Schema(url, owner, password).migrate();
        System.out.println("データベースの構造は最新です（適用 " + applied + " 件）。/ The database is up to date (" + applied
                + " migrations applied).");
        return 0;
    }
}
