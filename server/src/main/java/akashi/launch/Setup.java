package akashi.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * {@code akashi setup}: prepares a site's empty database. It makes the owner of the schema and the restricted role the
 * application runs as, and brings the schema up to date. Refuses a database that holds anything.
 */
final class Setup {
    private Setup() {}

    static int run(Options options) {
        if (!options.flags().isEmpty()) {
            throw new IllegalStateException("setup takes no options, yet got " + options);
        }
        var settings = new SiteSettings(System.getenv());
        var url = settings.databaseUrl();
        var admin = settings.required("AKASHI_ADMIN_USER", "postgres");
        var adminPassword = settings.secret("AKASHI_ADMIN_PASSWORD");
        var owner = settings.text("AKASHI_OWNER_USER", "akashi_owner");
        var ownerPassword = settings.secret("AKASHI_OWNER_PASSWORD");
        var role = settings.text("AKASHI_DB_USER", "akashi_app");
        var rolePassword = settings.secret("AKASHI_DB_PASSWORD");
        settings.refuseFaults();
        try (var connection = DriverManager.getConnection(url, admin, adminPassword)) {
            refuseUsed(connection);
            makeRole(connection, owner, ownerPassword);
            makeRole(connection, role, rolePassword);
            grant(connection, owner, role);
        } catch (SQLException e) {
            throw new Refusal(
                    "The database could not be prepared as " + admin + " (SQL state " + e.getSQLState() + ").");
        }
        var applied = new Schema(url, owner, ownerPassword).migrate();
        System.out.println(
                "役割と構造を用意しました（" + applied + " 件）。/ Roles and schema are ready (" + applied + " migrations applied).");
        return 0;
    }

    private static void refuseUsed(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select exists (select from pg_class where relnamespace = 'public'::regnamespace)")) {
            if (rows.next() && rows.getBoolean(1)) {
                throw new Refusal("AKASHI_DB_URL: leads to a database that is not empty; setup never touches data."
                        + " / 空のデータベースを指定してください。");
            }
        }
    }

    private static void makeRole(Connection connection, String role, String password) throws SQLException {
        try (var statement = connection.createStatement()) {
            var name = statement.enquoteIdentifier(role, true);
            var secret = statement.enquoteLiteral(password);
            statement.execute("create role " + name + " login nosuperuser nocreatedb nocreaterole password " + secret);
        }
    }

    private static void grant(Connection connection, String owner, String role) throws SQLException {
        try (var statement = connection.createStatement()) {
            var ownerName = statement.enquoteIdentifier(owner, true);
            var roleName = statement.enquoteIdentifier(role, true);
            var database = statement.enquoteIdentifier(connection.getCatalog(), true);
            for (var sql : List.of(
                    "revoke all on database " + database + " from public",
                    "grant connect on database " + database + " to " + roleName,
                    "grant connect, create, temporary on database " + database + " to " + ownerName,
                    "revoke create on schema public from public",
                    "alter schema public owner to " + ownerName,
                    "grant usage on schema public to " + roleName)) {
                statement.execute(sql);
            }
        }
    }
}
