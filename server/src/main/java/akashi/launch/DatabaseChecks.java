package akashi.launch;

import java.sql.Connection;
import java.sql.SQLException;

/** What {@code serve} asks of a site's database before it starts: nothing an answered inquiry could be lost by. */
final class DatabaseChecks {
    private static final int OLDEST = 150_000;

    private final SiteSettings settings;

    DatabaseChecks(SiteSettings settings) {
        this.settings = settings;
    }

    /** Notes every fault of the server, its settings and the role connected as. */
    void check(Connection connection) throws SQLException {
        version(connection);
        durable(connection, "fsync");
        durable(connection, "full_page_writes");
        durable(connection, "synchronous_commit");
        role(connection);
    }

    /** Notes a database that holds sample data, or no registered terminal. Needs the current schema. */
    void checkContent(Connection connection) throws SQLException {
        if (isTrue(connection, "select exists (select from organization_person where sample)")) {
            settings.fault(
                    "AKASHI_DB_URL", "leads to a database with sample people; demo accounts are not for service");
        }
        if (!isTrue(connection, "select exists (select from terminal)")) {
            settings.fault(
                    "AKASHI_DB_URL", "leads to a database without a registered terminal (端末); register one with setup");
        }
    }

    private void version(Connection connection) throws SQLException {
        var version = Integer.parseInt(one(connection, "select current_setting('server_version_num')"));
        if (version < OLDEST) {
            settings.fault("AKASHI_DB_URL", "leads to PostgreSQL " + version / 10_000 + "; 15 or newer is needed");
        }
    }

    private void durable(Connection connection, String parameter) throws SQLException {
        var value = one(connection, "select current_setting('" + parameter + "')");
        if (value.equals("off")) {
            settings.fault(
                    "AKASHI_DB_URL",
                    "leads to a PostgreSQL with " + parameter + " = off; what was answered could be lost. Set it on");
        }
    }

    private void role(Connection connection) throws SQLException {
        if (isTrue(
                connection,
                "select rolsuper or rolcreaterole or rolbypassrls from pg_roles where rolname = current_user")) {
            settings.fault(
                    "AKASHI_DB_USER", "is an administrator of the database; use the restricted role made by setup");
        }
        if (isTrue(connection, """
                select exists (select from pg_class
                                where relnamespace = 'public'::regnamespace
                                  and pg_has_role(current_user, relowner, 'member'))
                """)) {
            settings.fault(
                    "AKASHI_DB_USER", "owns tables of Akashi and could change the usage log; use the restricted role");
        }
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        return one(connection, sql).equals("t");
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new IllegalStateException("One row was expected of: " + sql);
            }
            return rows.getString(1);
        }
    }
}
