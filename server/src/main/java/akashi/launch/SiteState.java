package akashi.launch;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is in a site's database already.
 *
 * @param foreign whether it holds tables of something else
 * @param schema whether it holds Akashi's tables, be they up to date or not
 * @param organization whether there are units
 * @param terminal whether a terminal is registered
 * @param used whether anybody has or had an account
 */
record SiteState(boolean foreign, boolean schema, boolean organization, boolean terminal, boolean used) {
    static final SiteState EMPTY = new SiteState(false, false, false, false, false);

    /** What this connection finds; reads tables only where the connection's role may. */
    static SiteState of(Connection connection) throws SQLException {
        var schema =
                DatabaseChecks.isTrue(connection, "select to_regclass('public.flyway_schema_history') is not null");
        if (!schema) {
            return new SiteState(DatabaseChecks.isTrue(connection, """
                    select exists (select from pg_class c
                                     join pg_namespace n on n.oid = c.relnamespace
                                    where n.nspname not in ('pg_catalog', 'information_schema')
                                      and n.nspname not like 'pg\\_%'
                                      and not exists (select from pg_depend d
                                                       where d.objid = c.oid and d.deptype = 'e'))
                    """), false, false, false, false);
        }
        return new SiteState(
                !DatabaseChecks.isTrue(
                        connection,
                        "select exists (select from flyway_schema_history where script like 'V010\\_\\_usage\\_%')"),
                true,
                any(connection, "organization_unit"),
                any(connection, "terminal"),
                any(connection, "account"));
    }

    private static boolean any(Connection connection, String table) throws SQLException {
        return DatabaseChecks.isTrue(connection, "select to_regclass('public." + table + "') is not null")
                && DatabaseChecks.isTrue(connection, "select exists (select from " + table + ")");
    }
}
