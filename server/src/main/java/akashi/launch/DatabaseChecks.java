package akashi.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What {@code serve} asks of a site's database before it starts: nothing an answered inquiry could be lost by. */
final class DatabaseChecks {
    private static final String URL = "AKASHI_DB_URL";
    private static final String USER = "AKASHI_DB_USER";
    private static final int OLDEST = 150_000;

    private final SiteSettings settings;

    DatabaseChecks(SiteSettings settings) {
        this.settings = settings;
    }

    /** Notes every fault of the server and its settings, as they are for the role connected as. */
    void checkServer(Connection connection) throws SQLException {
        version(Integer.parseInt(one(connection, "select current_setting('server_version_num')")));
        for (var parameter : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            durable(parameter, one(connection, "select current_setting('" + parameter + "')"));
        }
        encoding(one(connection, "select current_setting('server_encoding')"));
        if (isTrue(connection, "select pg_is_in_recovery()")) {
            settings.fault(
                    URL,
                    "待機系のサーバーです。書き込めるサーバーを指定してください。",
                    "leads to a standby server; name the one that can be written to.");
        }
    }

    /** Notes what keeps a migrated database from being served. */
    void checkContent(Connection connection) throws SQLException {
        if (isTrue(connection, """
                select exists (select from organization_person where sample)
                    or exists (select from organization_unit where sample)
                """)) {
            settings.fault(
                    URL,
                    "見本の職員か組織が入ったデータベースです。見本の利用者IDでは運用できません。空のデータベースに setup してください。",
                    "leads to a database with sample people or units; demo accounts are not for service. Run setup on an"
                            + " empty one.");
        }
        if (!isTrue(connection, "select exists (select from terminal)")) {
            settings.fault(
                    URL,
                    "端末が一台も登録されていないデータベースです。./akashi setup で最初の端末を登録してください。",
                    "leads to a database without a registered terminal (端末); register the first one with ./akashi setup.");
        }
        if (isTrue(connection, "select has_table_privilege('usage_leaf', 'update, delete, truncate')")) {
            settings.fault(
                    USER,
                    "利用記録台帳を書き換えられる役割です。setup が作る制限された役割にしてください。",
                    "could change the usage log; use the restricted role made by setup.");
        }
    }

    void version(int number) {
        if (number < OLDEST) {
            settings.fault(
                    URL,
                    "PostgreSQL " + number / 10_000 + " です。15 以上が必要です。",
                    "leads to PostgreSQL " + number / 10_000 + "; 15 or newer is needed.");
        }
    }

    void durable(String parameter, String value) {
        if (value.equals("off")) {
            settings.fault(
                    URL,
                    "PostgreSQL の " + parameter + " が off です。答えた照会の記録が失われるため on にしてください。",
                    "leads to a PostgreSQL with " + parameter + " = off; what was answered could be lost. Set it on.");
        }
    }

    void encoding(String name) {
        if (!name.equals("UTF8")) {
            settings.fault(
                    URL,
                    "データベースの文字コードが " + name + " です。UTF8 で作り直してください。",
                    "leads to a database in the encoding " + name + "; make it anew with UTF8.");
        }
    }

    /** Notes a role that could do more than the application must. */
    void checkRole(Connection connection) throws SQLException {
        if (isTrue(connection, """
                select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication
                    or pg_has_role(oid, 'pg_write_all_data', 'member')
                    or pg_has_role(oid, 'pg_execute_server_program', 'member')
                    or pg_has_role(oid, 'pg_write_server_files', 'member')
                  from pg_roles where rolname = current_user
                """)) {
            settings.fault(
                    USER,
                    "データベースの管理者の役割です。setup が作る制限された役割にしてください。",
                    "is an administrator of the database; use the restricted role made by setup.");
        } else if (isTrue(connection, """
                select has_schema_privilege('public', 'create')
                    or exists (select from pg_class
                                where relnamespace = 'public'::regnamespace
                                  and pg_has_role(current_user, relowner, 'member'))
                """)) {
            settings.fault(
                    USER,
                    "表の所有者の役割です。利用記録台帳を書き換えられるため、setup が作る制限された役割にしてください。",
                    "owns tables of Akashi or may make some, and could change the usage log; use the restricted role made"
                            + " by setup.");
        }
    }

    static boolean isTrue(Connection connection, String sql) throws SQLException {
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
